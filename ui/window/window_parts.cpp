// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/window_parts.h"

#include "panels/banner.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "panels/node_sidebar.h"
#include "panels/node_view.h"
#include "panels/secrets_strip.h"
#include "panels/status_summary.h"

#include <QMainWindow>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace barograph {

WindowParts::WindowParts(QMainWindow &window, const Shared &sharedByView)
    : shared(sharedByView)
    , banner(new Banner(Banner::Tone::Error, &window))
    , reminders(new Banner(Banner::Tone::Reminder, &window))
    , pages(new QStackedWidget(&window))
    , empty(new EmptyState(&window))
    , columns(new QSplitter(Qt::Horizontal, &window))
    , list(new NodeList(&window))
    , view(new NodeView(shared.time, shared.timeline, shared.markers, &window))
    , status(new StatusSummary(&window))
    , secrets(new SecretsStrip(&window))
    , side(new NodeSidebar(list, &window))
{
    columns->addWidget(side);
    columns->addWidget(view);
    columns->setStretchFactor(0, 0);
    columns->setStretchFactor(1, 1);
    columns->setChildrenCollapsible(false);
    columns->setSizes({290, 990});
    pages->addWidget(empty);
    pages->addWidget(columns);
    auto *centre = new QWidget(&window);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(secrets);
    layout->addWidget(banner);
    layout->addWidget(reminders);
    layout->addWidget(pages, 1);
    window.setCentralWidget(centre);
    window.statusBar()->addWidget(status, 1);
    window.statusBar()->setSizeGripEnabled(false);
}

} // namespace barograph
