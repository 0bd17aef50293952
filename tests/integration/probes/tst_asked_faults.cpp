// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong in asking: refusals, slowness, garbage and certificates; each with a sentence, and none with a
// secret.
#include "asked_rig.h"
#include "self_signed.h"
#include "test_case.h"

#include <QSslKey>

using namespace barograph;

namespace {

constexpr int kInTime = 20'000;
constexpr NodeKind kAskedKinds[] = {NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha, NodeKind::Evolution,
                                    NodeKind::Gowa};

TestReply inWay(TestReply::Way way, const QByteArray &body = {})
{
    return TestReply{200, body, "application/json", {}, way};
}

} // namespace

class TestAskedFaults : public QObject
{
    Q_OBJECT

private:
    TestCertificates m_certificates;

    /// None: any fault will do.
    static void expect(AskedRig &rig, ProbeFault fault)
    {
        rig.start();
        const auto isAsExpected = [&rig, fault] {
            return fault == ProbeFault::None ? rig.fault() != fault : rig.fault() == fault;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAsExpected(), kInTime);
        const QString told = rig.everyText();
        QVERIFY2(!told.contains(QString::fromLatin1(AskedRig::kSecret)), qPrintable(told));
        QVERIFY2(rig.state().detail.endsWith(u'.'), qPrintable(rig.state().detail));
        QVERIFY2(!rig.state().detail.contains(rig.config.account) || rig.config.account.size() < 3,
                 qPrintable(rig.state().detail));
        QVERIFY(!rig.state().lastSuccess || rig.results.front().state.fault == ProbeFault::None);
        QVERIFY(rig.state().lastAttempt.has_value());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_certificates.isValid()); }

    void refusals_data()
    {
        QTest::addColumn<NodeKind>("kind");
        QTest::addColumn<TestReply>("reply");
        QTest::addColumn<ProbeFault>("fault");
        // A server that repeats what it was asked with must not get it onto the screen.
        const QByteArray echo = R"({"message":"bad tok-5ecret-Of-The-Tests for 5511900000001"})";
        const std::pair<const char *, std::pair<TestReply, ProbeFault>> rows[] = {
            {"401", {TestReply{401, echo}, ProbeFault::Unauthorized}},
            {"403", {TestReply{403, echo}, ProbeFault::Forbidden}},
            {"404", {TestReply{404, echo}, ProbeFault::BadAnswer}},
            {"429", {TestReply{429, echo, "application/json", "Retry-After: 1\r\n"}, ProbeFault::TooManyRequests}},
            {"500", {TestReply{500, echo}, ProbeFault::ServerError}},
            {"503", {TestReply{503, echo}, ProbeFault::Overloaded}},
            {"redirect", {TestReply{302, {}, "text/html", "Location: http://192.0.2.1/\r\n"}, ProbeFault::BadAnswer}},
            {"garbage", {TestReply{200, "\x00\xff{{{tok-5ecret"}, ProbeFault::BadAnswer}},
            {"page", {TestReply{200, "<html>Sign in</html>", "text/html"}, ProbeFault::BadAnswer}},
            {"other JSON", {TestReply{200, R"({"hello":"world"})"}, ProbeFault::BadAnswer}},
            {"empty", {TestReply{200, {}}, ProbeFault::BadAnswer}},
            {"slow", {inWay(TestReply::Way::Hang), ProbeFault::Timeout}},
            {"dripping", {inWay(TestReply::Way::Drip), ProbeFault::Timeout}},
            {"closing", {inWay(TestReply::Way::Close), ProbeFault::Unreachable}},
            // How Qt takes what is no HTTP depends on when the connection ends.
            {"no HTTP", {inWay(TestReply::Way::Raw, "SSH-2.0-OpenSSH\r\n"), ProbeFault::None}},
        };
        for (const NodeKind kind : kAskedKinds) {
            for (const auto &[name, expected] : rows)
                QTest::addRow("%s: %s", qPrintable(nodeKindName(kind)), name)
                    << kind << expected.first << expected.second;
        }
    }
    void refusals()
    {
        QFETCH(NodeKind, kind);
        QFETCH(TestReply, reply);
        QFETCH(ProbeFault, fault);
        AskedRig rig(kind);
        if (fault == ProbeFault::Timeout)
            rig.limits = {Millis{300}, Millis{600}};
        rig.give();
        rig.setAnswer(reply);
        expect(rig, fault);
    }

    void graphErrors_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ProbeFault>("fault");
        QTest::newRow("token") << 190 << ProbeFault::Unauthorized;
        QTest::newRow("app limit") << 4 << ProbeFault::TooManyRequests;
        QTest::newRow("account limit") << 80'007 << ProbeFault::TooManyRequests;
        QTest::newRow("permission") << 200 << ProbeFault::Forbidden;
    }
    void graphErrors()
    {
        QFETCH(int, code);
        QFETCH(ProbeFault, fault);
        AskedRig rig(NodeKind::CloudApi);
        rig.give();
        rig.setAnswer(
            {400, R"({"error":{"message":"tok-5ecret-Of-The-Tests","code":)" + QByteArray::number(code) + "}}"});
        expect(rig, fault);
    }

    void recovers()
    {
        AskedRig rig(NodeKind::Evolution);
        rig.give();
        rig.setAnswer({500, "{}"});
        expect(rig, ProbeFault::ServerError);
        rig.setAnswer({200, R"({"instance":{"state":"open"}})"});
        QTRY_VERIFY_WITH_TIMEOUT(rig.fault() == ProbeFault::None && rig.session, kInTime);
        QVERIFY(rig.state().lastSuccess.has_value());
    }

    void nobodyThere()
    {
        AskedRig rig(NodeKind::Waha);
        rig.give();
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        rig.config.baseUrl.setPort(free.serverPort());
        free.close();
        expect(rig, ProbeFault::Unreachable);
    }
    void noSuchName()
    {
        AskedRig rig(NodeKind::Gowa);
        rig.give();
        rig.config.baseUrl.setHost(QStringLiteral("no-such-host.invalid"));
        expect(rig, ProbeFault::NameNotFound);
    }

    void certificates_data()
    {
        QTest::addColumn<NodeKind>("kind");
        for (const NodeKind kind : kAskedKinds)
            QTest::newRow(qPrintable(nodeKindName(kind))) << kind;
    }
    void certificates()
    {
        QFETCH(NodeKind, kind);
        AskedRig pinned(kind, m_certificates.selfSigned());
        pinned.give();
        pinned.start();
        QTRY_VERIFY_WITH_TIMEOUT(pinned.session || pinned.account, kInTime);
        QVERIFY(std::any_of(pinned.results.front().expiries.begin(), pinned.results.front().expiries.end(),
                            [](const Expiry &expiry) { return expiry.what == ExpiringThing::NodeCertificate; }));

        AskedRig untrusted(kind, m_certificates.selfSigned());
        untrusted.config.tls.pinnedSha256.clear();
        untrusted.give();
        expect(untrusted, ProbeFault::CertificateRejected);
        QVERIFY(untrusted.server().requests().empty());

        AskedRig other(kind, m_certificates.selfSigned());
        other.config.tls.pinnedSha256 = m_certificates.otherSelfSigned().sha256();
        other.give();
        expect(other, ProbeFault::CertificateRejected);
        QVERIFY(other.server().requests().empty());

        AskedRig byCa(kind, m_certificates.signedByCa());
        byCa.config.tls = {{}, m_certificates.caFile()};
        byCa.give();
        byCa.start();
        QTRY_VERIFY_WITH_TIMEOUT(byCa.session || byCa.account, kInTime);
    }
    void expiredCertificate_data()
    {
        QTest::addColumn<int>("validDays");
        QTest::newRow("good for a day") << 1;
        QTest::newRow("expired yesterday") << -1;
    }
    void expiredCertificate()
    {
        QFETCH(int, validDays);
        const auto made = makeSelfSigned({"127.0.0.1", {}, {}, validDays});
        QVERIFY(made.has_value());
        const TestCertificates::Identity identity{QSslCertificate(QByteArray::fromStdString(made->certificatePem)),
                                                  QSslKey(QByteArray::fromStdString(made->keyPem), QSsl::Ec)};
        QVERIFY(!identity.certificate.isNull());
        QCOMPARE(identity.certificate.expiryDate() < QDateTime::currentDateTime(), validDays < 0);
        QTemporaryDir folder;
        QFile ca(folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(ca.open(QIODevice::WriteOnly) && ca.write(identity.certificate.toPem()) > 0);
        ca.close();
        AskedRig rig(NodeKind::Waha, identity);
        rig.config.tls = {{}, ca.fileName()};
        rig.give();
        if (validDays > 0) {
            rig.start();
            QTRY_VERIFY_WITH_TIMEOUT(rig.session, kInTime);
            return;
        }
        expect(rig, ProbeFault::CertificateRejected);
        QVERIFY(rig.server().requests().empty());
    }
};

BAROGRAPH_TEST(TestAskedFaults)
#include "tst_asked_faults.moc"
