// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/frame_display.h"

#include "dialogs/setup/setup_flow.h"
#include "main_menu.h"
#include "markers/marker_book.h"
#include "numbers_menu.h"
#include "page_switch.h"
#include "panels/banner.h"
#include "panels/node_list.h"
#include "panels/node_sidebar.h"
#include "panels/node_view.h"
#include "panels/status_summary.h"
#include "text/webhook_notices.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"
#include "widgets/announcer.h"
#include "window/frame_pump.h"
#include "window/side_windows.h"
#include "window/window_parts.h"

#include <QSignalBlocker>

namespace barograph {

const NodeFrame *FrameDisplay::chosenNode() const
{
    const FramePtr &frame = m_to.pump.frame();
    return frame ? frame->node(m_to.parts.list->chosenId()) : nullptr;
}

void FrameDisplay::show(bool withFigures)
{
    const FramePtr frame = m_to.pump.frame();
    if (!frame)
        return;
    const UtcTime now = m_to.pump.now();
    if (withFigures)
        showLists(frame, now);
    // Only now: the list may just have chosen the first one.
    const NodeFrame *node = chosenNode();
    showView(frame, node, now, withFigures);
    if (withFigures)
        showSurroundings(*frame, node, now);
}

void FrameDisplay::showLists(const FramePtr &frame, UtcTime now)
{
    m_to.parts.shared.markers.setFrame(*frame);
    const QSignalBlocker blocker(m_to.parts.list);
    m_to.parts.list->setFrame(frame, now);
    m_to.parts.side->updateState();
    m_to.setup.setFrame(*frame, now);
    m_to.pages.setFrame(frame, now);
}

void FrameDisplay::showView(const FramePtr &frame, const NodeFrame *node, UtcTime now, bool withFigures)
{
    m_to.parts.shared.time.setNow(m_to.pump.liveEdge());
    m_to.parts.shared.timeline.setFrame(frame);
    NodeView &view = *m_to.parts.view;
    if (!node) {
        view.showNothing();
        return;
    }
    if (m_to.pages.shown() != ShownPage::Node)
        return;
    if (withFigures)
        view.setFigures(frame, *node, now);
    view.advance(frame, *node, now);
}

void FrameDisplay::showSurroundings(const Frame &frame, const NodeFrame *node, UtcTime now)
{
    if (node)
        m_to.beside.setNode(*node);
    m_to.announcer.say(stateNews(m_states, frame));
    m_states = nodeStates(frame);
    m_to.menu.setNodeChosen(node != nullptr);
    updateNumbersMenu();
    m_to.menu.setWebhooks(node, frame.listener.tls, now);
    m_to.menu.setDatabase(node);
    m_to.parts.status->setFrame(frame, node, now);
    m_to.parts.banner->setStanding(standingErrors(frame, now));
    m_to.parts.reminders->setStanding(standingReminders(frame, now).join(u'\n'));
}

void FrameDisplay::updateNumbersMenu()
{
    const SetupFlow &setup = m_to.setup;
    const QString id = m_to.parts.list->chosenId();
    m_to.numbers.setNode(setup.node(id), setup.canMove(id, false), setup.canMove(id, true));
}

} // namespace barograph
