// SPDX-License-Identifier: GPL-3.0-or-later
// How to point a node's webhooks here.
#include "setup/route_text.h"
#include "test_case.h"

#include <QProcess>

using namespace barograph;

namespace {

const QString kPatchBody =
    QStringLiteral("{\"webhooks\":{\"message\":{\"delivered\":true,\"read\":true,\"sent\":false},"
                   "\"url\":\"https://ops.example:28443/hook/a/s3cr3t\"}}");
const QString kGowaBody = QStringLiteral(
    "{\"webhook_events\":\"message,message.ack\",\"webhook_insecure_skip_verify\":true,\"webhook_secret\":\"s1\","
    "\"webhook_url\":\"https://ops.example:28443/hook/a/s3cr3t\"}");

RouteFacts factsOf(NodeKind kind)
{
    RouteFacts facts;
    facts.node.id = QStringLiteral("a");
    facts.node.kind = kind;
    if (kind != NodeKind::CloudApi && kind != NodeKind::PickyAssist)
        facts.node.baseUrl = QUrl(QStringLiteral("https://node.example:9090/"));
    facts.url = QStringLiteral("https://ops.example:28443/hook/a/s3cr3t");
    facts.shownUrl = QStringLiteral("https://ops.example:28443/hook/a/••••••");
    facts.verifyToken = QStringLiteral("verify-me");
    facts.listener.address = QStringLiteral("10.0.0.9");
    facts.listener.tls = true;
    return facts;
}

QString allCommands(const RouteOffer &offer)
{
    QString text;
    for (const auto &command : offer.commands)
        text += command.title % QLatin1Char('\n') % command.command % QLatin1Char('\n');
    return text;
}

/// What a shell makes of a command when curl prints its arguments, one a line.
QStringList wordsOf(const QString &command, const QStringList &environment)
{
    QProcess shell;
    QProcessEnvironment values;
    for (const QString &entry : environment)
        values.insert(entry.section(QLatin1Char('='), 0, 0), entry.section(QLatin1Char('='), 1));
    shell.setProcessEnvironment(values);
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("curl() { printf '%s\\n' \"$@\"; }\n") % command});
    if (!shell.waitForFinished(30'000))
        return {};
    return QString::fromUtf8(shell.readAllStandardOutput()).split(QLatin1Char('\n'));
}

} // namespace

class TestRouteText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheFullAddressAndNoCredentials_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](NodeKind kind, const char *says) {
            QTest::newRow(qPrintable(nodeKindName(kind))) << static_cast<int>(kind) << QString::fromUtf8(says);
        };
        row(NodeKind::OnPremises, "keep it");
        row(NodeKind::CloudApi, "does not copy them");
        row(NodeKind::PickyAssist, "no API for this");
        row(NodeKind::Waha, "what is left out is gone");
        row(NodeKind::Evolution, "switches all of them on");
        row(NodeKind::Gowa, "All four fields");
    }
    void holdsTheFullAddressAndNoCredentials()
    {
        QFETCH(int, kind);
        QFETCH(QString, says);
        const RouteOffer offer = makeRouteOffer(factsOf(static_cast<NodeKind>(kind)));
        const QString text = allCommands(offer);
        QVERIFY(text.contains(QStringLiteral("https://ops.example:28443/hook/a/s3cr3t")));
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY(!offer.shownUrl.contains(QStringLiteral("s3cr3t")));
        QCOMPARE(offer.verifyToken,
                 static_cast<NodeKind>(kind) == NodeKind::CloudApi ? QStringLiteral("verify-me") : QString());
        for (const auto &command : offer.commands)
            QVERIFY(!command.title.isEmpty() && !command.command.isEmpty());
    }

    void commandsAreWhatAShellReads()
    {
        auto facts = factsOf(NodeKind::OnPremises);
        facts.node.userName = QStringLiteral("ops");
        const RouteOffer offer = makeRouteOffer(facts);
        const auto words = wordsOf(offer.commands.back().command, {QStringLiteral("TOKEN=t0k3n")});
        QVERIFY(words.contains(QStringLiteral("Authorization: Bearer t0k3n")));
        QVERIFY(words.contains(QStringLiteral("https://node.example:9090/v1/settings/application")));
        QVERIFY2(words.contains(kPatchBody), qPrintable(words.join(QLatin1Char('\n'))));
        const auto login = wordsOf(offer.commands.front().command, {QStringLiteral("PASSWORD=it's a \"test\"")});
        QVERIFY(login.contains(QStringLiteral("ops:it's a \"test\"")));
    }

    void placeholdersInsideJsonAreFilledIn()
    {
        auto facts = factsOf(NodeKind::Gowa);
        facts.node.account = QStringLiteral("my device");
        const RouteOffer offer = makeRouteOffer(facts);
        const auto words = wordsOf(offer.commands.back().command, {QStringLiteral("WEBHOOK_SECRET=s1")});
        QVERIFY2(words.contains(kGowaBody), qPrintable(words.join(QLatin1Char('\n'))));
        QVERIFY(words.contains(QStringLiteral("https://node.example:9090/devices/my%20device/webhook")));
    }

    void uploadsTheCertificateOnlyWhereItIsOurOwn()
    {
        auto facts = factsOf(NodeKind::OnPremises);
        QVERIFY(allCommands(makeRouteOffer(facts)).contains(QStringLiteral("/v1/certificates/webhooks/ca")));
        facts.listener.certificateFile = QStringLiteral("/etc/chain.pem");
        QVERIFY(!allCommands(makeRouteOffer(facts)).contains(QStringLiteral("/v1/certificates/webhooks/ca")));
    }

    void saysWhatStandsInTheWay()
    {
        auto facts = factsOf(NodeKind::Waha);
        QVERIFY(makeRouteOffer(facts).notice.isEmpty());
        facts.listener.address = QStringLiteral("127.0.0.1");
        QVERIFY(makeRouteOffer(facts).notice.contains(QStringLiteral("Only this machine")));
        auto cloud = factsOf(NodeKind::CloudApi);
        QVERIFY(makeRouteOffer(cloud).notice.contains(QStringLiteral("public CA")));
        cloud.listener.address = QStringLiteral("::1");
        QVERIFY(makeRouteOffer(cloud).notice.contains(QStringLiteral("tunnel")));
        auto plain = factsOf(NodeKind::OnPremises);
        plain.listener.tls = false;
        QVERIFY(makeRouteOffer(plain).notice.contains(QStringLiteral("refuses http://")));
        auto closed = factsOf(NodeKind::Gowa);
        closed.url.clear();
        QVERIFY(makeRouteOffer(closed).commands.empty());
        QVERIFY(makeRouteOffer(closed).notice.contains(QStringLiteral("does not listen")));
    }

    void quotesForTheShell() { QCOMPARE(shellWord(QStringLiteral("it's $x")), QStringLiteral("'it'\\''s $x'")); }
};

BAROGRAPH_TEST(TestRouteText)
#include "tst_route_text.moc"
