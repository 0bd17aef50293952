// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/node_directory.h"
#include "test_case.h"

#include <thread>

using namespace barograph;

class TestNodeDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesDenseIndicesOnce();
    void mayBeUsedByManyThreads();
};

void TestNodeDirectory::givesDenseIndicesOnce()
{
    NodeDirectory directory;
    QVERIFY(!directory.find(QStringLiteral("a")));
    QVERIFY(directory.indexFor(QStringLiteral("a")) == NodeIndex{0});
    QVERIFY(directory.indexFor(QStringLiteral("b")) == NodeIndex{1});
    QVERIFY(directory.indexFor(QStringLiteral("a")) == NodeIndex{0});
    QVERIFY(directory.find(QStringLiteral("b")) == NodeIndex{1});
}

void TestNodeDirectory::mayBeUsedByManyThreads()
{
    NodeDirectory directory;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&directory] {
            for (int i = 0; i < 200; ++i)
                directory.indexFor(QString::number(i % 50));
        });
    }
    for (auto &thread : threads)
        thread.join();
    std::vector<bool> seen(50);
    for (int i = 0; i < 50; ++i)
        seen.at(*directory.find(QString::number(i))) = true;
    QVERIFY(std::find(seen.begin(), seen.end(), false) == seen.end());
}

BAROGRAPH_TEST(TestNodeDirectory)
#include "tst_node_directory.moc"
