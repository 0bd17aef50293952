// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/asked/asked_probe.h"

namespace barograph {

AskedProbe::AskedProbe(NodeIndex index, AskedSession &session, QObject *parent)
    : QuestionProbe(index, parent)
    , m_session(session)
{
    connect(&session, &AskedSession::credentialsFound, this, &AskedProbe::askNow);
}

QuestionProbe::Send AskedProbe::asking(AskedSession::Call call)
{
    return [&session = m_session, call = std::move(call)](QObject *context, HttpClient::Done done) {
        session.send(call, context, std::move(done));
    };
}

QuestionProbe::Send AskedProbe::askingAside(const QString &path, AskedSession::Reread reread)
{
    AskedSession::Call call;
    call.path = path;
    call.reread = std::move(reread);
    call.aside = true;
    return asking(std::move(call));
}

} // namespace barograph
