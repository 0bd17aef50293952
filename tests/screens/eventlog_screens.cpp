// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog_screens.h"

#include "gallery.h"
#include "panels/annotation_strip.h"
#include "panels/event_log_panel.h"
#include "support/eventlog_frames.h"
#include "support/frame_factory.h"
#include "widgets/event_table.h"

#include <QCoreApplication>
#include <QLayout>
#include <QLineEdit>
#include <QScrollBar>

namespace barograph {

namespace {

/// As it stands, without letting a search go on.
void keepLog(Gallery &gallery, QWidget &widget, const QString &state)
{
    endFading(widget);
    gallery.take(widget.grab().toImage(), QStringLiteral("eventlog-") + state);
}

void letSearch(const EventLogPanel &panel)
{
    const auto *model = panel.findChild<EventLogModel *>();
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    while (model->isSearching());
    QCoreApplication::processEvents();
}

void type(EventLogPanel &panel, const QString &text)
{
    auto *line = panel.findChild<QLineEdit *>();
    line->setText(text);
    Q_EMIT line->returnPressed();
}

} // namespace

void renderEventLog(Gallery &gallery)
{
    const QSize size = gallery.look().size;
    TimeView view;
    view.setNow(testing::frameTime());
    EventLogWriter empty;
    EventLogPanel panel(view);
    panel.resize(size.width() * 3 / 5, size.height() * 2 / 5);
    FramePtr frame = testing::stormLogFrame(empty);
    panel.setFrame(frame, frame->nodes[0], testing::frameTime());
    panel.show();
    letSearch(panel);
    keepLog(gallery, panel, QStringLiteral("empty"));

    EventLogWriter log;
    testing::fillStormLog(log, EventLogView::kMost);
    frame = testing::stormLogFrame(log);
    panel.setFrame(frame, frame->nodes[0], testing::frameTime());
    panel.layout()->activate();
    keepLog(gallery, panel, QStringLiteral("searching"));
    letSearch(panel);
    keepLog(gallery, panel, QStringLiteral("live"));

    auto *table = panel.findChild<EventTable *>();
    table->verticalScrollBar()->setValue(312);
    keepLog(gallery, panel, QStringLiteral("paused"));
    table->setFocus();
    table->setCurrentIndex(panel.findChild<EventLogModel *>()->index(316, 0));
    keepLog(gallery, panel, QStringLiteral("chosen"));
    table->clearSelection();
    table->setCurrentIndex({});
    view.setCursor(testing::frameTime() - Millis{90'000});
    keepLog(gallery, panel, QStringLiteral("crosshair"));
    view.setCursor({});
    type(panel, QStringLiteral("subscribers lag>=5s"));
    letSearch(panel);
    keepLog(gallery, panel, QStringLiteral("filtered"));
    type(panel, QStringLiteral("lag>=often"));
    letSearch(panel);
    keepLog(gallery, panel, QStringLiteral("wrong-term"));
    type(panel, QStringLiteral("nowhere"));
    letSearch(panel);
    keepLog(gallery, panel, QStringLiteral("no-match"));
    type(panel, {});
    letSearch(panel);
    panel.noteAt(testing::frameTime());
    auto *text = panel.findChild<AnnotationStrip *>()->findChild<QLineEdit *>();
    text->setText(QStringLiteral("Customer 4917012345678 asks why"));
    QCoreApplication::processEvents();
    keepLog(gallery, panel, QStringLiteral("note"));
    panel.resize(420, 360);
    QCoreApplication::processEvents();
    keepLog(gallery, panel, QStringLiteral("narrow"));
}

} // namespace barograph
