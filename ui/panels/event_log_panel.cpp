// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/event_log_panel.h"

#include "eventlog/event_export.h"
#include "panels/annotation_strip.h"
#include "panels/event_filter_bar.h"
#include "text/numbers.h"
#include "widgets/event_table.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>
#include <QVBoxLayout>

namespace barograph {

namespace {

/// "UTC+02:00" of an offset in seconds.
QString zoneText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(QChar(seconds < 0 ? u'−' : u'+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

EventLogPanel::EventLogPanel(TimeView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_model(new EventLogModel(this))
    , m_bar(new EventFilterBar(this))
    , m_table(new EventTable(m_model, this))
    , m_note(new AnnotationStrip(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 0, 2, 0); // for the frame of the focus
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    setAccessibleName(tr("Event log"));
    m_table->setAccessibleName(tr("Events, newest first"));
    m_table->setAccessibleDescription(tr("Return goes to the moment of the chosen event in the charts, Escape back to "
                                         "the newest events"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setEmptyText(tr("No frame has been read yet."));
    m_bar->setCompletions(filterCompletions(m_model->words()));
    connectParts();
    updateClock();
    updateCounts();
}

void EventLogPanel::connectParts()
{
    connect(m_bar, &EventFilterBar::changed, this, &EventLogPanel::applyFilter);
    connect(m_bar, &EventFilterBar::crosshairOptionChanged, this, &EventLogPanel::followCursor);
    connect(m_bar, &EventFilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_bar, &EventFilterBar::liveRequested, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_table->follow();
        m_table->setFocus();
    });
    connect(m_model, &EventLogModel::searched, this, &EventLogPanel::updateCounts);
    connect(m_table, &EventTable::followingChanged, this, &EventLogPanel::updateCounts);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &EventLogPanel::updateCounts);
    connect(m_table, &EventTable::hovered, this, [this](int row) {
        if (row >= 0)
            pointAt(row);
        else
            takeCursorBack();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && m_table->hasFocus())
            pointAt(current.row());
        else if (!current.isValid())
            takeCursorBack();
    });
    connect(m_table, &EventTable::keyPressed, this, &EventLogPanel::onKey);
    connect(m_table, &EventTable::copyRequested, this, [this] { copy(false); });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { goToMoment(index.row()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &EventLogPanel::openMenu);
    connect(&m_view, &TimeView::cursorChanged, this, &EventLogPanel::followCursor);
    connect(&m_view, &TimeView::rangeChanged, this, [this] {
        if (m_bar->onlyShownRange())
            applyFilter();
    });
    connect(m_note, &AnnotationStrip::requested, this, &EventLogPanel::annotationRequested);
    connect(m_note, &AnnotationStrip::removalRequested, this, &EventLogPanel::annotationRemovalRequested);
    connect(m_note, &AnnotationStrip::closed, m_table, qOverload<>(&QWidget::setFocus));
}

void EventLogPanel::setFrame(const FramePtr &frame, const NodeFrame &node, UtcTime now)
{
    m_frame = frame;
    m_now = now;
    m_nodeId = node.id;
    m_node = node.index;
    m_note->setNode(node.id, now);
    beginNote();
    if (!isVisible())
        return;
    takeFrame();
}

void EventLogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFrame();
}

void EventLogPanel::takeFrame()
{
    if (!m_frame)
        return;
    updateClock();
    applyFilter(); // the node may be another one, and the charts move on
    if (m_taken != m_frame) {
        m_taken = m_frame;
        m_model->setFrame(*m_frame);
    }
}

void EventLogPanel::applyFilter()
{
    // Nothing is searched for nobody: it is done when it is looked at.
    if (!isVisible())
        return;
    EventFilter filter = m_bar->filter();
    // Of one node, its name in every row tells nothing.
    m_table->setColumnHidden(EventLogModel::NodeColumn, !m_bar->allNodes());
    if (!m_bar->allNodes())
        filter.node = m_node;
    if (m_bar->onlyShownRange()) {
        filter.from = UtcTime{secondOf(m_view.left())};
        // While live, what is just arriving belongs to it.
        if (!m_view.isLive())
            filter.to = m_view.right();
    }
    m_model->setFilter(filter);
}

void EventLogPanel::updateClock()
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(unixMillis(m_now));
    const int offset = local.offsetFromUtc();
    const qint64 day = local.date().toJulianDay();
    if (offset == m_utcOffset && day == m_day)
        return;
    m_utcOffset = offset;
    m_day = day;
    const QDateTime begin = local.date().startOfDay();
    const QDateTime end = local.date().addDays(1).startOfDay();
    m_dayBeginMs = begin.toMSecsSinceEpoch();
    // On the day on which the clocks are changed there is more to it.
    m_dayEndMs = begin.offsetFromUtc() == end.offsetFromUtc() ? end.toMSecsSinceEpoch() : m_dayBeginMs;
    m_model->setClock([this](UtcTime at) { return timeText(at); }, tr("Arrived (%1)").arg(zoneText(offset)),
                      Seconds{offset});
    m_table->viewport()->update();
}

QString EventLogPanel::timeText(UtcTime at) const
{
    // By hand: this is drawn dozens of times ten times a second.
    const qint64 ms = unixMillis(at);
    const bool isToday = ms >= m_dayBeginMs && ms < m_dayEndMs;
    const QDateTime local = isToday ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms);
    const QTime time = isToday ? QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms - m_dayBeginMs)) : local.time();
    QString text;
    text.reserve(18);
    const auto put = [&text](int number, int digits) {
        for (int divisor = digits == 3 ? 100 : 10; divisor > 0; divisor /= 10)
            text += QChar(u'0' + number / divisor % 10);
    };
    if (!isToday && local.date().toJulianDay() != m_day) {
        put(local.date().month(), 2);
        text += u'-';
        put(local.date().day(), 2);
        text += u' ';
    }
    put(time.hour(), 2);
    text += u':';
    put(time.minute(), 2);
    text += u':';
    put(time.second(), 2);
    text += u'.';
    put(time.msec(), 3);
    return text;
}

QString EventLogPanel::isoText(UtcTime at) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(unixMillis(at));
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

void EventLogPanel::updateCounts()
{
    const int rows = m_model->rowCount();
    m_bar->setCounts(rows, m_model->logSize(), m_model->isSearching());
    m_bar->setPaused(!m_table->isFollowing() && rows > 0, m_table->newerRows());
    if (rows > 0 || !m_taken)
        return;
    if (!m_taken->events)
        m_table->setEmptyText(tr("No single events are kept of this time."));
    else if (m_model->isSearching())
        m_table->setEmptyText(tr("Searching…"));
    else if (m_model->logSize() == 0)
        m_table->setEmptyText(tr("No event has arrived yet."));
    else if (m_bar->hidesSomething())
        m_table->setEmptyText(tr("No event is like that. Type less, or switch more kinds on."));
    else
        m_table->setEmptyText(tr("None of the newest events is of this node."));
}

void EventLogPanel::followCursor()
{
    if (m_setsCursor)
        return;
    const auto cursor = m_view.cursor();
    if (!m_bar->followsCrosshair() || !cursor) {
        m_table->markSecond({});
        if (std::exchange(m_led, false) && m_wasFollowing)
            m_table->follow();
        return;
    }
    m_pointing = false;
    m_table->markSecond(secondOf(*cursor));
    if (!isVisible() || m_model->rowCount() == 0)
        return;
    if (!std::exchange(m_led, true))
        m_wasFollowing = m_table->isFollowing();
    showMoment(*cursor);
}

void EventLogPanel::showMoment(UtcTime at)
{
    const int row = m_model->rowBefore(UtcTime{secondOf(at) + Seconds{1}});
    if (row >= 0)
        m_table->showRow(row);
}

void EventLogPanel::pointAt(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_led = false;
    m_pointing = true;
    m_setsCursor = true;
    m_view.setCursor(fromUnixMillis(m_model->record(row).arrivedMs));
    m_setsCursor = false;
}

void EventLogPanel::takeCursorBack()
{
    // A row that is chosen goes on pointing.
    if (!m_pointing)
        return;
    if (const int row = chosenRow(); row >= 0) {
        pointAt(row);
        return;
    }
    m_pointing = false;
    m_setsCursor = true;
    m_view.setCursor({});
    m_setsCursor = false;
}

int EventLogPanel::chosenRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void EventLogPanel::goToMoment(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const UtcTime at = fromUnixMillis(m_model->record(row).arrivedMs);
    const auto half = m_view.span() / 2;
    m_view.show(at - half, at + half);
    pointAt(row);
}

void EventLogPanel::addTerm(HashField field, quint32 hash)
{
    if (hash != 0)
        m_bar->setLine(withHashTerm(m_bar->line(), field, hash));
}

void EventLogPanel::onKey(int key)
{
    if (key == Qt::Key_Slash) {
        focusFilter();
        return;
    }
    const int row = chosenRow();
    if (row < 0)
        return;
    const EventRecord record = m_model->record(row);
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goToMoment(row);
        break;
    case Qt::Key_G:
        addTerm(HashField::Group, record.group);
        break;
    case Qt::Key_P:
        addTerm(HashField::Participant, record.participant);
        break;
    case Qt::Key_M:
        addTerm(HashField::Message, record.message);
        break;
    case Qt::Key_N:
        noteAt(fromUnixMillis(record.arrivedMs));
        break;
    default:
        break;
    }
}

void EventLogPanel::openMenu(const QPoint &at)
{
    // With the keyboard it is about the chosen row, with the mouse about the one that is pointed at.
    const QModelIndex pointed = m_table->indexAt(at);
    const int row = pointed.isValid() ? pointed.row() : chosenRow();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row >= 0) {
        const EventRecord record = m_model->record(row);
        const UtcTime moment = fromUnixMillis(record.arrivedMs);
        menu->addAction(tr("Go to this moment in the charts") + QStringLiteral("\tReturn"), this, [this, moment] {
            const auto half = m_view.span() / 2;
            m_view.show(moment - half, moment + half);
            m_view.setCursor(moment);
        });
        menu->addAction(tr("Write a note at this moment…") + QStringLiteral("\tN"), this,
                        [this, moment] { noteAt(moment); });
        menu->addSeparator();
        const auto filterBy = [&](const QString &text, HashField field, quint32 hash) {
            auto *action = menu->addAction(text, this, [this, field, hash] { addTerm(field, hash); });
            action->setEnabled(hash != 0);
        };
        filterBy(tr("Only this group") + QStringLiteral("\tG"), HashField::Group, record.group);
        filterBy(tr("Only this participant") + QStringLiteral("\tP"), HashField::Participant, record.participant);
        filterBy(tr("Only this message") + QStringLiteral("\tM"), HashField::Message, record.message);
    }
    menu->addAction(tr("Show everything of this node"), m_bar, &EventFilterBar::clear)
        ->setEnabled(m_bar->hidesSomething());
    menu->addSeparator();
    const bool any = m_table->selectionModel()->hasSelection();
    menu->addAction(tr("Copy rows as text") + QStringLiteral("\tCtrl+C"), this, [this] { copy(false); })
        ->setEnabled(any);
    menu->addAction(tr("Copy rows as CSV"), this, [this] { copy(true); })->setEnabled(any);
    const QPoint corner =
        row >= 0 && !pointed.isValid() ? m_table->visualRect(m_model->index(row, 0)).bottomLeft() : at;
    menu->popup(m_table->viewport()->mapToGlobal(corner));
}

void EventLogPanel::copy(bool asCsv)
{
    std::vector<int> rows;
    bool all = true;
    for (const auto &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && all; ++row) {
            all = static_cast<int>(rows.size()) < kMostRowsCopied;
            if (all)
                rows.push_back(row);
        }
    }
    if (rows.empty())
        return;
    const auto at = [this](UtcTime moment) { return isoText(moment); };
    QApplication::clipboard()->setText(asCsv ? rowsAsCsv(*m_model, rows, at) : rowsAsText(*m_model, rows, at));
    const int count = static_cast<int>(rows.size());
    const QString told =
        all ? tr("%n row(s) copied", nullptr, count)
            : tr("The newest %1 of the chosen rows were copied; more at once are not.").arg(formatCount(count));
    QToolTip::showText(m_table->viewport()->mapToGlobal(QPoint(20, 20)), told, m_table);
}

void EventLogPanel::noteAt(UtcTime at)
{
    // Made this moment, it does not know yet of which number.
    m_noteWanted = at;
    beginNote();
}

void EventLogPanel::beginNote()
{
    if (!m_nodeId.isEmpty() && m_noteWanted)
        m_note->begin(m_nodeId, *std::exchange(m_noteWanted, std::nullopt), m_now);
}

void EventLogPanel::editNote(const Marker &note)
{
    m_note->edit(note, m_now);
}

void EventLogPanel::takeAnswer(const AnnotationAnswer &answer)
{
    m_note->takeAnswer(answer);
}

void EventLogPanel::focusFilter()
{
    m_bar->focusLine();
}

} // namespace barograph
