// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/json_walk.h"
#include "test_case.h"

using namespace barograph;

class TestJsonWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void escapes_data();
    void escapes();
};

void TestJsonWalk::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char *valid : {"0", "-0", "7", "10", "-12", "1.5", "0.001", "1e5", "1E+5", "2.5e-300", "1e999999",
                              "123456789012345678901234567890"})
        QTest::newRow(valid) << QByteArray(valid) << true;
    for (const char *invalid :
         {"", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "0x10", "1_000", "NaN", "Infinity", "1 2", "1a", "--1"})
        QTest::addRow("not %s", invalid) << QByteArray(invalid) << false;
}

void TestJsonWalk::numbers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(json::isNumber(text.toStdString()), valid);
}

void TestJsonWalk::escapes_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<bool>("valid");
    QTest::newRow("none") << QByteArray("abc") << true;
    QTest::newRow("all short ones") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << true;
    QTest::newRow("unicode") << QByteArray(R"(\u00e4\uD83D\uDE00)") << true;
    QTest::newRow("half a pair") << QByteArray(R"(\ud83d)") << true;
    QTest::newRow("unknown letter") << QByteArray(R"(\x41)") << false;
    QTest::newRow("upper case U") << QByteArray(R"(\U0041)") << false;
    QTest::newRow("three digits") << QByteArray(R"(\u123)") << false;
    QTest::newRow("no hex") << QByteArray(R"(\u12g4)") << false;
    QTest::newRow("ends in backslash") << QByteArray("abc\\") << false;
    QTest::newRow("escaped zero byte") << QByteArray("\\\0", 2) << false;
}

void TestJsonWalk::escapes()
{
    QFETCH(QByteArray, inside);
    QFETCH(bool, valid);
    QCOMPARE(json::hasValidEscapes(inside.toStdString()), valid);
}

BAROGRAPH_TEST(TestJsonWalk)
#include "tst_json_walk.moc"
