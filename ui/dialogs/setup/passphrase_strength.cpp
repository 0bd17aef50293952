// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/passphrase_strength.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace barograph {

namespace {

constexpr qsizetype kShortest = 8;
constexpr double kFairBits = 50;
constexpr double kStrongBits = 75;

struct PassphraseWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Passphrase)
};

/// Of a text whose characters were drawn at random from those classes that it uses; repeats add little.
double guessedBits(const QString &text)
{
    int alphabet = 0;
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    QSet<QChar> different;
    for (const QChar c : text) {
        different.insert(c);
        lower = lower || c.isLower();
        upper = upper || c.isUpper();
        digit = digit || c.isDigit();
        other = other || !c.isLetterOrNumber();
    }
    alphabet += lower ? 26 : 0;
    alphabet += upper ? 26 : 0;
    alphabet += digit ? 10 : 0;
    alphabet += other ? 20 : 0;
    const auto distinct = static_cast<double>(different.size());
    const double length = std::min(static_cast<double>(text.size()), 2 * distinct);
    return length * std::log2(std::max(alphabet, 2));
}

} // namespace

PassphraseHint passphraseHint(const QString &passphrase)
{
    if (passphrase.isEmpty())
        return {Mark::Info,
                PassphraseWords::tr("Four or more words that do not belong together are a good passphrase."), false};
    if (passphrase.size() < kShortest)
        return {Mark::Critical, PassphraseWords::tr("Too short: at least 8 characters."), false};
    const double bits = guessedBits(passphrase);
    if (bits < kFairBits)
        return {Mark::Warning, PassphraseWords::tr("Weak: add another word or two."), true};
    if (bits < kStrongBits)
        return {Mark::Ok, PassphraseWords::tr("Fair. Another word makes it strong."), true};
    return {Mark::Ok, PassphraseWords::tr("Strong."), true};
}

} // namespace barograph
