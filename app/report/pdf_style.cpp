// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_style.h"

#include <QStringList>

#include <array>

namespace barograph::pdf {

QColor kindColor(EventKind kind)
{
    static const std::array kColors{QColor(0x00, 0x72, 0xb2), QColor(0x00, 0x8a, 0x65), QColor(0xc2, 0x7c, 0x00),
                                    QColor(0xa8, 0x4b, 0x86)};
    return kColors[indexOf(kind)];
}

QFont font(double points, QFont::Weight weight)
{
    QFont result(QStringList{QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    result.setStyleHint(QFont::SansSerif);
    result.setPointSizeF(points);
    result.setWeight(weight);
    // Any spacing at all keeps Qt from joining "fi" into one glyph, which a search in the document would not find.
    result.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return result;
}

} // namespace barograph::pdf
