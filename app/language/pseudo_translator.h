// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace barograph {

/// "Copied %1" becomes "«Ċóþíéđ %1···»": accented, 40 % longer and between brackets, with placeholders, mark-up,
/// mnemonics and file name patterns as they were. Blanks at either end stay outside of the brackets.
QString pseudoText(const QString &text);

/// What is left of a text after everything between the brackets: words in it did not come through tr().
QString outsideOfPseudo(const QString &text);

/// Translates everything by pseudoText(), but what Qt reads rather than shows (names of keys, the direction of
/// writing).
class PseudoTranslator : public QTranslator
{
    Q_OBJECT

public:
    bool isEmpty() const override;
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;

private:
    QTranslator m_english; ///< plural forms
    bool m_hasEnglish = m_english.load(QStringLiteral(":/translations/barograph_en.qm"));
};

} // namespace barograph
