// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration changed from the window and by hand, at the same time too: real files, a real store of secrets.
#include "config/paths.h"
#include "secrets/session_store.h"
#include "setup/node_admin.h"
#include "test_case.h"

#include <QDir>
#include <QSaveFile>

using namespace barograph;

namespace {

constexpr int kPatience = 30'000;

QByteArray nodeText(const QByteArray &id, const QByteArray &rest = {})
{
    return "[[node]]\nid = \"" + id + "\"\nurl = \"https://10.0.0.5:9090\"\n" + rest;
}

NodeConfig nodeWith(const QString &id)
{
    NodeConfig node;
    node.id = id;
    node.name = id;
    node.baseUrl = QUrl(QStringLiteral("https://10.0.0.5:9090"));
    return node;
}

/// A store that can be made to fail, with a hook in the middle of an edit.
class TestStore : public SecretStore
{
public:
    QString statusText() const override { return {}; }
    bool isPersistent() const override { return true; }

    std::map<std::pair<QString, QString>, Secret> values;
    QString failOn; ///< name of a secret that cannot be stored
    std::function<void()> onSet;

protected:
    void doGet(const QString &nodeId, const QString &name, GetDone done) override
    {
        const auto found = values.find({nodeId, name});
        done(found == values.end() ? std::optional<Secret>() : std::optional(found->second));
    }
    void doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done) override
    {
        if (onSet)
            onSet();
        if (name == failOn) {
            done(tl::unexpected(QStringLiteral("The keychain is locked.")));
            return;
        }
        values.insert_or_assign({nodeId, name}, value);
        done({});
    }
    void doRemove(const QString &nodeId, const QString &name, SetDone done) override
    {
        values.erase({nodeId, name});
        done({});
    }
};

} // namespace

class TestNodeAdmin : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<NodeAdmin> m_admin;
    std::vector<ConfigEditResult> m_results;
    std::vector<ConfigEditResult> m_notices;
    std::vector<std::vector<NodeConfig>> m_told;
    QStringList m_secretsOf;
    quint64 m_ticket = 0;

    QString path() const { return m_folder->filePath(QStringLiteral("config/config.toml")); }
    QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// As editors do: another file takes the place of the first.
    void replaceFile(const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path()).absolutePath());
        QSaveFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
            qFatal("cannot write");
    }
    void begin(const QByteArray &content = {})
    {
        Config running;
        if (!content.isNull()) {
            replaceFile(content);
            running = loadConfig(path())->config;
        }
        m_admin = std::make_unique<NodeAdmin>(path(), *m_store);
        connect(m_admin.get(), &NodeAdmin::edited, this, [this](const ConfigEditResult &result) {
            (result.ticket == 0 ? m_notices : m_results).push_back(result);
        });
        connect(m_admin.get(), &NodeAdmin::nodesChanged, this,
                [this](const std::vector<NodeConfig> &nodes) { m_told.push_back(nodes); });
        connect(m_admin.get(), &NodeAdmin::secretsChanged, this, [this](const QString &id) { m_secretsOf << id; });
        m_admin->begin(running);
    }
    ConfigEditResult edit(const ConfigEdit &what)
    {
        const auto before = m_results.size();
        m_admin->edit({++m_ticket, what});
        if (!QTest::qWaitFor([&] { return m_results.size() > before; }, kPatience))
            return {};
        return m_results.back();
    }
    QString ids() const
    {
        QStringList list;
        for (const auto &node : m_admin->nodes())
            list << node.id;
        return list.join(QLatin1Char(' '));
    }
    QString idsInFile() const
    {
        QStringList list;
        const auto loaded = loadConfig(path());
        if (!loaded)
            return loaded.error().toString();
        for (const auto &node : loaded->config.nodes)
            list << node.id;
        return list.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<TestStore>();
        m_results.clear();
        m_notices.clear();
        m_told.clear();
        m_secretsOf.clear();
    }
    void cleanup() { m_admin.reset(); }

    void addsTheFirstNodeAndItsSecrets()
    {
        begin();
        NodeDraft draft{nodeWith(QStringLiteral("a")), {{SecretName::kPassword, Secret("p1")}}, {}};
        const auto result = edit(SaveNode{draft});
        QVERIFY2(result.ok, qPrintable(result.text));
        QCOMPARE(result.nodeId, QStringLiteral("a"));
        QCOMPARE(idsInFile(), QStringLiteral("a"));
        QVERIFY(!text().contains("p1"));
        QCOMPARE((m_store->values[{QStringLiteral("a"), SecretName::kPassword}].reveal()), QByteArray("p1"));
        QCOMPARE(m_told.size(), std::size_t{1});
        QCOMPARE(m_secretsOf, QStringList{QStringLiteral("a")});
        // Renaming takes the secret along and leaves nothing behind.
        draft.secrets.clear();
        draft.editedId = QStringLiteral("a");
        draft.config.id = QStringLiteral("a2");
        QVERIFY(edit(SaveNode{draft}).ok);
        QCOMPARE(m_store->values.size(), std::size_t{1});
        QCOMPARE((m_store->values[{QStringLiteral("a2"), SecretName::kPassword}].reveal()), QByteArray("p1"));
        QVERIFY(edit(DuplicateNode{QStringLiteral("a2")}).ok);
        QCOMPARE(m_store->values.size(), std::size_t{2});
        QVERIFY(edit(RemoveNode{QStringLiteral("a2"), true}).ok);
        QCOMPARE(m_store->values.size(), std::size_t{1});
        QCOMPARE(idsInFile(), QStringLiteral("a2-copy"));
        QVERIFY2(m_notices.empty(), "our own writing is nobody's news");
    }

    void changesNothingWhenASecretCannotBeStored()
    {
        begin(nodeText("a"));
        // The first one can be stored, and has to be put back.
        m_store->values[{QStringLiteral("a"), SecretName::kPassword}] = Secret("old");
        m_store->failOn = SecretName::kApiKey;
        NodeDraft draft{nodeWith(QStringLiteral("a")),
                        {{SecretName::kPassword, Secret("new")}, {SecretName::kApiKey, Secret("k")}},
                        QStringLiteral("a")};
        draft.config.name = QStringLiteral("changed");
        const QByteArray before = text();
        const auto result = edit(SaveNode{draft});
        QVERIFY(!result.ok);
        QVERIFY2(result.text.contains(QStringLiteral("Nothing was changed")) &&
                     result.text.contains(QStringLiteral("The keychain is locked.")),
                 qPrintable(result.text));
        QCOMPARE(text(), before);
        QCOMPARE((m_store->values[{QStringLiteral("a"), SecretName::kPassword}].reveal()), QByteArray("old"));
        QVERIFY(m_told.empty());
        // Without secrets the same store is no hindrance.
        draft.secrets.clear();
        QVERIFY(edit(SaveNode{draft}).ok);
    }

    void saysWhichFieldIsWrong()
    {
        begin(nodeText("a"));
        NodeDraft draft{nodeWith(QStringLiteral("b")), {}, {}};
        draft.config.expectedShards = 3;
        auto result = edit(SaveNode{draft});
        QVERIFY(!result.ok);
        QCOMPARE(result.field, QStringLiteral("expected_shards"));
        QCOMPARE(idsInFile(), QStringLiteral("a"));
        // A file that cannot be used is not written over.
        replaceFile(nodeText("a") + "[[node]]\nid = 5\n");
        result = edit(SaveNode{NodeDraft{nodeWith(QStringLiteral("c")), {}, {}}});
        QVERIFY(!result.ok);
        QVERIFY2(result.text.contains(QStringLiteral("line 5, node[1].id")), qPrintable(result.text));
        QVERIFY(text().contains("id = 5"));
    }

    void takesUpWhatIsWrittenByHand()
    {
        begin(nodeText("a"));
        replaceFile(nodeText("a") + nodeText("b"));
        QTRY_COMPARE_WITH_TIMEOUT(m_notices.size(), std::size_t{1}, kPatience);
        QVERIFY(m_notices[0].ok);
        QVERIFY2(m_notices[0].text.contains(QStringLiteral("1 node added (b)")), qPrintable(m_notices[0].text));
        QCOMPARE(ids(), QStringLiteral("a b"));
        QCOMPARE(m_told.size(), std::size_t{1});

        // Written in place, as other editors do.
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(nodeText("a", "allocated_tps = \"20\"\n"));
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_notices.size(), std::size_t{2}, kPatience);
        QVERIFY(!m_notices[1].ok);
        QVERIFY2(m_notices[1].text.contains(QStringLiteral("line 4, node[0].allocated_tps")),
                 qPrintable(m_notices[1].text));
        QCOMPARE(m_notices[1].field, QStringLiteral("node[0].allocated_tps"));
        QCOMPARE(ids(), QStringLiteral("a b"));
        QCOMPARE(m_told.size(), std::size_t{1});

        replaceFile(nodeText("a") + nodeText("b") + "# in order again\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_notices.size(), std::size_t{3}, kPatience);
        QVERIFY(m_notices[2].ok);

        replaceFile("[listener]\nport = 1234\n[journal]\nkeep_hours = 1\n" + nodeText("a") + nodeText("b"));
        QTRY_COMPARE_WITH_TIMEOUT(m_notices.size(), std::size_t{4}, kPatience);
        QVERIFY2(m_notices[3].text.contains(QStringLiteral("[listener] and [journal] takes effect when")),
                 qPrintable(m_notices[3].text));

        QVERIFY(QFile::remove(path()));
        QTRY_COMPARE_WITH_TIMEOUT(m_notices.size(), std::size_t{5}, kPatience);
        QVERIFY(!m_notices[4].ok && m_notices[4].text.contains(QStringLiteral("is gone")));
        QCOMPARE(ids(), QStringLiteral("a b"));
        QVERIFY(edit(SwitchNode{QStringLiteral("b"), false}).ok);
        QCOMPARE(idsInFile(), QStringLiteral("a b"));
    }

    void noticesTheFirstFile()
    {
        begin();
        replaceFile(nodeText("a"));
        QTRY_COMPARE_WITH_TIMEOUT(m_notices.size(), std::size_t{1}, kPatience);
        QVERIFY(m_notices[0].ok);
        QCOMPARE(ids(), QStringLiteral("a"));
    }

    void losesNothingOfWhatWasWrittenMeanwhile()
    {
        begin(nodeText("a"));
        // Somebody saves the file between our reading and our writing: while the secret is being stored.
        int times = 0;
        m_store->onSet = [this, &times] {
            if (times++ == 0)
                replaceFile(nodeText("a") + nodeText("by-hand") + "# a comment\n");
        };
        NodeDraft draft{nodeWith(QStringLiteral("b")), {{SecretName::kPassword, Secret("p")}}, {}};
        const auto result = edit(SaveNode{draft});
        QVERIFY2(result.ok, qPrintable(result.text));
        QVERIFY(times >= 2);
        QCOMPARE(idsInFile(), QStringLiteral("a by-hand b"));
        QCOMPARE(ids(), QStringLiteral("a by-hand b"));
        QCOMPARE((m_store->values[{QStringLiteral("b"), SecretName::kPassword}].reveal()), QByteArray("p"));
        QFile backup(path() + QStringLiteral(".bak"));
        QVERIFY(backup.open(QIODevice::ReadOnly));
        QVERIFY(backup.readAll().contains("# a comment"));
    }

    void givesUpOnAFileThatNeverRests()
    {
        begin(nodeText("a"));
        int times = 0;
        m_store->onSet = [this, &times] { replaceFile(nodeText("a") + "# " + QByteArray::number(++times) + '\n'); };
        NodeDraft draft{nodeWith(QStringLiteral("b")), {{SecretName::kPassword, Secret("p")}}, {}};
        const auto result = edit(SaveNode{draft});
        QVERIFY(!result.ok);
        QVERIFY2(result.text.contains(QStringLiteral("changed all the time")), qPrintable(result.text));
        QVERIFY2(m_store->values.empty(), "the secret was taken back");
        QCOMPARE(idsInFile(), QStringLiteral("a"));
    }

    void keepsCommentsWhereNothingChanges()
    {
        begin("# mine\n" + nodeText("a"));
        QVERIFY(edit(MoveNode{QStringLiteral("a"), 0}).ok);
        QVERIFY(text().startsWith("# mine\n"));
    }

    void worksOneAfterTheOther()
    {
        begin(nodeText("a"));
        for (int i = 0; i < 20; ++i)
            m_admin->edit({++m_ticket, SaveNode{NodeDraft{nodeWith(QStringLiteral("n%1").arg(i)), {}, {}}}});
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), std::size_t{20}, kPatience);
        for (const auto &result : m_results)
            QVERIFY(result.ok);
        QCOMPARE(m_admin->nodes().size(), std::size_t{21});
        QCOMPARE(loadConfig(path())->config.nodes.size(), std::size_t{21});
        QVERIFY(m_notices.empty());
    }

    void exportsAndImports()
    {
        begin(nodeText("a") + nodeText("b"));
        const QString copy = m_folder->filePath(QStringLiteral("copy.toml"));
        auto result = edit(ExportConfig{copy});
        QVERIFY2(result.ok, qPrintable(result.text));
        QCOMPARE(loadConfig(copy)->config.nodes.size(), std::size_t{2});
        QVERIFY(edit(RemoveNode{QStringLiteral("a"), true}).ok);
        result = edit(ImportConfig{copy, false});
        QVERIFY2(result.ok && result.text.contains(QStringLiteral("1 node added (a)")), qPrintable(result.text));
        QCOMPARE(idsInFile(), QStringLiteral("b a"));
        QVERIFY(edit(ImportConfig{copy, true}).ok);
        QCOMPARE(idsInFile(), QStringLiteral("a b"));
        result = edit(ImportConfig{m_folder->filePath(QStringLiteral("none.toml")), false});
        QVERIFY(!result.ok && result.text.contains(QStringLiteral("cannot be read")));
        result = edit(ExportConfig{QStringLiteral("/proc/none/x.toml")});
        QVERIFY(!result.ok && result.text.contains(QStringLiteral("cannot be written")));
        QCOMPARE(ids(), QStringLiteral("a b"));
    }
};

BAROGRAPH_TEST(TestNodeAdmin)
#include "tst_node_admin.moc"
