// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/asked_probe.h"
#include "nodes/evolution/probe_answer.h"

namespace barograph {

AskedSession::Manner evolutionManner();

/// Asks Evolution API for the state of one instance and why it was disconnected, for its webhook, and where they are
/// switched on for its Prometheus metrics. The instance's own token is enough.
class EvolutionProbe : public AskedProbe
{
    Q_OBJECT

public:
    EvolutionProbe(NodeIndex index, AskedSession &session, QObject *parent = nullptr);

private:
    void askForOne(const AskedPace &pace, const QString &instance);
    void askForOnly(const AskedPace &pace);
    void askAround(const AskedPace &pace, const QString &instance);
    void tell(SessionReport report, ProbeResult &result) const;

    // Told by other questions, and shown together with the session.
    EvolutionInstance m_instance;
    std::optional<EvolutionMetrics> m_metrics;
    QString m_version;
};

} // namespace barograph
