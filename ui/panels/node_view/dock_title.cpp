// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/dock_title.h"

#include "theme/colors.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace barograph {

namespace {

enum class Glyph : quint8 { Maximise, Restore, TearOff, PutBack, Close };

constexpr int kGlyphSide = 8;
constexpr int kTitleMargin = 6;

/// Drawn, so that it has the colours of the theme and the size of the letters beside it.
class GlyphButton : public QToolButton
{
public:
    GlyphButton(Glyph glyph, QWidget *parent)
        : QToolButton(parent)
        , m_glyph(glyph)
    {
        setAutoRaise(true);
        // The keyboard has shortcuts and the menu; three stops in each of a dozen panels would bury what is in them.
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::ArrowCursor);
    }

    void setGlyph(Glyph glyph)
    {
        m_glyph = glyph;
        update();
    }

    QSize sizeHint() const override
    {
        const int side = std::max(18, fontMetrics().height() + 2);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        if (underMouse() && isEnabled())
            painter.fillRect(rect(), palette().color(isDown() ? QPalette::Mid : QPalette::Midlight));
        painter.setRenderHint(QPainter::Antialiasing);
        QRectF box(0, 0, kGlyphSide, kGlyphSide);
        box.moveCenter(QRectF(rect()).center());
        painter.setPen(QPen(palette().color(underMouse() ? QPalette::WindowText : QPalette::PlaceholderText), 1.3));
        switch (m_glyph) {
        case Glyph::Maximise:
            painter.drawRect(box);
            painter.drawLine(box.topLeft() + QPointF(0, 1.5), box.topRight() + QPointF(0, 1.5));
            break;
        case Glyph::Restore:
            painter.drawRect(box.adjusted(0, 2.5, -2.5, 0));
            painter.drawPolyline(
                QPolygonF({box.topLeft() + QPointF(2.5, 0), box.topRight(), box.bottomRight() - QPointF(0, 2.5)}));
            break;
        case Glyph::TearOff:
            painter.drawPolyline(
                QPolygonF({box.topLeft() + QPointF(3, 1.5), box.topLeft() + QPointF(0, 1.5), box.bottomLeft(),
                           box.bottomRight() - QPointF(1.5, 0), box.bottomRight() - QPointF(1.5, 3)}));
            painter.drawLine(box.topRight(), box.center());
            painter.drawPolyline(
                QPolygonF({box.topRight() - QPointF(3, 0), box.topRight(), box.topRight() + QPointF(0, 3)}));
            break;
        case Glyph::PutBack:
            painter.drawRect(box);
            painter.drawLine(box.topRight() + QPointF(-1.8, 1.8), box.bottomLeft() + QPointF(2.2, -2.2));
            painter.drawPolyline(QPolygonF({box.bottomLeft() + QPointF(2.2, -5), box.bottomLeft() + QPointF(2.2, -2.2),
                                            box.bottomLeft() + QPointF(5, -2.2)}));
            break;
        case Glyph::Close:
            painter.drawLine(box.topLeft(), box.bottomRight());
            painter.drawLine(box.topRight(), box.bottomLeft());
            break;
        }
    }

private:
    Glyph m_glyph;
};

} // namespace

DockTitle::DockTitle(QWidget *parent)
    : QWidget(parent)
    , m_maximise(new GlyphButton(Glyph::Maximise, this))
    , m_float(new GlyphButton(Glyph::TearOff, this))
    , m_close(new GlyphButton(Glyph::Close, this))
{
    setMaximised(false);
    setFloating(false);
    m_close->setAccessibleName(tr("Close this panel"));
    m_close->setToolTip(tr("Close this panel. The Panels menu brings it back."));
    connect(m_maximise, &QToolButton::clicked, this, &DockTitle::maximiseRequested);
    connect(m_float, &QToolButton::clicked, this, &DockTitle::floatRequested);
    connect(m_close, &QToolButton::clicked, this, &DockTitle::closeRequested);
}

void DockTitle::setContent(const QString &text, std::optional<Mark> mark)
{
    if (text == m_text && mark == m_mark)
        return;
    m_text = text;
    m_mark = mark;
    setToolTip(text);
    update();
}

void DockTitle::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    for (QToolButton *button : {m_maximise, m_float, m_close})
        button->setVisible(!collapsed);
    updateGeometry();
}

void DockTitle::setMaximised(bool maximised)
{
    static_cast<GlyphButton *>(m_maximise)->setGlyph(maximised ? Glyph::Restore : Glyph::Maximise);
    m_maximise->setAccessibleName(maximised ? tr("Show the other panels again") : tr("Show this panel alone"));
    m_maximise->setToolTip(m_maximise->accessibleName());
}

void DockTitle::setFloating(bool floating)
{
    static_cast<GlyphButton *>(m_float)->setGlyph(floating ? Glyph::PutBack : Glyph::TearOff);
    m_float->setAccessibleName(floating ? tr("Put this panel back into the window")
                                        : tr("Tear this panel off into a window of its own"));
    m_float->setToolTip(m_float->accessibleName());
}

void DockTitle::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    update();
}

int DockTitle::fullHeight() const
{
    return std::max(20, fontMetrics().height() + 6);
}

QSize DockTitle::sizeHint() const
{
    return m_collapsed ? QSize(0, 0) : QSize(160, fullHeight());
}

QSize DockTitle::minimumSizeHint() const
{
    return m_collapsed ? QSize(0, 0) : QSize(90, sizeHint().height());
}

void DockTitle::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    int right = width() - 2;
    for (QToolButton *button : {m_close, m_float, m_maximise}) {
        const QSize size = button->sizeHint();
        right -= size.width();
        button->setGeometry(QRect(QPoint(right, (height() - size.height()) / 2), size));
    }
}

void DockTitle::paintEvent(QPaintEvent * /*event*/)
{
    if (m_collapsed)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Button));
    if (m_active)
        painter.fillRect(QRect(0, 0, 3, height()), palette().color(QPalette::Highlight));
    QRect text = rect().adjusted(kTitleMargin, 0, m_maximise->x() - width() - 2, 0);
    if (m_mark) {
        const int side = fontMetrics().ascent() + 1;
        const QRect box(text.left(), (height() - side) / 2, side, side);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, box, *m_mark, themeColors(palette()));
        painter.restore();
        text.setLeft(box.right() + 5);
    }
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(bold).elidedText(m_text, Qt::ElideRight, text.width()));
}

void DockTitle::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT maximiseRequested();
    event->accept();
}

void DockTitle::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
    event->accept();
}

} // namespace barograph
