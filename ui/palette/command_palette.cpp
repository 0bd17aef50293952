// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/command_palette.h"

#include "palette/command_delegate.h"
#include "palette/command_ranking.h"
#include "theme/colors.h"
#include "widgets/clear_button.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kMostRowsSeen = 12;
constexpr int kWidthInCharacters = 90;
constexpr int kEdge = 10;

bool isWithin(const QWidget *widget, const QWidget *root)
{
    return widget && (widget == root || root->isAncestorOf(widget));
}

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_typed(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_rows(new QStandardItemModel(this))
    , m_none(new QLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setAutoFillBackground(true);
    m_typed->setObjectName(QStringLiteral("paletteTyped"));
    m_typed->setPlaceholderText(tr("What do you want to do? A few letters are enough."));
    m_typed->setAccessibleName(tr("Find a command"));
    addClearButton(*m_typed);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(false);
    m_none->setText(tr("Nothing is called so."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kEdge, kEdge, kEdge, kEdge);
    layout->addWidget(m_typed);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_list, &QListView::clicked, this, &CommandPalette::trigger);
    m_typed->installEventFilter(this);
    m_list->installEventFilter(this);
    window->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (isVisible() && now && !isWithin(now, this) && now->window() == this->window())
            close(false);
    });
    hide();
}

void CommandPalette::addSource(CommandSource source)
{
    m_sources.push_back(std::move(source));
}

QStringList CommandPalette::recentToKeep() const
{
    QStringList known;
    for (const CommandSource &source : m_sources) {
        for (const Command &command : source()) {
            if (m_recent.contains(command.id))
                known.append(command.id);
        }
    }
    QStringList kept = m_recent;
    kept.removeIf([&known](const QString &id) { return !known.contains(id); });
    return kept;
}

void CommandPalette::restoreRecent(const QStringList &kept)
{
    m_recent = readRecent(kept);
}

void CommandPalette::toggle()
{
    if (isVisible())
        close(true);
    else
        open();
}

void CommandPalette::open()
{
    m_commands.clear();
    for (const CommandSource &source : m_sources) {
        for (Command &command : source())
            m_commands.push_back(std::move(command));
    }
    m_hadFocus = window()->focusWidget();
    m_typed->clear();
    refresh();
    show();
    raise();
    place();
    m_typed->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close(bool giveFocusBack)
{
    // Hidden first: a focus that comes back must not be taken for one that goes away.
    const QPointer<QWidget> back = m_hadFocus;
    hide();
    m_commands.clear();
    m_rows->clear();
    if (giveFocusBack && back)
        back->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::refresh()
{
    std::vector<CommandText> texts;
    texts.reserve(m_commands.size());
    for (const Command &command : m_commands)
        texts.push_back({command.id, command.name, command.section, command.keywords, command.enabled});
    m_rows->clear();
    for (const RankedCommand &ranked : rankCommands(texts, m_typed->text(), m_recent)) {
        const Command &command = m_commands[ranked.at];
        auto *row = new QStandardItem(command.name);
        row->setData(static_cast<int>(ranked.at), CommandAtRole);
        row->setData(command.section, CommandSectionRole);
        row->setData(command.shortcut, CommandShortcutRole);
        if (command.on)
            row->setData(*command.on, CommandOnRole);
        QStringList spoken{command.name, command.section};
        if (command.on)
            spoken << (*command.on ? tr("on") : tr("off"));
        if (!command.shortcut.isEmpty())
            spoken << command.shortcut;
        if (!command.enabled) {
            const QString why = command.whyNot.isEmpty() ? tr("Not available at present.") : command.whyNot;
            row->setData(why, CommandWhyNotRole);
            spoken << why;
        }
        row->setData(spoken.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        QList<int> matched;
        for (const qsizetype at : ranked.positions)
            matched << static_cast<int>(at);
        row->setData(QVariant::fromValue(matched), CommandMatchRole);
        m_rows->appendRow(row);
    }
    m_none->setVisible(m_rows->rowCount() == 0);
    m_list->setVisible(m_rows->rowCount() > 0);
    if (m_rows->rowCount() > 0)
        m_list->setCurrentIndex(m_rows->index(0, 0));
    tellCurrent();
    place();
}

void CommandPalette::place()
{
    const QWidget *over = parentWidget();
    const QMargins margins = layout()->contentsMargins();
    int rows = 0;
    for (int row = 0; row < std::min(m_rows->rowCount(), kMostRowsSeen); ++row)
        rows += m_list->sizeHintForRow(row);
    const int frame = 2 * frameWidth();
    const int under = rows > 0 ? rows + 2 * m_list->frameWidth() : m_none->sizeHint().height();
    const int wanted =
        margins.top() + margins.bottom() + frame + m_typed->sizeHint().height() + layout()->spacing() + under;
    const int width = std::min(kWidthInCharacters * fontMetrics().averageCharWidth(), over->width() - 4 * kEdge);
    const int top = over->height() / 10;
    setGeometry((over->width() - width) / 2, top, width, std::min(wanted, over->height() - top - 2 * kEdge));
}

void CommandPalette::step(int rows)
{
    if (m_rows->rowCount() == 0)
        return;
    const int last = m_rows->rowCount() - 1;
    const int now = m_list->currentIndex().row();
    int next = std::clamp(now + rows, 0, last);
    // By single steps around the ends, as in a menu.
    if (rows == 1 && now == last)
        next = 0;
    else if (rows == -1 && now == 0)
        next = last;
    m_list->setCurrentIndex(m_rows->index(next, 0));
    tellCurrent();
}

void CommandPalette::tellCurrent()
{
    if (!QAccessible::isActive() || !isVisible() || !m_list->currentIndex().isValid())
        return;
    // The focus stays where is typed; the row is what a screen reader has to read.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

void CommandPalette::trigger(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto at = static_cast<std::size_t>(index.data(CommandAtRole).toInt());
    if (at >= m_commands.size() || !m_commands[at].enabled)
        return;
    const Command command = m_commands[at];
    m_recent = withRecent(m_recent, command.id);
    // Before it is done: what it does may open a window or move the focus.
    close(true);
    if (command.trigger)
        command.trigger();
    Q_EMIT triggered(command.id);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        place();
    } else if (event->type() == QEvent::KeyPress && (watched == m_typed || watched == m_list)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
            step(kMostRowsSeen - 1);
            return true;
        case Qt::Key_PageUp:
            step(1 - kMostRowsSeen);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            trigger(m_list->currentIndex());
            return true;
        case Qt::Key_K:
            // In a line it would delete up to the end; here it is the key that opened this.
            if (key->modifiers() == Qt::ControlModifier) {
                close(true);
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close(true);
    else
        QFrame::keyPressEvent(event);
}

void CommandPalette::paintEvent(QPaintEvent * /*event*/)
{
    // What lies below is as dark: only an edge tells where the palette ends.
    QPainter painter(this);
    painter.setPen(QPen(themeColors(palette()).outline, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace barograph
