// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway_bench.h"

#include <QTest>

namespace barograph::test {

// What is asked of the decoder of every gateway in the same way; the rows are each gateway's own.

/// Rows `body`, `words` and `rejected`.
inline void checkEvents(NodeKind kind)
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, words);
    QFETCH(int, rejected);
    GatewayBench bench(kind);
    const auto stats = bench.decode(body);
    QVERIFY2(stats.has_value(), stats ? "" : std::string(stats.error().reason).c_str());
    QCOMPARE(bench.words(), words);
    QCOMPARE(stats->rejected, static_cast<quint32>(rejected));
}

/// Rows `words`, whose names are files of the test data.
inline void checkTestData(NodeKind kind)
{
    QFETCH(QStringList, words);
    GatewayBench bench(kind);
    QVERIFY(bench.decode(dataFile(QTest::currentDataTag())));
    QCOMPARE(bench.words(), words);
}

/// Makes the column `body` and the rows that no gateway takes.
inline void addBrokenBodies(const QByteArray &badUtf8)
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("bad UTF-8") << badUtf8;
}

/// Rows `body`.
inline void checkRefused(NodeKind kind)
{
    QFETCH(QByteArray, body);
    GatewayBench bench(kind);
    QVERIFY(!bench.decode(body));
    QVERIFY(bench.items.empty());
}

/// Taken whole, and refused wherever it is cut off.
inline void checkTruncations(NodeKind kind, const QByteArray &body)
{
    GatewayBench bench(kind);
    QVERIFY(bench.decode(body));
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(!bench.decode(body.first(size)), QByteArray::number(size).constData());
}

} // namespace barograph::test
