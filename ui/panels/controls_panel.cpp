// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/controls_panel.h"

#include "panels/callbacks_panel.h"
#include "panels/outbound_panel.h"

#include <QBoxLayout>

namespace barograph {

namespace {

constexpr int kSideBySideFrom = 500;
constexpr int kLowBelow = 300;

} // namespace

ControlsPanel::ControlsPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_outbound(new OutboundPanel)
    , m_callbacks(new CallbacksPanel)
{
    setAccessibleName(tr("Outbound queue and status callbacks"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    m_boxes = new QBoxLayout(QBoxLayout::TopToBottom, content);
    m_boxes->setContentsMargins(4, 2, 4, 4);
    m_boxes->setSpacing(4);
    m_boxes->addWidget(m_outbound, 1);
    m_boxes->addWidget(m_callbacks);
    setWidget(content);
}

void ControlsPanel::setNode(const NodeFrame &node, UtcTime now)
{
    m_outbound->setNode(node, now);
    m_callbacks->setNode(node, now);
}

void ControlsPanel::setControlsEnabled(bool enabled)
{
    m_outbound->setControlsEnabled(enabled);
    m_callbacks->setControlsEnabled(enabled);
}

void ControlsPanel::resizeEvent(QResizeEvent *event)
{
    const bool beside = width() >= kSideBySideFrom && height() < kLowBelow;
    m_boxes->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_boxes->setStretch(1, beside ? 1 : 0);
    // Afterwards: it goes by the least size of what is inside, which has just become another one.
    QScrollArea::resizeEvent(event);
}

} // namespace barograph
