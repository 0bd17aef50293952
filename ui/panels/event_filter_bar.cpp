// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/event_filter_bar.h"

#include "text/labels.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "widgets/clear_button.h"
#include "widgets/flow_layout.h"
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
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace barograph {

namespace {

/// Lets a word be typed to its end before a million events are looked through.
constexpr int kTypingMs = 150;
constexpr int kSwatchSize = 10;

/// Pressed or not is hard to tell in some themes; struck out is not.
void showSwitch(QToolButton *button, bool on)
{
    QFont font = button->font();
    font.setStrikeOut(!on);
    button->setFont(font);
}

QIcon swatchIcon(const QColor &color, bool filled)
{
    QPixmap pixmap(kSwatchSize, kSwatchSize);
    pixmap.fill(filled ? color : Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(color);
    painter.drawRect(0, 0, kSwatchSize - 1, kSwatchSize - 1);
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
    connect(m_line, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        read();
        Q_EMIT left();
    });
    for (QCheckBox *option : {m_range, m_all})
        connect(option, &QCheckBox::toggled, this, &EventFilterBar::changed);
    connect(m_crosshair, &QCheckBox::toggled, this, &EventFilterBar::crosshairOptionChanged);
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
    button->setIconSize({kSwatchSize, kSwatchSize});
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setAccessibleDescription(toolTip);
    connect(button, &QToolButton::toggled, this, [this, button](bool on) {
        showSwitch(button, on);
        read();
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
        connect(action, &QAction::toggled, this, &EventFilterBar::read);
        m_apartKinds.push_back(action);
    }
    m_apart->setMenu(menu);
    m_apart->setPopupMode(QToolButton::MenuButtonPopup);
}

void EventFilterBar::paintSwatches()
{
    const ThemeColors &colors = themeColors(palette());
    for (const EventKind kind : kEventKinds)
        m_kinds[indexOf(kind)]->setIcon(swatchIcon(colors.kind(kind), true));
    m_apart->setIcon(swatchIcon(colors.faintText, false));
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
    m_line->setText(line);
    read();
}

void EventFilterBar::clear()
{
    {
        // One search, not one for each.
        const QSignalBlocker line(m_line);
        const QSignalBlocker range(m_range);
        m_line->clear();
        m_range->setChecked(false);
    }
    for (QToolButton *button : {m_kinds[0], m_kinds[1], m_kinds[2], m_kinds[3], m_apart, m_redelivered}) {
        const QSignalBlocker blocker(button);
        button->setChecked(true);
        showSwitch(button, true);
    }
    for (QAction *action : m_apartKinds) {
        const QSignalBlocker blocker(action);
        action->setChecked(true);
    }
    m_filter = {};
    m_error->hide();
    Q_EMIT changed();
}

void EventFilterBar::focusLine()
{
    m_line->setFocus();
    m_line->selectAll();
}

void EventFilterBar::read()
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

bool EventFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
        if (key == Qt::Key_Escape && !m_line->text().isEmpty()) {
            m_line->clear();
            read();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace barograph
