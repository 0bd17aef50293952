// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/value_label.h"

#include "theme/colors.h"

#include <QEvent>

namespace barograph {

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
    const bool sameTruth = value.truth == m_value.truth;
    m_value = value;
    setText(value.text);
    setToolTip(value.how);
    if (!sameTruth)
        applyLook();
}

void ValueLabel::applyLook()
{
    const ThemeColors &colors = themeColors(palette());
    QPalette look;
    QFont slant = font();
    slant.setItalic(m_value.truth != Truth::Measured);
    setFont(slant);
    switch (m_value.truth) {
    case Truth::Measured:
    case Truth::Estimated:
        break;
    case Truth::Stale:
        look.setColor(QPalette::WindowText, colors.warning);
        break;
    case Truth::NotMeasured:
        look.setColor(QPalette::WindowText, colors.info);
        break;
    case Truth::Unknown:
    case Truth::NotSupported:
        look.setColor(QPalette::WindowText, colors.faintText);
        break;
    }
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
