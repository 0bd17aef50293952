// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/listener_gate.h"

#include "ingest/ingest_words.h"
#include "ingest/listen_refusal.h"
#include "text/joined.h"

namespace barograph {

namespace {

std::vector<NodeConfig> configsOf(const ListenerGate::Nodes &nodes)
{
    std::vector<NodeConfig> result;
    result.reserve(nodes.size());
    for (const auto &node : nodes)
        result.push_back(node.config);
    return result;
}

} // namespace

ListenerGate::ListenerGate(const IngestOptions &options)
    : m_options(options)
    , m_certificate(options)
{
    m_view.address = options.listener.address;
    m_view.port = options.listener.port;
}

QByteArray ListenerGate::certificatePem() const
{
    const auto &tls = m_certificate.inUse();
    return m_view.listening && tls ? tls->certificatePem() : QByteArray();
}

bool ListenerGate::open(Listener &listener, const Nodes &nodes)
{
    const auto configs = configsOf(nodes);
    m_view.error = listenRefusal(m_options.listener, configs);
    if (!m_view.error.isEmpty())
        return false;
    const auto retried = [this](const QString &why) -> QString {
        return joinedSentences({why, IngestWords::tr("Trying again every %1 s.")
                                         .arg(static_cast<double>(m_options.retryPause.count()) / 1000)});
    };
    auto tls = m_certificate.make();
    if (!tls) {
        m_view.error = retried(tls.error());
        return false;
    }
    listener.setTls(*tls);
    const auto port = listener.listen(m_options.listener.address, m_options.listener.port);
    if (!port) {
        m_view.error = retried(port.error());
        return false;
    }
    m_view.port = *port;
    m_view.listening = true;
    m_view.warning = listenWarning(m_options.listener, configs);
    m_view.tls = *tls != nullptr;
    m_view.certificateSha256 = *tls ? (*tls)->sha256() : QString();
    m_certificate.use(*std::move(tls));
    return true;
}

bool ListenerGate::mayStayOpen(const Nodes &nodes)
{
    const auto configs = configsOf(nodes);
    m_view.warning = listenWarning(m_options.listener, configs);
    return listenRefusal(m_options.listener, configs).isEmpty();
}

void ListenerGate::close(Listener &listener)
{
    listener.stopAccepting();
    listener.closeAll();
    m_view.listening = false;
    m_view.warning.clear();
    m_view.certificateNotice.clear();
}

bool ListenerGate::lookAtCertificate(Listener &listener)
{
    if (!m_view.listening)
        return false;
    const auto seen = m_certificate.look(m_options.clock());
    if (!seen)
        return false;
    if (seen->isReplaced) {
        listener.setTls(m_certificate.inUse());
        m_view.certificateSha256 = m_certificate.inUse()->sha256();
    }
    m_view.certificateNotice = seen->notice;
    return true;
}

} // namespace barograph
