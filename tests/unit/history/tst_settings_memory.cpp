// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings_memory.h"
#include "test_case.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace barograph;

namespace {

DriftMemory someMemory()
{
    DriftMemory memory;
    memory.settings = {{QStringLiteral("webhooks.message.read"), QStringLiteral("off")},
                       {QStringLiteral("webhooks.url"), QStringLiteral("https://ops.example/••• #4c1d")}};
    memory.open = DriftView{fromUnixMillis(1'772'366'400'123),
                            {{QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")},
                             {QStringLiteral("gone"), QStringLiteral("1"), QString()}}};
    return memory;
}

} // namespace

class TestSettingsMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasSeen()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings-seen.json"));
        SettingsMemory memory(file);
        QVERIFY(memory.load().empty());
        QVERIFY(memory.write());
        QVERIFY(!QFile::exists(file)); // nothing to say yet
        memory.remember(QStringLiteral("support-eu"), someMemory());
        DriftMemory other;
        other.settings = {{QStringLiteral("a"), QStringLiteral("1")}};
        memory.remember(QStringLiteral("sales"), other);
        QVERIFY(memory.write());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                 QFile::Permissions());

        SettingsMemory next(file);
        const auto nodes = next.load();
        QCOMPARE(nodes.size(), std::size_t{2});
        QVERIFY(nodes.at(QStringLiteral("support-eu")) == someMemory());
        QVERIFY(nodes.at(QStringLiteral("sales")) == other);
        // Those that are not seen again stay.
        next.remember(QStringLiteral("sales"), someMemory());
        QVERIFY(next.write());
        QCOMPARE(SettingsMemory(file).load().size(), std::size_t{2});
    }

    void aBrokenFileIsNoTrouble_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("settings?");
        QTest::newRow("other shapes") << QByteArray(R"([1, {"a": 3}])");
        QTest::newRow("other values") << QByteArray(R"({"n": {"settings": [1], "changes": {"a": 1}}})");
    }
    void aBrokenFileIsNoTrouble()
    {
        QFETCH(const QByteArray, content);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings-seen.json"));
        {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(content);
        }
        SettingsMemory memory(file);
        for (const auto &[id, seen] : memory.load())
            QVERIFY(seen == DriftMemory());
        memory.remember(QStringLiteral("support-eu"), someMemory());
        QVERIFY(memory.write());
        QVERIFY(SettingsMemory(file).load().at(QStringLiteral("support-eu")) == someMemory());
    }

    void whatCannotBeWrittenIsTriedAgain()
    {
        const QTemporaryDir folder;
        const QString below = folder.filePath(QStringLiteral("not/there/settings-seen.json"));
        SettingsMemory memory(below);
        memory.remember(QStringLiteral("support-eu"), someMemory());
        QVERIFY(!memory.write());
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("not/there")));
        QVERIFY(memory.write());
        QCOMPARE(SettingsMemory(below).load().size(), std::size_t{1});
    }
};

BAROGRAPH_TEST(TestSettingsMemory)
#include "tst_settings_memory.moc"
