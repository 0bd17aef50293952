// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/node_test_run.h"

#include "config/config_file.h"
#include "net/http_fault.h"
#include "net/shown_url.h"
#include "net/tls_trust.h"
#include "setup/setup_words.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QSslCertificate>

namespace barograph {

namespace {

constexpr std::array kAllStages{TestStage::Address, TestStage::Name,   TestStage::Connect, TestStage::Tls,
                                TestStage::Login,   TestStage::Answer, TestStage::State};
/// A kind of node asks about five questions; more would be a mistake of ours.
constexpr int kMostQuestions = 12;

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QNetworkProxy testProxy(const QUrl &url)
{
    if (isThisMachine(url.host()))
        return QNetworkProxy::NoProxy;
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.constFirst();
}

quint16 testedPort(const QUrl &url)
{
    constexpr int kHttps = 443;
    constexpr int kHttp = 80;
    return static_cast<quint16>(url.port(url.scheme() == QLatin1String("https") ? kHttps : kHttp));
}

QString dayOf(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(time), Qt::UTC).date().toString(Qt::ISODate);
}

} // namespace

TestStep tlsStep(const TlsTrust &trust, const QString &seen, const QStringList &errors, UtcTime expires, UtcTime now,
                 const QUrl &url)
{
    const QString where = hostAndPort(url);
    const QString print = shownFingerprint(seen);
    if (!trust.pinnedSha256.isEmpty() && trust.pinnedSha256 != seen)
        return stepFailed(TestStage::Tls,
                          SetupWords::tr("%1 shows another certificate than the pinned one. Nothing was sent. It shows "
                                         "SHA-256 %2. If it was renewed, compare this with the node's own and pin it.")
                              .arg(where, print));
    if (trust.pinnedSha256.isEmpty() && !errors.isEmpty())
        return stepFailed(TestStage::Tls,
                          SetupWords::tr("The certificate of %1 is not trusted: %2. Nothing was sent. Its SHA-256 is "
                                         "%3. Compare it with the node's own; if it is the same, pin it.")
                              .arg(where, errors.constFirst(), print));
    const QString how = !trust.pinnedSha256.isEmpty() ? SetupWords::tr("the pinned one")
                        : trust.caFile.isEmpty()      ? SetupWords::tr("trusted by this system")
                                                      : SetupWords::tr("of the CA in %1").arg(trust.caFile);
    constexpr Seconds kSoon{30 * 24 * 3600};
    if (expires <= now)
        return stepWarning(TestStage::Tls,
                           SetupWords::tr("The certificate is %1, but it has run out on %2. SHA-256 %3.")
                               .arg(how, dayOf(expires), print));
    if (expires - now < kSoon)
        return stepWarning(TestStage::Tls,
                           SetupWords::tr("The certificate is %1, and runs out soon, on %2. SHA-256 %3.")
                               .arg(how, dayOf(expires), print));
    return stepPassed(
        TestStage::Tls,
        SetupWords::tr("The certificate is %1 and good until %2. SHA-256 %3.").arg(how, dayOf(expires), print));
}

NodeTestRun::NodeTestRun(NodeTestRequest request, SecretStore &secrets, const NodeTestLimits &limits, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_node(m_request.draft.config)
    , m_secrets(secrets)
    , m_limits(limits)
    , m_proxy(QNetworkProxy::NoProxy)
{
    m_report.ticket = m_request.ticket;
    m_deadline.setSingleShot(true);
    m_stageLimit.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_report.finished)
            return;
        conclude(stageUnderWay(), TestOutcome::Failed,
                 SetupWords::tr("The test took longer than %1 s and was given up. The node may be overloaded.")
                     .arg(std::chrono::ceil<Seconds>(m_limits.total).count()));
    });
}

NodeTestRun::~NodeTestRun()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
}

void NodeTestRun::begin()
{
    m_deadline.start(m_limits.total);
    runStage(TestStage::Address);
    checkAddress();
}

void NodeTestRun::checkAddress()
{
    // A dialog tests before it has asked for these.
    if (m_node.id.isEmpty())
        m_node.id = QStringLiteral("new");
    if (m_node.name.trimmed().isEmpty())
        m_node.name = m_node.id;
    m_url = addressOf(m_node);
    if (m_url.isEmpty()) {
        conclude(TestStage::Address, TestOutcome::Failed,
                 SetupWords::tr("There is no address. Enter it like https://10.0.0.5:9090. A node without one is known "
                                "by its webhooks only, and there is nothing to test."));
        return;
    }
    if (const auto error = checkNode(m_node)) {
        conclude(TestStage::Address, TestOutcome::Failed, error->text);
        return;
    }
    conclude(TestStage::Address, TestOutcome::Passed, SetupWords::tr("%1 can be asked.").arg(shownUrl(m_url)));
    m_proxy = testProxy(m_url);
    lookUpName();
}

void NodeTestRun::lookUpName()
{
    const QString host = m_url.host();
    if (m_proxy.type() != QNetworkProxy::NoProxy) {
        conclude(TestStage::Name, TestOutcome::Skipped,
                 SetupWords::tr("The system's proxy %1 looks the name up.").arg(m_proxy.hostName()));
        openConnection();
        return;
    }
    if (!QHostAddress(host).isNull()) {
        conclude(TestStage::Name, TestOutcome::Skipped, SetupWords::tr("It is an address already, not a name."));
        openConnection();
        return;
    }
    runStage(TestStage::Name);
    m_lookup = QHostInfo::lookupHost(host, this, SLOT(onLookedUp(QHostInfo)));
}

void NodeTestRun::onLookedUp(const QHostInfo &info)
{
    m_lookup = -1;
    if (m_report.finished)
        return;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        conclude(TestStage::Name, TestOutcome::Failed,
                 SetupWords::tr("The name %1 cannot be resolved. Check how it is written, and this machine's DNS.")
                     .arg(m_url.host()));
        return;
    }
    QStringList addresses;
    for (const QHostAddress &address : info.addresses().mid(0, 4))
        addresses << address.toString();
    conclude(TestStage::Name, TestOutcome::Passed,
             SetupWords::tr("%1 is %2.").arg(m_url.host(), addresses.join(QLatin1String(", "))));
    openConnection();
}

void NodeTestRun::openConnection()
{
    runStage(TestStage::Connect);
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(m_proxy);
    connect(m_socket.get(), &QSslSocket::connected, this, &NodeTestRun::onConnected);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &NodeTestRun::onSocketError);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &NodeTestRun::onTlsErrors);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &NodeTestRun::onEncrypted);
    m_stageLimit.disconnect(this);
    connect(&m_stageLimit, &QTimer::timeout, this, [this] {
        const bool connected = m_report.steps.back().stage == TestStage::Tls;
        conclude(m_report.steps.back().stage, TestOutcome::Failed,
                 connected ? SetupWords::tr("%1 took the connection but does not answer in TLS. Check that the port is "
                                            "the node's.")
                                 .arg(hostAndPort(m_url))
                           : SetupWords::tr("%1 does not answer. A firewall may drop the packets, or the machine is "
                                            "off.")
                                 .arg(hostAndPort(m_url)));
    });
    m_stageLimit.start(m_limits.connect);
    m_socket->connectToHost(m_url.host(), testedPort(m_url));
}

void NodeTestRun::onConnected()
{
    m_stageLimit.stop();
    conclude(TestStage::Connect, TestOutcome::Passed, SetupWords::tr("%1 takes connections.").arg(hostAndPort(m_url)));
    if (m_url.scheme() != QLatin1String("https")) {
        conclude(TestStage::Tls, TestOutcome::Skipped,
                 SetupWords::tr("Not encrypted: it is on this machine and reached by http://."));
        readSecrets();
        return;
    }
    runStage(TestStage::Tls);
    const auto configuration = tlsConfiguration(m_node.tls);
    if (!configuration) {
        conclude(TestStage::Tls, TestOutcome::Failed, configuration.error());
        return;
    }
    m_stageLimit.start(m_limits.handshake);
    m_socket->setSslConfiguration(*configuration);
    m_socket->startClientEncryption();
}

void NodeTestRun::onSocketError()
{
    if (m_report.finished || m_report.steps.empty())
        return;
    const TestStage stage = m_report.steps.back().stage;
    if (stage == TestStage::Tls) {
        conclude(stage, TestOutcome::Failed,
                 SetupWords::tr("%1 does not speak TLS the way we do. Check that the port is the node's, and whether "
                                "the address should start with http.")
                     .arg(hostAndPort(m_url)));
        return;
    }
    if (stage != TestStage::Connect)
        return;
    const bool refused = m_socket->error() == QAbstractSocket::ConnectionRefusedError;
    conclude(stage, TestOutcome::Failed,
             refused ? SetupWords::tr("%1 refused the connection. Check that the node runs and that the port is right.")
                           .arg(hostAndPort(m_url))
                     : SetupWords::tr("%1 cannot be reached. Check the network between this machine and the node.")
                           .arg(hostAndPort(m_url)));
}

void NodeTestRun::onTlsErrors(const QList<QSslError> &errors)
{
    QSslCertificate certificate = m_socket->peerCertificate();
    if (certificate.isNull() && !errors.isEmpty())
        certificate = errors.constFirst().certificate();
    m_report.seenFingerprint = fingerprintOf(certificate);
    if (!m_node.tls.pinnedSha256.isEmpty() && m_report.seenFingerprint == m_node.tls.pinnedSha256) {
        m_socket->ignoreSslErrors(errors);
        return;
    }
    QStringList texts;
    for (const QSslError &error : errors)
        texts << error.errorString();
    m_stageLimit.stop();
    const auto step = tlsStep(m_node.tls, m_report.seenFingerprint, texts,
                              fromUnixMillis(certificate.expiryDate().toMSecsSinceEpoch()), utcNow(), m_url);
    conclude(step.stage, step.outcome, step.text);
}

void NodeTestRun::onEncrypted()
{
    m_stageLimit.stop();
    const QSslCertificate certificate = m_socket->peerCertificate();
    m_report.seenFingerprint = fingerprintOf(certificate);
    const auto step = tlsStep(m_node.tls, m_report.seenFingerprint, {},
                              fromUnixMillis(certificate.expiryDate().toMSecsSinceEpoch()), utcNow(), m_url);
    m_report.certificateTrusted = step.outcome != TestOutcome::Failed;
    conclude(step.stage, step.outcome, step.text);
    if (m_report.certificateTrusted)
        readSecrets();
}

void NodeTestRun::readSecrets()
{
    // It has told all that it was opened for.
    m_socket->disconnect(this);
    m_socket->disconnectFromHost();
    runStage(TestStage::Login);
    readNextSecret(0);
}

void NodeTestRun::readNextSecret(std::size_t name)
{
    if (name == static_cast<std::size_t>(SecretName::kAll.size())) {
        m_client = std::make_unique<HttpClient>(m_node.tls, m_limits.http);
        take(firstQuestions(m_node, m_found));
        return;
    }
    const QString &wanted = SecretName::kAll[static_cast<qsizetype>(name)];
    const auto entered = m_request.draft.secrets.find(wanted);
    if (entered != m_request.draft.secrets.end()) {
        m_found[wanted] = entered->second;
        readNextSecret(name + 1);
        return;
    }
    if (m_request.draft.editedId.isEmpty()) {
        readNextSecret(name + 1);
        return;
    }
    m_secrets.get(m_request.draft.editedId, wanted, this, [this, name, wanted](const SecretStore::Found &found) {
        if (m_report.finished)
            return;
        if (!found) {
            conclude(TestStage::Login, TestOutcome::Failed, found.error());
            return;
        }
        if (*found)
            m_found[wanted] = **found;
        readNextSecret(name + 1);
    });
}

void NodeTestRun::take(const Judged &judged)
{
    if (m_report.finished)
        return;
    if (judged.shards)
        m_report.shards = judged.shards;
    if (!judged.accounts.isEmpty())
        m_report.accounts = judged.accounts;
    if (judged.otherKind) {
        findOutKind(judged.steps.empty() ? stepFailed(TestStage::Answer, QString()) : judged.steps.back());
        return;
    }
    bool isOver = false;
    for (const TestStep &step : judged.steps) {
        set(step);
        isOver = isOver || step.outcome == TestOutcome::Failed;
    }
    if (isOver) {
        finish();
        return;
    }
    for (const KindQuestion &question : judged.next) {
        if (m_questions.size() < kMostQuestions)
            m_questions.push_back(question);
    }
    askNext();
}

void NodeTestRun::askNext()
{
    if (m_questions.empty()) {
        finish();
        return;
    }
    if (m_report.steps.back().outcome != TestOutcome::Running && m_report.steps.back().stage != TestStage::State)
        set({kAllStages[m_report.steps.size()], TestOutcome::Running, {}});
    report();
    const KindQuestion question = std::move(m_questions.front());
    m_questions.pop_front();
    m_client->send(question.request, this,
                   [this, judge = question.judge](const HttpReply &reply) { take(judge(reply)); });
}

void NodeTestRun::findOutKind(const TestStep &complaint)
{
    m_questions.clear();
    runStage(TestStage::Answer);
    askTellingPath(0, complaint);
}

void NodeTestRun::askTellingPath(int path, const TestStep &complaint)
{
    const QStringList paths = tellingPaths();
    const QString wrong = SetupWords::tr("This is not %1").arg(kindInASentence(m_node.kind));
    if (path == paths.size()) {
        set(stepFailed(TestStage::Answer,
                       SetupWords::tr("%1, as far as can be told. %2").arg(wrong, complaint.text).trimmed()));
        finish();
        return;
    }
    QUrl url = m_url;
    url.setPath(paths[path]);
    // Without credentials: they belong to another kind of node.
    m_client->send(
        {HttpVerb::Get, url, {}, {}}, this,
        [this, path, complaint, wrong, last = path + 1 == tellingPaths().size()](const HttpReply &reply) {
            if (m_report.finished)
                return;
            const Recognised what = recogniseAnswer(reply.contentType, reply.body);
            if (what.kind && *what.kind != m_node.kind) {
                set(stepFailed(
                    TestStage::Answer,
                    SetupWords::tr("%1 but %2%3. Choose that kind, or correct the address.")
                        .arg(wrong, kindInASentence(*what.kind),
                             what.version.isEmpty() ? QString() : SetupWords::tr(" (version %1)").arg(what.version))));
                finish();
            } else if (what.webPage && last) {
                set(stepFailed(TestStage::Answer,
                               SetupWords::tr("%1: a web page came back. Check the port; a proxy or a "
                                              "console may answer there.")
                                   .arg(wrong)));
                finish();
            } else {
                askTellingPath(path + 1, complaint);
            }
        });
}

TestStage NodeTestRun::stageUnderWay() const
{
    for (const TestStep &step : m_report.steps) {
        if (step.outcome == TestOutcome::Running)
            return step.stage;
    }
    return TestStage::State;
}

void NodeTestRun::set(TestStep step)
{
    for (TestStep &known : m_report.steps) {
        if (known.stage == step.stage) {
            known = std::move(step);
            return;
        }
    }
    m_report.steps.push_back(std::move(step));
    std::sort(m_report.steps.begin(), m_report.steps.end(),
              [](const TestStep &a, const TestStep &b) { return a.stage < b.stage; });
}

void NodeTestRun::runStage(TestStage stage)
{
    set({stage, TestOutcome::Running, {}});
    report();
}

void NodeTestRun::conclude(TestStage stage, TestOutcome outcome, const QString &text)
{
    if (m_report.finished)
        return;
    set({stage, outcome, text});
    if (outcome == TestOutcome::Failed)
        finish();
    else
        report();
}

void NodeTestRun::finish()
{
    m_deadline.stop();
    m_stageLimit.stop();
    bool failedOnce = false;
    for (TestStep &step : m_report.steps) {
        failedOnce = failedOnce || step.outcome == TestOutcome::Failed;
        if (step.outcome == TestOutcome::Running)
            step.outcome = TestOutcome::Skipped;
    }
    for (const TestStage stage : kAllStages) {
        const bool known = std::any_of(m_report.steps.begin(), m_report.steps.end(),
                                       [stage](const TestStep &step) { return step.stage == stage; });
        if (!known)
            set({stage, TestOutcome::Skipped, {}});
    }
    m_report.finished = true;
    m_report.usable = !failedOnce;
    report();
}

void NodeTestRun::report()
{
    Q_EMIT reported(m_report);
}

} // namespace barograph
