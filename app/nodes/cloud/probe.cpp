// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/cloud/probe.h"

#include "nodes/cloud/probe_answer.h"

namespace barograph {

namespace {

QString digestCloud(const HttpReply &reply, ProbeResult &result)
{
    auto told = parseCloudAnswer(reply.body);
    if (!told)
        return told.error();
    result.account = std::move(told->account);
    result.settings = std::move(told->settings);
    return {};
}

QString digestTokenEnd(const HttpReply &reply, ProbeResult &result)
{
    if (const auto end = parseTokenEnd(reply.body))
        result.expiries.push_back({ExpiringThing::AccessToken, *end, false});
    return {};
}

/// The token asks about itself. Meta wants the one asked about in the query; only path and host are ever told.
void signAboutItself(HttpRequest &request, const Secret &secret)
{
    signWithBearer()(request, secret);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("input_token"),
                       QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(secret.reveal()))));
    request.url.setQuery(query);
}

} // namespace

AskedSession::Manner cloudManner()
{
    AskedSession::Manner manner;
    manner.sign = signWithBearer();
    manner.address = QUrl(QStringLiteral("https://graph.facebook.com"));
    manner.reread = rereadGraphError;
    return manner;
}

CloudProbe::CloudProbe(NodeIndex index, AskedSession &session, QObject *parent)
    : AskedProbe(index, session, parent)
{
    const NodeConfig &config = session.config();
    const QString version = u'/' % pathPart(config.apiVersion.isEmpty() ? kGraphVersion : config.apiVersion) % u'/';
    AskedSession::Call number;
    number.path = version % pathPart(config.account);
    number.query.addQueryItem(QStringLiteral("fields"), cloudFields());
    addQuestion(session.pace().interval, Weight::Essential, asking(number), digestCloud);
    AskedSession::Call token;
    token.path = version % QStringLiteral("debug_token");
    token.sign = signAboutItself;
    // Meta answers only an app's developers about its tokens: for anybody else the end stays unknown.
    token.aside = true;
    addQuestion(session.pace().token, Weight::Extra, asking(token), digestTokenEnd);
}

} // namespace barograph
