// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/config_outline.h"
#include "setup/draft_check.h"
#include "test_case.h"

using namespace barograph;

namespace {

NodeDraft goodDraft(NodeKind kind = NodeKind::OnPremises)
{
    NodeDraft draft;
    draft.config.kind = kind;
    draft.config.id = QStringLiteral("support-eu");
    draft.config.name = QStringLiteral("Support EU");
    draft.config.baseUrl = QUrl(QStringLiteral("https://10.0.0.5:9090"));
    return draft;
}

QStringList fieldsOf(const std::vector<FieldProblem> &problems)
{
    QStringList fields;
    for (const FieldProblem &problem : problems)
        fields << problem.field;
    return fields;
}

} // namespace

class TestDraftCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodDraftHasNoProblem()
    {
        QCOMPARE(fieldsOf(checkDraft(goodDraft(), {QStringLiteral("other")}, true)), QStringList());
    }

    void each_data()
    {
        using Change = std::function<void(NodeConfig &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *field, Change change) {
            QTest::newRow(name) << change << QString::fromLatin1(field);
        };
        row("no name", "name", [](NodeConfig &node) { node.name = QStringLiteral("  "); });
        row("long name", "name", [](NodeConfig &node) { node.name = QString(81, u'x'); });
        row("capital id", "id", [](NodeConfig &node) { node.id = QStringLiteral("Support"); });
        row("long id", "id", [](NodeConfig &node) { node.id = QString(41, u'x'); });
        row("taken id", "id", [](NodeConfig &node) { node.id = QStringLiteral("taken"); });
        row("no address", "url", [](NodeConfig &node) { node.baseUrl.clear(); });
        row("half an address", "url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("https://")); });
        row("ftp", "url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("ftp://10.0.0.5")); });
        row("plain", "url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("http://10.0.0.5")); });
        row("password in it", "url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("https://a:b@x")); });
        row("path", "url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("https://x/v1")); });
        row("query", "url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("https://x?a=1")); });
        row("no user", "user", [](NodeConfig &node) { node.userName.clear(); });
        row("colon", "user", [](NodeConfig &node) { node.userName = QStringLiteral("a:b"); });
        row("pin", "tls.pinned_sha256", [](NodeConfig &node) { node.tls.pinnedSha256 = QStringLiteral("ab"); });
        row("version", "api_version", [](NodeConfig &node) { node.apiVersion = QStringLiteral("23"); });
        row("tps", "allocated_tps", [](NodeConfig &node) { node.allocatedTps = -1; });
        row("nan", "allocated_tps", [](NodeConfig &node) { node.allocatedTps = std::nan(""); });
        row("shards", "expected_shards", [](NodeConfig &node) { node.expectedShards = 3; });
        row("capacity", "incoming_capacity", [](NodeConfig &node) { node.incomingCapacity = 0; });
        row("half a server", "bot_server", [](NodeConfig &node) { node.botServer = ServerSize{4, 0}; });
        row("basic without user", "webhook.user", [](NodeConfig &node) { node.webhook.auth = WebhookAuth::Basic; });
    }

    void each()
    {
        using Change = std::function<void(NodeConfig &)>;
        QFETCH(Change, change);
        QFETCH(QString, field);
        NodeDraft draft = goodDraft();
        change(draft.config);
        const auto problems = checkDraft(draft, {QStringLiteral("taken")}, true);
        QCOMPARE(fieldsOf(problems), QStringList(field));
        QVERIFY(problems[0].text.endsWith(u'.'));
    }

    void plainIsForThisMachine()
    {
        for (const char *url : {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"}) {
            NodeDraft draft = goodDraft();
            draft.config.baseUrl = QUrl(QString::fromLatin1(url));
            QVERIFY2(checkDraft(draft, {}, true).empty(), url);
        }
    }

    void whatIsNotAskedNeedsNoAddress()
    {
        for (const NodeKind kind :
             {NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha, NodeKind::Evolution, NodeKind::Gowa}) {
            NodeDraft draft = goodDraft(kind);
            draft.config.baseUrl.clear();
            QVERIFY(checkDraft(draft, {}, false).empty());
            const bool isPublic = kind == NodeKind::CloudApi || kind == NodeKind::PickyAssist;
            QCOMPARE(fieldsOf(checkDraft(draft, {}, true)),
                     QStringList(isPublic ? QStringLiteral("account") : QStringLiteral("url")));
        }
    }

    void idsAreProposed()
    {
        QCOMPARE(proposedId(QStringLiteral("Support EU"), {}), QStringLiteral("support-eu"));
        QCOMPARE(proposedId(QStringLiteral("  São Paulo / №1!"), {}), QStringLiteral("sao-paulo-no1"));
        QCOMPARE(proposedId(QStringLiteral("日本"), {}), QStringLiteral("number"));
        QCOMPARE(proposedId(QStringLiteral("a"), {QStringLiteral("a"), QStringLiteral("a-2")}), QStringLiteral("a-3"));
        QVERIFY(proposedId(QString(200, u'x'), {}).size() <= 40);
    }

    void addressesAsPeopleTypeThem()
    {
        QCOMPARE(typedAddress(QStringLiteral(" 10.0.0.5:9090/ ")), QUrl(QStringLiteral("https://10.0.0.5:9090")));
        QCOMPARE(typedAddress(QStringLiteral("http://localhost:1")), QUrl(QStringLiteral("http://localhost:1")));
        QVERIFY(typedAddress(QStringLiteral("  ")).isEmpty());
        QVERIFY(!typedAddress(QStringLiteral("not an address")).isValid());
    }

    void fingerprintsInEveryForm()
    {
        const QString digits = QStringLiteral("5f0c1d9a3be84e77a1d20963c4b8ff12907a6b35de8841c20f6e7791ab34cd56");
        QCOMPARE(fingerprintDigits(digits), digits);
        const QString lines = fingerprintInLines(digits);
        QVERIFY(lines.startsWith(QStringLiteral("5F:0C:1D:9A:3B:E8:4E:77\nA1:D2:")));
        QCOMPARE(lines.count(u'\n'), 3);
        QCOMPARE(fingerprintDigits(QStringLiteral("sha256 Fingerprint=") + QString(lines).replace(u'\n', u':')),
                 digits);
        QVERIFY(fingerprintDigits(digits.chopped(1)).isEmpty());
        QVERIFY(fingerprintDigits(QString(digits).replace(u'5', u'g')).isEmpty());
    }

    void idsInAFile()
    {
        QCOMPARE(nodeIdsInToml("id = \"no\"\n[[node]]\r\n id=\"a\"\r\nname = \"id = b\"\n[node.tls]\nid = \"c\"\n"
                               "[[ node ]]\nid = 'd' # why\n# id = \"e\"\n"),
                 QStringList({QStringLiteral("a"), QStringLiteral("d")}));
        const ImportOutline merge = outlineOfImport({QStringLiteral("a"), QStringLiteral("n")},
                                                    {QStringLiteral("a"), QStringLiteral("b")}, false);
        QCOMPARE(merge.added, QStringList(QStringLiteral("n")));
        QCOMPARE(merge.changed, QStringList(QStringLiteral("a")));
        QVERIFY(merge.removed.isEmpty());
        QCOMPARE(outlineOfImport({}, {QStringLiteral("b")}, true).removed, QStringList(QStringLiteral("b")));
    }
};

BAROGRAPH_TEST(TestDraftCheck)
#include "tst_draft_check.moc"
