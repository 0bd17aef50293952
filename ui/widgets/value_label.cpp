// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/value_label.h"

#include "theme/colors.h"

#include <QEvent>

#include <optional>

namespace barograph {

namespace {

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
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAccessibleName(accessibleName);
    m_value.truth = Truth::Unknown;
    m_value.text = tr("unknown");
    setText(m_value.text);
    applyLook();
}

void ValueLabel::setValue(const ShownValue &value)
{
    if (value == m_value)
        return;
    const bool sameLook = value.truth == m_value.truth && value.notVisible == m_value.notVisible;
    m_value = value;
    setText(value.text);
    setToolTip(value.how);
    if (!sameLook)
        applyLook();
}

void ValueLabel::applyLook()
{
    const ThemeColors &colors = themeColors(palette());
    QPalette look;
    QFont slant = font();
    slant.setItalic(m_value.truth != Truth::Measured);
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
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyLook();
}

} // namespace barograph
