// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/control_flow.h"

#include "dialogs/control_dialog.h"

namespace barograph {

namespace {

const QString &nodeOf(const ControlRequest &request)
{
    return std::visit([](const auto &value) -> const QString & { return value.nodeId; }, request);
}

/// A preview may be late: it must belong to what the open dialog asked for.
bool isAboutTheSame(const ControlRequest &a, const ControlRequest &b)
{
    if (a.index() != b.index() || nodeOf(a) != nodeOf(b))
        return false;
    if (const auto *callbacks = std::get_if<SetCallbacksRequest>(&a))
        return callbacks->wanted == std::get<SetCallbacksRequest>(b).wanted;
    if (const auto *restore = std::get_if<RestoreRequest>(&a))
        return restore->controlId == std::get<RestoreRequest>(b).controlId;
    return true;
}

} // namespace

ControlFlow::ControlFlow(QWidget *dialogParent)
    : QObject(dialogParent)
    , m_dialogParent(dialogParent)
{}

bool ControlFlow::isRunning() const
{
    return m_dialog || m_ticketInWork != 0;
}

ControlDialog *ControlFlow::dialog() const
{
    return m_dialog;
}

void ControlFlow::start(const ControlRequest &request, const QString &nodeName)
{
    if (isRunning()) {
        if (m_dialog)
            m_dialog->raise();
        return;
    }
    m_dialog = new ControlDialog(request, nodeName, m_dialogParent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ControlDialog::confirmed, this, &ControlFlow::onConfirmed);
    connect(m_dialog, &ControlDialog::cancelled, this, &ControlFlow::onCancelled);
    m_dialog->open();
    Q_EMIT requested(request);
}

void ControlFlow::showPreview(const ControlPreview &preview)
{
    if (!m_dialog || !m_dialog->isBusy() || !isAboutTheSame(m_dialog->editedRequest(), preview.request)) {
        Q_EMIT cancelled(preview.ticket);
        return;
    }
    m_dialog->showPreview(preview);
}

void ControlFlow::showResult(const ControlResult &result)
{
    // While busy there is no ticket yet: a result then says why there will be no preview.
    if (m_dialog && m_dialog->isBusy() && nodeOf(m_dialog->editedRequest()) == result.nodeId) {
        m_dialog->disconnect(this);
        m_dialog->close();
        m_dialog = nullptr;
    }
    if (m_ticketInWork != 0 && (result.ticket == m_ticketInWork || result.ticket == 0)) {
        m_ticketInWork = 0;
        Q_EMIT workingChanged(false);
    }
}

void ControlFlow::onConfirmed(quint64 ticket, const ControlRequest &request)
{
    m_dialog = nullptr;
    m_ticketInWork = ticket;
    Q_EMIT workingChanged(true);
    Q_EMIT confirmed(ticket, request);
}

void ControlFlow::onCancelled(quint64 ticket)
{
    m_dialog = nullptr;
    if (ticket != 0)
        Q_EMIT cancelled(ticket);
}

} // namespace barograph
