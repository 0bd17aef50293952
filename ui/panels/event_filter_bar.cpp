// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/event_filter_bar.h"

#include "text/labels.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "widgets/clear_button.h"
#include "widgets/flow_layout.h"
#include "widgets/font_scaled.h"
#include "widgets/word_completer.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace barograph {

namespace {

/// Lets a word be typed to its end before a million events are looked through.
constexpr int kTypingMs = 150;
/// What is typed after a longer pause is undone by itself.
constexpr int kEditPauseMs = 1000;
constexpr int kSwatchSize = 10;

/// Pressed or not is hard to tell in some themes; struck out is not.
void showSwitch(QToolButton *button, bool on)
{
    QFont font = button->font();
    font.setStrikeOut(!on);
    button->setFont(font);
}

QIcon swatchIcon(const QColor &color, bool filled, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(filled ? color : Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(color);
    painter.drawRect(0, 0, side - 1, side - 1);
    return pixmap;
}

} // namespace

EventFilterBar::EventFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_counts(new QLabel(this))
    , m_error(new QLabel(this))
    , m_live(new QPushButton(this))
    , m_range(new QCheckBox(tr("Only what the charts show"), this))
    , m_crosshair(new QCheckBox(tr("Follow the crosshair"), this))
    , m_all(new QCheckBox(tr("All nodes"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 2);
    layout->setSpacing(3);
    auto *top = new QHBoxLayout;
    top->addWidget(m_line, 1);
    top->addWidget(m_live);
    layout->addLayout(top);
    layout->addWidget(m_error);
    addClearButton(*m_line);
    m_line->setPlaceholderText(tr("Filter: words, lag>=5s, group:4f2a, participant:…, message:…"));
    m_line->setToolTip(tr("Words are looked for in what the log shows, also times such as 14:02. All of them have to "
                          "be found. lag>=5s finds late events; group:, participant: and message: take the first "
                          "digits of a hash."));
    m_line->setAccessibleName(tr("Filter of the event log"));
    m_line->installEventFilter(this);
    m_error->setWordWrap(true);
    m_error->hide();
    m_live->hide();
    m_live->setToolTip(tr("Shows the newest events again and follows them (Esc in the table)"));
    m_counts->setAccessibleName(tr("Events shown"));

    auto *switches = new FlowLayout(4, 2);
    layout->addLayout(switches);
    for (const EventKind kind : kEventKinds) {
        auto *button = addSwitch(eventKindText(kind), tr("Show events of this kind"));
        m_kinds[indexOf(kind)] = button;
        switches->addWidget(button);
    }
    m_apart =
        addSwitch(tr("Apart"), tr("Show events that are counted apart and spend no TPS; the arrow chooses which"));
    m_redelivered = addSwitch(tr("Redelivered"), tr("Show events that had been counted before"));
    switches->addWidget(m_apart);
    switches->addWidget(m_redelivered);
    for (QCheckBox *option : {m_range, m_crosshair, m_all})
        switches->addWidget(option);
    switches->addWidget(m_counts);
    // Made in another order than they stand.
    QWidget *before = m_line;
    const auto goesTo = [&before](QWidget *next) { setTabOrder(std::exchange(before, next), next); };
    goesTo(m_live);
    for (const EventKind kind : kEventKinds)
        goesTo(m_kinds[indexOf(kind)]);
    for (QWidget *next : std::initializer_list<QWidget *>{m_apart, m_redelivered, m_range, m_crosshair, m_all})
        goesTo(next);
    m_counts->setMinimumHeight(m_redelivered->sizeHint().height());
    // As wide as it can get, so that nothing moves while it counts.
    const QString most = formatCount(static_cast<qint64>(EventLogView::kMost));
    m_counts->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2 (searching…)").arg(most, most)) + 8);
    m_crosshair->setChecked(true);
    m_range->setToolTip(tr("Leaves out events outside of the time range of the charts"));
    m_crosshair->setToolTip(tr("Goes to the second that the crosshair of a chart points to, and marks it"));
    m_all->setToolTip(tr("Shows the events of all nodes, not only of the chosen one"));
    buildApartMenu();
    paintSwatches();

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &EventFilterBar::read);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kEditPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &EventFilterBar::endTyping);
    connect(m_line, &QLineEdit::textChanged, this, &EventFilterBar::onTyped);
    connect(m_line, &QLineEdit::editingFinished, this, &EventFilterBar::endTyping);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        read();
        Q_EMIT left();
    });
    const auto tells = [this](QCheckBox *option, void (EventFilterBar::*change)(), const QString &what) {
        connect(option, &QCheckBox::toggled, this, [this, change, what] {
            if (m_sets)
                return;
            Q_EMIT(this->*change)();
            tellChosen(what);
        });
    };
    tells(m_range, &EventFilterBar::changed, tr("change of the event log's time range"));
    tells(m_all, &EventFilterBar::changed, tr("change of the event log's nodes"));
    tells(m_crosshair, &EventFilterBar::crosshairOptionChanged,
          tr("change of whether the event log follows the crosshair"));
    connect(m_live, &QPushButton::clicked, this, &EventFilterBar::liveRequested);
}

QToolButton *EventFilterBar::addSwitch(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setChecked(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int side = fontScaled(kSwatchSize, font());
    button->setIconSize({side, side});
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setAccessibleDescription(toolTip);
    connect(button, &QToolButton::toggled, this, [this, button](bool on) {
        showSwitch(button, on);
        if (m_sets)
            return;
        read();
        tellChosen(tr("change of the kinds in the event log"));
    });
    return button;
}

void EventFilterBar::buildApartMenu()
{
    auto *menu = new QMenu(this);
    for (std::size_t kind = 0; kind < kApartKindCount; ++kind) {
        auto *action = menu->addAction(apartKindText(static_cast<ApartKind>(kind)));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, [this] {
            if (m_sets)
                return;
            read();
            tellChosen(tr("change of the kinds in the event log"));
        });
        m_apartKinds.push_back(action);
    }
    m_apart->setMenu(menu);
    m_apart->setPopupMode(QToolButton::MenuButtonPopup);
}

void EventFilterBar::paintSwatches()
{
    const ThemeColors &colors = themeColors(palette());
    const int side = fontScaled(kSwatchSize, font());
    for (const EventKind kind : kEventKinds)
        m_kinds[indexOf(kind)]->setIcon(swatchIcon(colors.kind(kind), true, side));
    m_apart->setIcon(swatchIcon(colors.faintText, false, side));
    QPalette ink = m_error->palette();
    ink.setColor(QPalette::WindowText, colors.critical);
    m_error->setPalette(ink);
}

void EventFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // While it is being made there is nothing to colour yet.
    if (event->type() == QEvent::PaletteChange && m_redelivered)
        paintSwatches();
}

bool EventFilterBar::allNodes() const
{
    return m_all->isChecked();
}

bool EventFilterBar::onlyShownRange() const
{
    return m_range->isChecked();
}

bool EventFilterBar::followsCrosshair() const
{
    return m_crosshair->isChecked();
}

bool EventFilterBar::hidesSomething() const
{
    return m_filter != EventFilter() || onlyShownRange();
}

QString EventFilterBar::line() const
{
    return m_line->text();
}

void EventFilterBar::setLine(const QString &line)
{
    endTyping();
    m_line->setText(line);
    endTyping();
    read();
}

void EventFilterBar::clear()
{
    EventFilterChoice everything;
    everything.followsCrosshair = followsCrosshair();
    everything.allNodes = allNodes();
    setChoice(everything);
    tellChosen(tr("clearing of the event log's filter"));
}

EventFilterChoice EventFilterBar::choice() const
{
    EventFilterChoice now;
    now.line = m_line->text();
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
        now.kinds[kind] = m_kinds[kind]->isChecked();
    now.apart = m_apart->isChecked();
    for (std::size_t kind = 0; kind < kApartKindCount; ++kind)
        now.apartKinds[kind] = m_apartKinds[kind]->isChecked();
    now.redelivered = m_redelivered->isChecked();
    now.onlyShownRange = m_range->isChecked();
    now.followsCrosshair = m_crosshair->isChecked();
    now.allNodes = m_all->isChecked();
    return now;
}

void EventFilterBar::setChoice(const EventFilterChoice &choice)
{
    const EventFilterChoice before = this->choice();
    if (choice == before)
        return;
    endTyping();
    {
        // One search, not one for each.
        const QScopedValueRollback sets(m_sets, true);
        // The line's own undo goes with its text: what it would bring back belongs to the steps of the view.
        if (choice.line != before.line)
            m_line->setText(choice.line);
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
            m_kinds[kind]->setChecked(choice.kinds[kind]);
        m_apart->setChecked(choice.apart);
        for (std::size_t kind = 0; kind < kApartKindCount; ++kind)
            m_apartKinds[kind]->setChecked(choice.apartKinds[kind]);
        m_redelivered->setChecked(choice.redelivered);
        m_range->setChecked(choice.onlyShownRange);
        m_crosshair->setChecked(choice.followsCrosshair);
        m_all->setChecked(choice.allNodes);
    }
    m_filter = readParts();
    Q_EMIT changed();
    if (choice.followsCrosshair != before.followsCrosshair)
        Q_EMIT crosshairOptionChanged();
}

void EventFilterBar::onTyped(const QString &line)
{
    const qsizetype before = std::exchange(m_typedLength, line.size());
    if (m_sets)
        return;
    m_typing.start();
    // Taken away as a whole, it can be brought back as a whole. Not where it was the line's own undo.
    const bool taken = line.isEmpty() && before > 1 && !m_line->isRedoAvailable();
    if (taken)
        endTyping();
    m_pause.start();
    Q_EMIT chosen(tr("change of the event log's filter"), m_edit);
    if (taken)
        endTyping();
}

void EventFilterBar::endTyping()
{
    m_pause.stop();
    ++m_edit;
}

void EventFilterBar::tellChosen(const QString &what)
{
    endTyping();
    Q_EMIT chosen(what, 0);
}

void EventFilterBar::focusLine()
{
    m_line->setFocus();
    m_line->selectAll();
}

EventFilter EventFilterBar::readParts()
{
    m_typing.stop();
    EventFilter filter = m_filter;
    const QString error = readFilterLine(m_line->text(), filter);
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    filter.kinds = 0;
    for (const EventKind kind : kEventKinds)
        filter.kinds |= m_kinds[indexOf(kind)]->isChecked() ? 1U << loggedKind(kind) : 0U;
    for (std::size_t kind = 0; kind < kApartKindCount; ++kind) {
        const bool on = m_apart->isChecked() && m_apartKinds[kind]->isChecked();
        filter.kinds |= on ? 1U << loggedKind(static_cast<ApartKind>(kind)) : 0U;
    }
    filter.redelivered = m_redelivered->isChecked();
    return filter;
}

void EventFilterBar::read()
{
    const EventFilter filter = readParts();
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT changed();
}

void EventFilterBar::setCompletions(const QStringList &terms)
{
    m_line->setCompleter(new WordCompleter(terms, m_line));
}

void EventFilterBar::setCounts(qint64 shown, qint64 all, bool searching)
{
    const QString text = searching ? tr("%1 of %2 (searching…)").arg(formatCount(shown), formatCount(all))
                                   : tr("%1 of %2").arg(formatCount(shown), formatCount(all));
    if (text != m_counts->text())
        m_counts->setText(text);
}

void EventFilterBar::setPaused(bool paused, int newer)
{
    const QString text = newer > 0 ? tr("%1 newer: go live").arg(formatCount(newer)) : tr("Paused: go live");
    if (text != m_live->text())
        m_live->setText(text);
    m_live->setVisible(paused);
}

bool EventFilterBar::leavesUndoToTheView(const QKeyEvent &event) const
{
    // A step that is being typed is the line's own, letter by letter; what was typed before is one of the view's, in
    // the order in which all of them happened.
    if (event.matches(QKeySequence::Undo))
        return !isTyping() || !m_line->isUndoAvailable();
    return event.matches(QKeySequence::Redo) && (!isTyping() || !m_line->isRedoAvailable());
}

bool EventFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && leavesUndoToTheView(*static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
        if (key == Qt::Key_Escape && !m_line->text().isEmpty()) {
            setLine({});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace barograph
