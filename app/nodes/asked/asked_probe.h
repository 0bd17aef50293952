// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/asked_session.h"
#include "nodes/question_probe.h"

namespace barograph {

/// What the probes of all kinds but on-premises have in common: they ask through one session, and at once when its
/// secret turns up.
class AskedProbe : public QuestionProbe
{
    Q_OBJECT

protected:
    AskedProbe(NodeIndex index, AskedSession &session, QObject *parent);

    Send asking(AskedSession::Call call);
    /// A question whose failure says nothing about the node.
    Send askingAside(const QString &path, AskedSession::Reread reread = {});

private:
    AskedSession &m_session;
};

} // namespace barograph
