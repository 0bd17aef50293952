// SPDX-License-Identifier: GPL-3.0-or-later
// What a webhook receiver of a few lines does: parse the body, count the statuses, answer. Nothing is stored.
'use strict';
const http = require('http');

const counts = new Map();
const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks));
        for (const status of body.statuses)
            counts.set(status.status, (counts.get(status.status) || 0) + 1);
        response.writeHead(200, {'Content-Length': 0});
        response.end();
    });
});
server.keepAliveTimeout = 60000;
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
