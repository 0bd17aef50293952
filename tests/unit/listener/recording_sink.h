// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/hook_sink.h"

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace barograph::test {

/// Keeps what it is given and answers as told. "{" alone is malformed, "null" holds nothing, all else is stored.
class RecordingSink : public HookSink
{
public:
    HookOutcome take(const HookRequest &request) override
    {
        // The padding must be readable; a sanitizer would tell.
        int sum = 0;
        for (std::size_t i = 0; i < kBodyPadding; ++i)
            sum += request.body.data == nullptr ? 0 : request.body.data[request.body.size + i] != '\0';
        paddingRead += sum;
        const QByteArray body(request.body.data, static_cast<qsizetype>(request.body.size));
        bodies << body;
        if (unavailable)
            return {HookOutcome::Kind::Unavailable, 0, {}};
        if (body == "{")
            return {HookOutcome::Kind::Malformed, 0, "not well-formed JSON"};
        if (body == "null")
            return {HookOutcome::Kind::Nothing, 0, {}};
        return {HookOutcome::Kind::Stored, ++ticket, {}};
    }
    void badRequest(NodeIndex node) override { badRequests << QByteArray::number(node); }
    void unroutableRequest() override { ++unroutable; }
    void refused(std::optional<NodeIndex> node, RefusalReason reason, const PeerInfo &peer) override
    {
        refusals.push_back({node, reason, peer.address.to_string()});
    }
    void verified(NodeIndex node) override { handshakes << QByteArray::number(node); }

    struct Refusal
    {
        std::optional<NodeIndex> node;
        RefusalReason reason = RefusalReason::None;
        std::string address;
    };

    QByteArrayList bodies;
    QByteArrayList badRequests;
    std::vector<Refusal> refusals;
    QByteArrayList handshakes;
    int unroutable = 0;
    int paddingRead = 0;
    bool unavailable = false;
    quint64 ticket = 0;
};

inline const QByteArray kSecret(32, 's');

inline QByteArray postTo(const QByteArray &target, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray hookPost(const QByteArray &body, const QByteArray &headers = {})
{
    return postTo("/hook/node-a/" + kSecret, body, headers);
}

} // namespace barograph::test
