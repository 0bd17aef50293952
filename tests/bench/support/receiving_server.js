// SPDX-License-Identifier: GPL-3.0-or-later
// A webhook receiver as a careful author writes one in Node: checks the signature on the raw bytes, parses, counts,
// appends one line per status to a file, and answers when that is written. What arrives while a write is under way
// shares the next one. (No fsync: that is more than most receivers do, and would only make this one slower.)
// Arguments: file [secret [each]]. Without a secret, signatures are not asked for. With "each", every request is
// appended by itself, as most receivers do it.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const http = require('http');

const file = fs.openSync(process.argv[2], 'a');
const secret = process.argv[3] || '';
const each = process.argv[4] === 'each';
const counts = new Map();
let lines = [];
let waiting = [];
let writing = false;

function signatureIsRight(request, body) {
    const given = Buffer.from(String(request.headers['x-hub-signature-256'] || ''));
    const right = Buffer.from('sha256=' + crypto.createHmac('sha256', secret).update(body).digest('hex'));
    return given.length === right.length && crypto.timingSafeEqual(given, right);
}

function answer(response, status) {
    response.writeHead(status, {'Content-Length': 0});
    response.end();
}

function flush() {
    if (writing || waiting.length === 0)
        return;
    writing = true;
    const responses = waiting;
    const text = lines.join('');
    waiting = [];
    lines = [];
    fs.write(file, text, (error) => {
        writing = false;
        for (const response of responses)
            answer(response, error ? 503 : 200);
        flush();
    });
}

function take(statuses) {
    for (const status of statuses || []) {
        counts.set(status.status, (counts.get(status.status) || 0) + 1);
        lines.push(`${status.timestamp} ${status.status} ${status.id} ${status.recipient_id}\n`);
    }
}

const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
        const raw = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
        if (secret && !signatureIsRight(request, raw))
            return answer(response, 401);
        let body;
        try {
            body = JSON.parse(raw);
        } catch (error) {
            return answer(response, 400);
        }
        take(body.statuses);
        for (const entry of body.entry || [])
            for (const change of entry.changes || [])
                take(change.value.statuses);
        if (each) {
            const text = lines.join('');
            lines = [];
            fs.appendFile(process.argv[2], text, (error) => answer(response, error ? 503 : 200));
            return;
        }
        waiting.push(response);
        flush();
    });
});
server.keepAliveTimeout = 60000;
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
