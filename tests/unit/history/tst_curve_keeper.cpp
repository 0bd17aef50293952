// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/curve_keeper.h"
#include "test_case.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <thread>

using namespace barograph;

namespace {

ReceiptCurve someCurve(int storms)
{
    ReceiptCurve curve;
    for (int storm = 0; storm < storms; ++storm) {
        for (std::size_t bin = 0; bin < receipt_bins::kCount; ++bin) {
            curve.learn(Receipt::Delivery, bin, 100.25, 3);
            curve.learn(Receipt::Read, bin, 90, 1.0 / 3);
        }
        curve.learnStorm(0.1 * storm, -0.2);
    }
    curve.learntUntil = fromUnixMillis(1'772'366'400'123);
    return curve;
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(bytes), qint64{bytes.size()});
}

} // namespace

class TestCurveKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAcrossRuns()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("curves.json"));
        {
            CurveKeeper keeper(file);
            QVERIFY(!keeper.curveOf(QStringLiteral("a")));
            keeper.keep(QStringLiteral("a"), someCurve(1));
            keeper.keep(QStringLiteral("a"), someCurve(3));
            keeper.keep(QStringLiteral("b"), someCurve(2));
        }
        QCOMPARE(QFileInfo(file).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), 0);
        CurveKeeper again(file);
        QCOMPARE(*again.curveOf(QStringLiteral("a")), someCurve(3)); // to the last bit
        QCOMPARE(*again.curveOf(QStringLiteral("b")), someCurve(2));
    }

    void unusableFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\x00\xff{{{", 5);
        QTest::newRow("other version") << QByteArray(R"({"version":2,"nodes":{}})");
        QTest::newRow("not an object") << QByteArray("[]");
    }
    void unusableFiles()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("curves.json"));
        write(file, bytes);
        QVERIFY(!loadReceiptCurves(file));
        {
            CurveKeeper keeper(file);
            keeper.keep(QStringLiteral("a"), someCurve(1));
        }
        QCOMPARE(loadReceiptCurves(file)->value(QStringLiteral("a")), someCurve(1));
    }

    void impossibleCurvesAreLeftOut()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("curves.json"));
        auto wrong = someCurve(1);
        wrong.reads[3] = {10, 20}; // more told than could
        ReceiptCurves curves{{QStringLiteral("good"), someCurve(1)}, {QStringLiteral("wrong"), wrong}};
        QVERIFY(saveReceiptCurves(file, curves));
        const auto loaded = loadReceiptCurves(file);
        QVERIFY(loaded);
        QCOMPARE(loaded->keys(), QStringList{QStringLiteral("good")});
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const auto saved = saveReceiptCurves(QStringLiteral("/nowhere/at/all/curves.json"), {});
        QVERIFY(!saved);
        QVERIFY(saved.error().contains(QStringLiteral("cannot be written")));
    }

    void usedFromSeveralThreads()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("curves.json"));
        {
            CurveKeeper keeper(file);
            std::vector<std::thread> threads;
            for (int thread = 0; thread < 4; ++thread) {
                threads.emplace_back([&keeper, thread] {
                    for (int i = 1; i <= 20; ++i) {
                        keeper.keep(QString::number(thread), someCurve(i));
                        (void)keeper.curveOf(QStringLiteral("0"));
                    }
                });
            }
            for (auto &thread : threads)
                thread.join();
        }
        const auto loaded = loadReceiptCurves(file);
        QVERIFY(loaded);
        QCOMPARE(loaded->size(), qsizetype{4});
        for (const auto &curve : *loaded)
            QCOMPARE(curve, someCurve(20));
    }
};

BAROGRAPH_TEST(TestCurveKeeper)
#include "tst_curve_keeper.moc"
