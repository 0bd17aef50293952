// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/value_label.h"

#include "text/numbers.h"
#include "theme/colors.h"
#include "widgets/font_scaled.h"
#include "widgets/truth_mark.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <optional>

namespace barograph {

namespace {

constexpr int kTruthMarkSide = 7;
constexpr int kTruthMarkRoom = 11;

/// By the program's letters: figures of one size have one size of marks, also where one is bold.
int scaledForLabels(int px)
{
    return fontScaled(px, QApplication::font());
}

/// Nothing: the colour of ordinary text.
std::optional<QColor> inkOf(const ShownValue &value, const ThemeColors &colors)
{
    if (value.notVisible)
        return colors.notVisible;
    switch (value.truth) {
    case Truth::Measured:
    case Truth::Estimated:
        break;
    case Truth::Stale:
        return colors.warning;
    case Truth::NotMeasured:
        return colors.info;
    case Truth::Unknown:
    case Truth::NotSupported:
        return colors.faintText;
    }
    return std::nullopt;
}

} // namespace

ValueLabel::ValueLabel(const QString &accessibleName, QWidget *parent)
    : ElidedLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAccessibleName(accessibleName);
    m_value.truth = Truth::Unknown;
    m_value.text = tr("unknown");
    setText(m_value.text);
    setContentsMargins(scaledForLabels(kTruthMarkRoom), 0, 0, 0);
    applyLook();
}

void ValueLabel::setValue(const ShownValue &value)
{
    if (value == m_value) {
        m_value = value; // younger
        return;
    }
    const bool sameLook = value.truth == m_value.truth && value.notVisible == m_value.notVisible;
    m_value = value;
    setText(value.text);
    setToolTip(value.how);
    setAccessibleDescription(value.text);
    setContentsMargins(value.text.isEmpty() ? 0 : scaledForLabels(kTruthMarkRoom), 0, 0, 0);
    if (!sameLook)
        applyLook();
}

QString ValueLabel::hint() const
{
    // A stale one says it in its words.
    const bool hasAge = m_value.truth == Truth::Measured || m_value.truth == Truth::Estimated;
    if (!hasAge || m_value.takenAt == UtcTime{})
        return m_value.how;
    return tr("%1 As of %2 (%3).", "how a value was come by, its time, its age")
        .arg(m_value.how, localClock(m_value.takenAt, m_value.shownAt), formatAge(m_value.takenAt, m_value.shownAt));
}

bool ValueLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_value.how.isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), isCut() ? text() + u'\n' + hint() : hint(),
                           this);
        return true;
    }
    return ElidedLabel::event(event);
}

void ValueLabel::paintEvent(QPaintEvent *event)
{
    ElidedLabel::paintEvent(event);
    if (m_value.text.isEmpty())
        return;
    const ThemeColors &colors = themeColors(palette());
    const int line = std::min(height(), fontMetrics().height());
    const int top = alignment().testFlag(Qt::AlignTop) || wordWrap() ? 0 : (height() - line) / 2;
    const int side = scaledForLabels(kTruthMarkSide);
    const QRectF box(0, top + (line - side) / 2.0, side, side);
    QPainter painter(this);
    paintTruthMark(painter, box, m_value.truth, m_value.notVisible, inkOf(m_value, colors).value_or(colors.faintText));
}

void ValueLabel::applyLook()
{
    const ThemeColors &colors = themeColors(palette());
    QPalette look;
    QFont slant = font();
    slant.setItalic(m_value.truth != Truth::Measured && !m_value.text.isEmpty());
    // Told from all the others without its colour, too.
    slant.setUnderline(m_value.notVisible);
    setFont(slant);
    const auto ink = inkOf(m_value, colors);
    if (ink)
        look.setColor(QPalette::WindowText, *ink);
    // Only the roles set here are ours; the rest goes on following the program's palette.
    setPalette(look);
}

void ValueLabel::changeEvent(QEvent *event)
{
    ElidedLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyLook();
}

} // namespace barograph
