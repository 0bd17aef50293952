// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes, in any pieces, at routes of every kind of protection: no crash, no answer that is none, nothing borrowed
// that is not given back, and nothing taken from a route that lets nobody in.

#include "listener/http_session.h"

#include <cstdlib>
#include <cstring>

using namespace barograph;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

enum Node : NodeIndex { Open, Hub, Waha, Jwt, Bearer, Basic, Cloud, Picky, Elsewhere, Certified, Missing, Pending };

class CheckingSink final : public HookSink
{
public:
    HookOutcome take(const HookRequest &request) override
    {
        require(request.node < Elsewhere);
        char sum = 0;
        for (std::size_t i = 0; request.body.data != nullptr && i < request.body.size + kBodyPadding; ++i)
            sum = static_cast<char>(sum ^ request.body.data[i]);
        ++taken;
        switch (taken % 4) {
        case 0:
            return {HookOutcome::Kind::Nothing, 0, {}};
        case 1:
            return {sum == 'x' ? HookOutcome::Kind::Malformed : HookOutcome::Kind::Unavailable, 0, "reason"};
        default:
            return {HookOutcome::Kind::Stored, ++ticket, {}};
        }
    }
    void badRequest(NodeIndex node) override
    {
        require(node <= Pending);
        ++bad;
    }
    void unroutableRequest() override { ++bad; }
    void refused(std::optional<NodeIndex> node, RefusalReason reason, const PeerInfo &) override
    {
        require(reason != RefusalReason::None);
        require(node.has_value() == (reason != RefusalReason::WrongSecret));
        require(++refusals <= bad); // each is one of those answered 4xx
    }
    void verified(NodeIndex node) override { require(node == Cloud); }

    quint64 ticket = 0;
    quint64 taken = 0;
    quint64 bad = 0;
    quint64 refusals = 0;
};

WebhookConfig guardedBy(WebhookAuth auth)
{
    WebhookConfig webhook;
    webhook.auth = auth;
    webhook.user = QStringLiteral("evo");
    return webhook;
}

RouteTable makeRoutes()
{
    RouteTable routes;
    const std::string address(32, 's');
    const auto add = [&](const char *id, NodeIndex node, NodeKind kind, const WebhookConfig &webhook,
                         const std::optional<Secret> &secret) {
        routes.add(id, address, node, std::make_shared<const RoutePolicy>(kind, webhook, secret, "tok"));
    };
    const Secret key(QByteArrayLiteral("key"));
    add("open", Open, NodeKind::OnPremises, {}, {});
    add("hub", Hub, NodeKind::Gowa, guardedBy(WebhookAuth::HubSha256), key);
    add("waha", Waha, NodeKind::Waha, guardedBy(WebhookAuth::WahaSha512), key);
    add("jwt", Jwt, NodeKind::Evolution, guardedBy(WebhookAuth::JwtHs256), key);
    add("bearer", Bearer, NodeKind::Evolution, guardedBy(WebhookAuth::Bearer), key);
    add("basic", Basic, NodeKind::Evolution, guardedBy(WebhookAuth::Basic), key);
    add("cloud", Cloud, NodeKind::CloudApi, guardedBy(WebhookAuth::HubSha256), key);
    add("picky", Picky, NodeKind::PickyAssist, {}, {});
    WebhookConfig elsewhere;
    elsewhere.allowFrom = QStringList{QStringLiteral("192.0.2.0/24")};
    add("elsewhere", Elsewhere, NodeKind::CloudApi, elsewhere, {});
    WebhookConfig certified;
    certified.clientName = QStringLiteral("c.example");
    add("certified", Certified, NodeKind::CloudApi, certified, {});
    add("missing", Missing, NodeKind::Waha, guardedBy(WebhookAuth::WahaSha512), Secret());
    add("pending", Pending, NodeKind::Waha, guardedBy(WebhookAuth::Basic), std::nullopt);
    return routes;
}

void takeOutput(HttpSession &session)
{
    const auto output = session.output();
    require(output.empty() || output.substr(0, 9) == "HTTP/1.1 ");
    session.sent(output.size());
}

} // namespace

/// The first byte says how the others are cut: 0 = not at all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const RouteTable routes = makeRoutes();
    static const ListenerLimits limits = [] {
        ListenerLimits small;
        small.maxBodyBytes = 4096;
        small.maxHeaderBytes = 2048;
        small.maxPipelined = 8;
        small.maxBufferedBytes = 6000;
        return small;
    }();
    if (size == 0)
        return 0;
    const PeerInfo peer{boost::asio::ip::make_address_v4(0x0a000007U), false, {}};
    CheckingSink sink;
    BufferBudget budget{limits.maxBufferedBytes, 0};
    std::uint32_t cut = data[0];
    {
        HttpSession session({limits, routes, sink, budget}, peer);
        for (std::size_t at = 1; at < size;) {
            std::size_t piece = size - at;
            if (data[0] != 0) {
                cut = cut * 1'664'525U + 1'013'904'223U;
                piece = std::min<std::size_t>(piece, 1 + (cut >> 24U) % data[0]);
            }
            // On the heap and of the exact size, so that reads behind the padding are found.
            const auto padded = std::make_unique<char[]>(piece + kBodyPadding);
            std::memcpy(padded.get(), data + at, piece);
            session.receive(padded.get(), piece);
            at += piece;
            takeOutput(session);
            if ((cut & 1U) == 0 || !session.wantsInput())
                session.settle(sink.ticket, (cut & 6U) != 0);
            takeOutput(session);
        }
        session.settle(sink.ticket, true);
        takeOutput(session);
        require(!session.owesAnswers() || session.newestTicket() > sink.ticket || !session.wantsInput());
        session.abandon();
    }
    require(budget.used == 0);
    return 0;
}
