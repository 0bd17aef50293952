// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudo_translator.h"

#include <QRegularExpression>

#include <string_view>

namespace barograph {

namespace {

constexpr QChar kOpen(u'«');
constexpr QChar kClose(u'»');
constexpr QChar kFiller(u'·');
/// Fillers come in words of this length: a long text has to be able to break as a translation would.
constexpr int kFillerWord = 8;

QChar accented(QChar letter)
{
    static constexpr std::u16string_view kPlain = u"ABCDEGHIJKLNORSTUWYZabcdeghijklnorstuwyz";
    static constexpr std::u16string_view kAccented = u"ÅƁĊĐÉĜĤÍĴĶĻÑÓŔŠŢÚŴÝŽåƀċđéĝĥíĵķļñóŕšţúŵýž";
    static_assert(kPlain.size() == kAccented.size());
    const auto at = kPlain.find(letter.unicode());
    return at == std::u16string_view::npos ? letter : QChar(kAccented[at]);
}

/// Placeholders, tags, entities, mnemonics with their letter, patterns of file dialogs and what separates them.
const QRegularExpression &keptParts()
{
    static const QRegularExpression parts(QStringLiteral(
        "%(?:L?[0-9]{1,2}|n)|</?[A-Za-z][^<>]*>|&(?:[a-zA-Z]+|#[0-9]+);|&.|\\((?:\\*[^ )]* ?)+\\)|;;|\\n"));
    return parts;
}

QString accentedText(QStringView text, int &letters)
{
    QString result;
    for (const QChar letter : text) {
        letters += letter.isSpace() ? 0 : 1;
        result += accented(letter);
    }
    return result;
}

QString fillers(int letters)
{
    QString result;
    for (int i = (letters * 2 + 4) / 5; i > 0; i -= kFillerWord)
        result += (result.isEmpty() ? QString() : QStringLiteral(" ")) + QString(qMin(i, kFillerWord), kFiller);
    return result;
}

} // namespace

QString pseudoText(const QString &text)
{
    const QString middle = text.trimmed();
    if (middle.isEmpty())
        return text;
    const auto begin = text.indexOf(middle.at(0));
    QString result;
    int letters = 0;
    qsizetype at = 0;
    auto kept = keptParts().globalMatch(middle);
    while (kept.hasNext()) {
        const auto match = kept.next();
        result += accentedText(QStringView(middle).mid(at, match.capturedStart() - at), letters);
        result += match.captured();
        at = match.capturedEnd();
    }
    result += accentedText(QStringView(middle).mid(at), letters);
    return text.left(begin) + kOpen + result + fillers(letters) + kClose + text.mid(begin + middle.size());
}

QString outsideOfPseudo(const QString &text)
{
    QString result;
    int depth = 0;
    for (const QChar letter : text) {
        if (letter == kOpen)
            ++depth;
        else if (letter == kClose && depth > 0)
            --depth;
        else if (depth == 0)
            result += letter;
    }
    return result;
}

bool PseudoTranslator::isEmpty() const
{
    return false;
}

QString PseudoTranslator::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    const QLatin1String where(context);
    if (where == QLatin1String("QShortcut") || where == QLatin1String("QApplication") ||
        where == QLatin1String("QGuiApplication"))
        return {};
    QString text;
    if (m_hasEnglish && n >= 0)
        text = m_english.translate(context, source, disambiguation, n);
    return pseudoText(text.isEmpty() ? QString::fromUtf8(source) : text);
}

} // namespace barograph
