// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/view_bar.h"

#include "panels/node_view/range_popup.h"
#include "series/plot_window.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "widgets/badge.h"
#include "widgets/elided_button.h"
#include "widgets/flow_layout.h"
#include "widgets/font_scaled.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QUndoStack>

namespace barograph {

namespace {

using namespace std::chrono_literals;

constexpr std::array<Millis, 16> kPresets{10s, 30s, 1min, 5min, 10min, 30min, 1h,       3h,
                                          6h,  12h, 24h,  48h,  168h,  336h,  24h * 30, 24h * 90};

constexpr int kLiveIconSide = 14;
constexpr int kLiveIconGap = 6;

QToolButton *makeButton(QWidget *parent, const QString &text, const QString &hint)
{
    auto *button = new ElidedButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setText(text);
    button->setToolTip(hint);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

/// With room to the words on its right, which a tool button does not leave.
QIcon besideText(Mark mark, int side, const QPalette &palette, qreal ratio)
{
    QPixmap pixmap(QSize(side + kLiveIconGap, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, QRectF(0, 0, side, side), mark, themeColors(palette));
    return QIcon(pixmap);
}

QString clockOf(UtcTime at, bool withDate)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(at))
        .toString(withDate ? QStringLiteral("yyyy-MM-dd HH:mm") : QStringLiteral("HH:mm:ss"));
}

} // namespace

ViewBar::ViewBar(TimeView &view, QUndoStack &steps, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_live(makeButton(this, {}, {}))
    , m_range(makeButton(this, {}, tr("How much of the past the charts show.")))
    , m_past(new MarkLabel(this))
    , m_undo(makeButton(this, tr("Undo"), {}))
    , m_redo(makeButton(this, tr("Redo"), {}))
    , m_layouts(makeButton(this, tr("Layout"), tr("How the panels are arranged.")))
    , m_panels(makeButton(this, tr("Panels"), tr("Which panels there are, and what can be done with them.")))
{
    auto *row = new FlowLayout(4, 2, this);
    row->setContentsMargins(2, 0, 2, 0);
    for (QWidget *left : std::initializer_list<QWidget *>{m_live, m_range, m_past})
        row->addWidget(left);
    row->addStretch();
    auto *both = new QWidget(this); // not one at the end of a row and the other in the next
    auto *pair = new QHBoxLayout(both);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(4);
    for (QToolButton *button : {m_undo, m_redo})
        pair->addWidget(button);
    for (QWidget *right : std::initializer_list<QWidget *>{both, m_layouts, m_panels})
        row->addWidget(right);
    row->setAlignment(m_past, Qt::AlignVCenter);
    m_past->setElides(true);
    m_live->setObjectName(QStringLiteral("liveButton"));
    m_range->setObjectName(QStringLiteral("rangeButton"));
    m_past->hide();

    auto *ranges = new QMenu(m_range);
    for (const Millis span : kPresets)
        addPreset(*ranges, span);
    ranges->addSeparator();
    connect(ranges->addAction(tr("&From … to …")), &QAction::triggered, this, &ViewBar::openRangePopup);
    m_range->setMenu(ranges);
    m_range->setPopupMode(QToolButton::InstantPopup);
    connect(m_live, &QToolButton::clicked, this, &ViewBar::toggleLive);
    connect(&view, &TimeView::rangeChanged, this, &ViewBar::updateRange);

    const auto follow = [](QToolButton *button, const QString &nothing, const QString &something, const QString &step) {
        button->setEnabled(!step.isNull());
        button->setToolTip(step.isNull() ? nothing : something.arg(step));
    };
    const auto update = [this, &steps, follow] {
        follow(m_undo, tr("Nothing was changed on the view."), tr("Undo: %1"),
               steps.canUndo() ? steps.undoText() : QString());
        follow(m_redo, tr("Nothing was undone."), tr("Redo: %1"), steps.canRedo() ? steps.redoText() : QString());
    };
    connect(&steps, &QUndoStack::indexChanged, this, update);
    connect(m_undo, &QToolButton::clicked, &steps, &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &steps, &QUndoStack::redo);
    update();
    updateRange();
}

void ViewBar::setMenus(QMenu *layouts, QMenu *panels)
{
    m_layouts->setMenu(layouts);
    m_panels->setMenu(panels);
    for (QToolButton *button : {m_layouts, m_panels})
        button->setPopupMode(QToolButton::InstantPopup);
}

void ViewBar::setLayoutName(const QString &name)
{
    m_layouts->setText(name.isEmpty() ? tr("Layout: own") : tr("Layout: %1").arg(name));
}

void ViewBar::addPreset(QMenu &menu, Millis span)
{
    QAction *action = menu.addAction(tr("Last %1").arg(spanText(span)));
    action->setCheckable(true);
    action->setData(QVariant::fromValue<qint64>(span.count()));
    connect(action, &QAction::triggered, this, [this, span] {
        m_view.setSpan(span);
        updateRange();
    });
}

void ViewBar::updateRange()
{
    const bool live = m_view.isLive();
    QString text = tr("Last %1").arg(spanText(m_view.span()));
    if (!live) {
        const bool withDate = m_view.span() >= 24h || m_view.behind() >= 24h;
        text = tr("%1 to %2").arg(clockOf(m_view.left(), withDate), clockOf(m_view.right(), withDate));
    }
    const QString zone = utcOffsetText(m_view.right());
    text = tr("%1 (%2)", "a range of time and its time zone").arg(text, zone);
    if (text != m_range->text())
        m_range->setText(text);
    for (QAction *action : m_range->menu()->actions()) {
        if (action->isCheckable())
            action->setChecked(action->data().toLongLong() == m_view.span().count());
    }
    QString state = tr("Live");
    if (!live)
        state = tr("Paused: %1 behind, still collecting").arg(formatDuration(m_view.behind()));
    if (state != m_live->text())
        m_live->setText(state);
    if (live != m_shownLive || m_live->icon().isNull()) {
        m_shownLive = live;
        const int side = fontScaled(kLiveIconSide, font());
        m_live->setIconSize({side + kLiveIconGap, side});
        m_live->setIcon(besideText(live ? Mark::Playing : Mark::Paused, side, palette(), devicePixelRatioF()));
        m_live->setToolTip(live ? tr("The charts move with the clock. Press to hold them still (Space); collecting "
                                     "goes on.")
                                : tr("The charts stand still; figures in the other panels are of now. Press to go "
                                     "back to now (Space)."));
        QFont weight = m_live->font();
        weight.setBold(!live);
        m_live->setFont(weight);
    }
}

void ViewBar::updateState(TimelineStore::Completeness completeness, const QString &failure)
{
    if (!m_view.isLive() || m_range->text().isEmpty())
        updateRange();
    switch (completeness) {
    case TimelineStore::Completeness::Complete:
        m_past->hide();
        return;
    case TimelineStore::Completeness::Loading:
        m_past->setContent(Mark::Info, tr("Reading the history…"));
        m_past->setToolTip(tr("What is here already is shown."));
        break;
    case TimelineStore::Completeness::Failed:
        m_past->setContent(Mark::Critical, tr("Part of the history cannot be read"));
        m_past->setToolTip(failure);
        break;
    }
    m_past->show();
}

void ViewBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    m_live->setIcon({});
    updateRange();
}

void ViewBar::openRangePopup()
{
    auto *popup = new RangePopup(m_view, this);
    popup->adjustSize();
    popup->move(m_range->mapToGlobal(QPoint(0, m_range->height())));
    popup->show();
}

void ViewBar::toggleLive()
{
    if (m_view.isLive())
        m_view.pause();
    else
        m_view.goLive();
}

} // namespace barograph
