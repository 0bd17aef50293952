// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/listener_certificate.h"
#include "listener/listener.h"

namespace barograph {

/// Whether the listener listens: opens and closes its port, by what the configuration allows, and keeps what is shown
/// about that. Lives on the ingest thread.
class ListenerGate
{
public:
    using Nodes = std::vector<MeterBank::IndexedNode>;

    /// The options outlive it.
    explicit ListenerGate(const IngestOptions &options);

    const ListenerView &view() const { return m_view; }
    /// While listening with TLS, else empty.
    QByteArray certificatePem() const;

    /// False: it does not listen; view().error says why.
    bool open(Listener &listener, const Nodes &nodes);
    /// The nodes have changed while it listens. False: with these it must not.
    bool mayStayOpen(const Nodes &nodes);
    void close(Listener &listener);
    /// Takes up a certificate that was replaced, and notices one that is about to expire. False: there was nothing to
    /// look at now.
    bool lookAtCertificate(Listener &listener);
    /// The listener takes nothing more.
    void stop() { m_view.listening = false; }

private:
    const IngestOptions &m_options;
    ListenerCertificate m_certificate;
    ListenerView m_view;
};

} // namespace barograph
