// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/connection_test.h"

#include "net/shown_url.h"
#include "net/tls_trust.h"
#include "setup/kind_questions.h"
#include "setup/setup_words.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QSslCertificate>

namespace barograph {

namespace {

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

UtcTime expiryOf(const QSslCertificate &certificate)
{
    return fromUnixMillis(certificate.expiryDate().toMSecsSinceEpoch());
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

ConnectionTest::ConnectionTest(const QUrl &url, const TlsTrust &trust, const NodeTestLimits &limits, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_trust(trust)
    , m_limits(limits)
    , m_proxy(testProxy(url))
{
    m_stageLimit.setSingleShot(true);
    connect(&m_stageLimit, &QTimer::timeout, this, &ConnectionTest::onTooLong);
}

ConnectionTest::~ConnectionTest()
{
    stop();
    if (m_socket)
        m_socket->abort();
}

void ConnectionTest::stop()
{
    m_over = true;
    m_stageLimit.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    if (m_socket)
        m_socket->disconnect(this);
}

void ConnectionTest::begin()
{
    const QString host = m_url.host();
    if (m_proxy.type() != QNetworkProxy::NoProxy) {
        conclude({TestStage::Name, TestOutcome::Skipped,
                  SetupWords::tr("The system's proxy %1 looks the name up.").arg(m_proxy.hostName())});
        openConnection();
        return;
    }
    if (!QHostAddress(host).isNull()) {
        conclude({TestStage::Name, TestOutcome::Skipped, SetupWords::tr("It is an address already, not a name.")});
        openConnection();
        return;
    }
    beginStage(TestStage::Name);
    m_lookup = QHostInfo::lookupHost(host, this, SLOT(onLookedUp(QHostInfo)));
}

void ConnectionTest::onLookedUp(const QHostInfo &info)
{
    m_lookup = -1;
    if (m_over)
        return;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        conclude(stepFailed(
            TestStage::Name,
            SetupWords::tr("The name %1 cannot be resolved. Check how it is written, and this machine's DNS.")
                .arg(m_url.host())));
        return;
    }
    QStringList addresses;
    for (const QHostAddress &address : info.addresses().mid(0, 4))
        addresses << address.toString();
    conclude(stepPassed(TestStage::Name,
                        SetupWords::tr("%1 is %2.").arg(m_url.host(), addresses.join(QLatin1String(", ")))));
    openConnection();
}

void ConnectionTest::openConnection()
{
    beginStage(TestStage::Connect);
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(m_proxy);
    connect(m_socket.get(), &QSslSocket::connected, this, &ConnectionTest::onConnected);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &ConnectionTest::onSocketError);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &ConnectionTest::onTlsErrors);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &ConnectionTest::onEncrypted);
    m_stageLimit.start(m_limits.connect);
    m_socket->connectToHost(m_url.host(), testedPort(m_url));
}

void ConnectionTest::onTooLong()
{
    conclude(stepFailed(
        m_stage, m_stage == TestStage::Tls
                     ? SetupWords::tr("%1 took the connection but does not answer in TLS. Check that the port is "
                                      "the node's.")
                           .arg(hostAndPort(m_url))
                     : SetupWords::tr("%1 does not answer. A firewall may drop the packets, or the machine is "
                                      "off.")
                           .arg(hostAndPort(m_url))));
}

void ConnectionTest::onConnected()
{
    m_stageLimit.stop();
    conclude(stepPassed(TestStage::Connect, SetupWords::tr("%1 takes connections.").arg(hostAndPort(m_url))));
    if (m_url.scheme() != QLatin1String("https")) {
        conclude({TestStage::Tls, TestOutcome::Skipped,
                  SetupWords::tr("Not encrypted: it is on this machine and reached by http://.")});
        arrive();
        return;
    }
    beginStage(TestStage::Tls);
    const auto configuration = tlsConfiguration(m_trust);
    if (!configuration) {
        conclude(stepFailed(TestStage::Tls, configuration.error()));
        return;
    }
    m_stageLimit.start(m_limits.handshake);
    m_socket->setSslConfiguration(*configuration);
    m_socket->startClientEncryption();
}

void ConnectionTest::onSocketError()
{
    if (m_over)
        return;
    if (m_stage == TestStage::Tls) {
        conclude(stepFailed(
            m_stage,
            SetupWords::tr("%1 does not speak TLS the way we do. Check that the port is the node's, and whether "
                           "the address should start with http.")
                .arg(hostAndPort(m_url))));
        return;
    }
    const bool refused = m_socket->error() == QAbstractSocket::ConnectionRefusedError;
    conclude(stepFailed(
        m_stage, refused
                     ? SetupWords::tr("%1 refused the connection. Check that the node runs and that the port is right.")
                           .arg(hostAndPort(m_url))
                     : SetupWords::tr("%1 cannot be reached. Check the network between this machine and the node.")
                           .arg(hostAndPort(m_url))));
}

void ConnectionTest::onTlsErrors(const QList<QSslError> &errors)
{
    QSslCertificate certificate = m_socket->peerCertificate();
    if (certificate.isNull() && !errors.isEmpty())
        certificate = errors.constFirst().certificate();
    m_seenFingerprint = fingerprintOf(certificate);
    if (!m_trust.pinnedSha256.isEmpty() && m_seenFingerprint == m_trust.pinnedSha256) {
        m_socket->ignoreSslErrors(errors);
        return;
    }
    QStringList texts;
    for (const QSslError &error : errors)
        texts << error.errorString();
    m_stageLimit.stop();
    conclude(tlsStep(m_trust, m_seenFingerprint, texts, expiryOf(certificate), utcNow(), m_url));
}

void ConnectionTest::onEncrypted()
{
    m_stageLimit.stop();
    const QSslCertificate certificate = m_socket->peerCertificate();
    m_seenFingerprint = fingerprintOf(certificate);
    const auto step = tlsStep(m_trust, m_seenFingerprint, {}, expiryOf(certificate), utcNow(), m_url);
    m_certificateTrusted = step.outcome != TestOutcome::Failed;
    conclude(step);
    if (m_certificateTrusted)
        arrive();
}

void ConnectionTest::beginStage(TestStage stage)
{
    m_stage = stage;
    Q_EMIT began(stage);
}

void ConnectionTest::conclude(const TestStep &step)
{
    if (m_over)
        return;
    if (step.outcome == TestOutcome::Failed)
        stop();
    Q_EMIT concluded(step);
}

void ConnectionTest::arrive()
{
    // It has told all that it was opened for.
    stop();
    m_socket->disconnectFromHost();
    Q_EMIT reached();
}

} // namespace barograph
