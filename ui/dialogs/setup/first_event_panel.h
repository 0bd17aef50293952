// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/first_event.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// Waits for the first real event of a node, and says what keeps it away.
class FirstEventPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FirstEventPanel(QWidget *parent = nullptr);

    void start(const QString &nodeId, UtcTime since);
    void setFrame(const Frame &frame, UtcTime now);
    bool hasArrived() const { return m_shown.state == FirstEventView::State::Arrived; }

Q_SIGNALS:
    void arrived();

private:
    void show(const FirstEventView &view);

    FirstEventWatch m_watch;
    FirstEventView m_shown;
    MarkLabel *m_state;
    QLabel *m_advice;
    QLabel *m_help;
};

} // namespace barograph
