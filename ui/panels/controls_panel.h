// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

namespace barograph {

class CallbacksPanel;
class OutboundPanel;

/// The bot's send queue and the node's status callbacks with all that can be done to them: below one another or, where
/// it is wide and low, side by side. Scrolls rather than cut a button off.
class ControlsPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit ControlsPanel(QWidget *parent = nullptr);

    OutboundPanel &outbound() const { return *m_outbound; }
    CallbacksPanel &callbacks() const { return *m_callbacks; }

    void setNode(const NodeFrame &node, UtcTime now);
    void setControlsEnabled(bool enabled);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    OutboundPanel *m_outbound;
    CallbacksPanel *m_callbacks;
    QBoxLayout *m_boxes;
};

} // namespace barograph
