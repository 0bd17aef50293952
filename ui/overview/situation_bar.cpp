// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/situation_bar.h"

#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/situation_mark.h"
#include "widgets/announcer.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace barograph {

namespace {

constexpr int kBarInset = 8;
constexpr double kLarge = 1.4;
/// Two rows are kept also for a short sentence, so that nothing below moves when it changes.
constexpr int kRowsKept = 2;
constexpr int kMostRows = 3;

/// Where it does not fit, the end of what is about others goes, not the news.
QString cutToRows(const QString &text, const QFont &font, int width, int rows)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    int row = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (++row == rows && line.textStart() + line.textLength() < text.size()) {
            const int start = line.textStart();
            return text.left(start) + QFontMetrics(font).elidedText(text.mid(start), Qt::ElideRight, width);
        }
    }
    return text;
}

} // namespace

SituationBar::SituationBar(QWidget *parent)
    : QAbstractButton(parent)
    , m_announcer(new Announcer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("What matters now"));
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (!m_situation.nodeId.isEmpty())
            Q_EMIT openRequested(m_situation.nodeId);
    });
}

void SituationBar::setSituation(const Situation &situation)
{
    if (situation == m_situation)
        return;
    const bool isNews = situation.isNewsAfter(m_situation);
    m_situation = situation;
    setCursor(situation.nodeId.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setToolTip(situation.nodeId.isEmpty() ? QString() : tr("Opens this number."));
    setAccessibleName(tr("What matters now: %1").arg(situation.whole()));
    if (isNews) {
        m_announcer->say(situation.whole());
        Q_EMIT announced(situation.whole());
    }
    updateGeometry();
    update();
}

QFont SituationBar::largeFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * kLarge);
    large.setBold(true);
    return large;
}

int SituationBar::textLeft() const
{
    return kBarInset + QFontMetrics(largeFont()).height() * 3 / 2 + kBarInset;
}

QSize SituationBar::sizeHint() const
{
    return {640, heightForWidth(640)};
}

QSize SituationBar::minimumSizeHint() const
{
    return {240, QFontMetrics(largeFont()).height() * kRowsKept + 2 * kBarInset};
}

int SituationBar::heightForWidth(int width) const
{
    const QFontMetrics metrics(largeFont());
    const QRect room(0, 0, std::max(width - textLeft() - kBarInset, 60), 10'000);
    const int text = metrics.boundingRect(room, Qt::TextWordWrap, m_situation.whole()).height();
    return std::clamp(text, kRowsKept * metrics.height(), kMostRows * metrics.lineSpacing()) + 2 * kBarInset;
}

QRect SituationBar::textRoom() const
{
    return {textLeft(), kBarInset, width() - textLeft() - kBarInset, height() - 2 * kBarInset};
}

QString SituationBar::shownWords() const
{
    const QFont large = largeFont();
    const QFontMetrics metrics(large);
    const QRect room = textRoom();
    // The last row needs no room below it.
    const int rows = (room.height() + metrics.leading() + 1) / std::max(metrics.lineSpacing(), 1);
    return cutToRows(m_situation.whole(), large, room.width(), std::max(rows, 1));
}

bool SituationBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && shownWords() != m_situation.whole()) {
        const QString more = toolTip().isEmpty() ? QString() : u'\n' + toolTip();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_situation.whole() + more, this);
        return true;
    }
    return QAbstractButton::event(event);
}

void SituationBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const Mark mark = situationMark(m_situation.kind);
    painter.fillRect(rect(), palette().color(underMouse() && !m_situation.nodeId.isEmpty() ? QPalette::AlternateBase
                                                                                           : QPalette::Base));
    painter.fillRect(QRect(0, 0, 6, height()), markColor(mark, colors));
    const QFontMetrics metrics(largeFont());
    const int side = metrics.height() * 3 / 2;
    paintMark(painter, QRectF(kBarInset + 2, (height() - side) / 2.0, side, side), mark, colors);
    const QRect room = textRoom();
    const QString words = shownWords();
    painter.setFont(largeFont());
    painter.setPen(palette().color(QPalette::Text));
    const QRect text = metrics.boundingRect(room, Qt::TextWordWrap, words);
    const int top = std::max(room.top(), room.center().y() - text.height() / 2);
    painter.drawText(QRect(room.left(), top, room.width(), room.bottom() - top + 1),
                     Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, words);
    painter.setPen(colors.grid);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void SituationBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void SituationBar::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace barograph
