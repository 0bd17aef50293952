// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/json_pointer.h"
#include "test_case.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace barograph;

class TestJsonPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<int>("value"); // -1 = nothing there
        QTest::newRow("top") << "/depth" << 1;
        QTest::newRow("nested") << "/a/b" << 2;
        QTest::newRow("array") << "/list/1" << 4;
        QTest::newRow("slash") << "/x~1y" << 5;
        QTest::newRow("tilde") << "/m~0n" << 6;
        QTest::newRow("both") << "/~01" << 7;
        QTest::newRow("empty key") << "/" << 8;
        QTest::newRow("absent") << "/none" << -1;
        QTest::newRow("below a number") << "/depth/x" << -1;
        QTest::newRow("array end") << "/list/2" << -1;
        QTest::newRow("leading zero") << "/list/01" << -1;
        QTest::newRow("minus") << "/list/-" << -1;
        QTest::newRow("giant index") << "/list/99999999999999999999" << -1;
        QTest::newRow("no slash") << "depth" << -1;
        QTest::newRow("bad escape") << "/x~2y" << -1;
        QTest::newRow("escape at end") << "/x~" << -1;
    }
    void finds()
    {
        QFETCH(QString, pointer);
        QFETCH(int, value);
        const QJsonObject root =
            QJsonDocument::fromJson(R"({"depth":1,"a":{"b":2},"list":[3,4],"x/y":5,"m~n":6,"~1":7,"":8})").object();
        QCOMPARE(jsonAt(root, pointer).toInt(-1), value);
    }

    void knowsPointers()
    {
        QVERIFY(isJsonPointer(QString()));
        QVERIFY(isJsonPointer(QStringLiteral("/a~0b~1c")));
        QVERIFY(!isJsonPointer(QStringLiteral("a")));
        QVERIFY(!isJsonPointer(QStringLiteral("/a~")));
        QVERIFY(jsonAt(QJsonValue(3), QString()).toInt() == 3);
    }
};

BAROGRAPH_TEST(TestJsonPointer)
#include "tst_json_pointer.moc"
