// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tls_trust.h"
#include "test_case.h"

using namespace barograph;

class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalises_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QString hex = QStringLiteral("0123456789abcdef").repeated(4);
        const QString shown = shownFingerprint(hex);
        QTest::newRow("plain") << hex << true;
        QTest::newRow("upper") << hex.toUpper() << true;
        QTest::newRow("colons") << shown << true;
        QTest::newRow("openssl") << QStringLiteral("SHA256 Fingerprint=%1").arg(shown) << true;
        QTest::newRow("openssl 3") << QStringLiteral("sha256 Fingerprint=%1\n").arg(shown) << true;
        QTest::newRow("blanks") << QStringLiteral("  %1 \n").arg(hex) << true;
        QTest::newRow("short") << hex.chopped(1) << false;
        QTest::newRow("long") << hex + QLatin1Char('0') << false;
        QTest::newRow("no hex") << hex.chopped(1) + QLatin1Char('g') << false;
        QTest::newRow("lost colon") << QString(shown).remove(2, 1) << false;
        QTest::newRow("sha1") << QStringLiteral("ab").repeated(20) << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("wide digits") << QString(hex).replace(QLatin1Char('1'), QChar(0xff11)) << false;
    }
    void normalises()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto normalised = normalisedFingerprint(text);
        QCOMPARE(normalised.has_value(), good);
        if (good)
            QCOMPARE(*normalised, QStringLiteral("0123456789abcdef").repeated(4));
    }

    void showsPairs() { QCOMPARE(shownFingerprint(QStringLiteral("0aff")), QStringLiteral("0A:FF")); }
};

BAROGRAPH_TEST(TestFingerprint)
#include "tst_fingerprint.moc"
