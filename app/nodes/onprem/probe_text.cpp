// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_text.h"

namespace barograph {

QString printableText(const QString &text)
{
    constexpr qsizetype kLongest = 128;
    QString shown = text.left(kLongest);
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

} // namespace barograph
