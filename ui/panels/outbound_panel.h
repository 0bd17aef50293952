// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QGroupBox>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;
class ValueLabel;

/// The bot's own send queue: how much waits, how old it is, and whether, since when and why it is paused.
class OutboundPanel : public QGroupBox
{
    Q_OBJECT

public:
    explicit OutboundPanel(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);
    /// While a control runs, none other can be started.
    void setControlsEnabled(bool enabled);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();

private:
    void setPausedRows(const OutboundView &view, UtcTime now);
    void updateButtons();

    MarkLabel *m_state;
    ValueLabel *m_depth;
    ValueLabel *m_oldest;
    ValueLabel *m_since;
    ValueLabel *m_resumes;
    QLabel *m_why;
    QFormLayout *m_form;
    QPushButton *m_pause;
    QPushButton *m_resume;
    Reading<bool> m_paused;
    bool m_configured = false;
    bool m_controlsEnabled = true;
};

} // namespace barograph
