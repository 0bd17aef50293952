// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog_screens.h"

#include "panels/annotation_strip.h"
#include "panels/event_log_panel.h"
#include "support/eventlog_frames.h"
#include "support/frame_factory.h"
#include "widgets/event_table.h"

#include <QCoreApplication>
#include <QLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextStream>
#include <QToolButton>

namespace barograph {

namespace {

bool saveLog(QWidget &widget, const QDir &folder, const QString &name, const QString &suffix)
{
    const QString path = folder.filePath(QStringLiteral("eventlog-%1-%2.png").arg(name, suffix));
    const bool ok = widget.grab().save(path);
    QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
    return ok;
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

bool renderEventLog(const QDir &folder, const QString &suffix, const QSize &size)
{
    TimeView view;
    view.setNow(testing::frameTime());
    EventLogWriter empty;
    EventLogPanel panel(view);
    panel.resize(size.width() * 3 / 5, size.height() * 2 / 5);
    FramePtr frame = testing::stormLogFrame(empty);
    panel.setFrame(frame, frame->nodes[0], testing::frameTime());
    panel.show();
    letSearch(panel);
    bool ok = saveLog(panel, folder, QStringLiteral("empty"), suffix);

    EventLogWriter log;
    testing::fillStormLog(log, EventLogView::kMost);
    frame = testing::stormLogFrame(log);
    panel.setFrame(frame, frame->nodes[0], testing::frameTime());
    panel.layout()->activate();
    ok &= saveLog(panel, folder, QStringLiteral("searching"), suffix);
    letSearch(panel);
    ok &= saveLog(panel, folder, QStringLiteral("live"), suffix);

    auto *table = panel.findChild<EventTable *>();
    table->verticalScrollBar()->setValue(312);
    ok &= saveLog(panel, folder, QStringLiteral("paused"), suffix);
    table->setFocus();
    table->setCurrentIndex(panel.findChild<EventLogModel *>()->index(316, 0));
    ok &= saveLog(panel, folder, QStringLiteral("chosen"), suffix);
    table->clearSelection();
    table->setCurrentIndex({});
    view.setCursor(testing::frameTime() - Millis{90'000});
    ok &= saveLog(panel, folder, QStringLiteral("crosshair"), suffix);
    view.setCursor({});
    type(panel, QStringLiteral("subscribers lag>=5s"));
    letSearch(panel);
    ok &= saveLog(panel, folder, QStringLiteral("filtered"), suffix);
    auto switches = panel.findChildren<QToolButton *>();
    for (QToolButton *button : switches)
        button->setChecked(button->text() == QLatin1String("Read"));
    letSearch(panel);
    ok &= saveLog(panel, folder, QStringLiteral("only-reads"), suffix);
    for (QToolButton *button : switches)
        button->setChecked(true);
    type(panel, QStringLiteral("lag>=often"));
    letSearch(panel);
    ok &= saveLog(panel, folder, QStringLiteral("wrong-term"), suffix);
    type(panel, QStringLiteral("nowhere"));
    letSearch(panel);
    ok &= saveLog(panel, folder, QStringLiteral("no-match"), suffix);
    type(panel, {});
    letSearch(panel);
    panel.noteAt(testing::frameTime());
    auto *text = panel.findChild<AnnotationStrip *>()->findChild<QLineEdit *>();
    text->setText(QStringLiteral("Customer 4917012345678 asks why"));
    QCoreApplication::processEvents();
    ok &= saveLog(panel, folder, QStringLiteral("note"), suffix);
    panel.resize(420, 360);
    QCoreApplication::processEvents();
    return saveLog(panel, folder, QStringLiteral("narrow"), suffix) && ok;
}

} // namespace barograph
