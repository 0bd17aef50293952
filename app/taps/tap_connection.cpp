// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_connection.h"

#include "net/http_fault.h"
#include "net/shown_url.h"
#include "net/tls_trust.h"
#include "secrets/secret_store.h"
#include "taps/tap_faults.h"
#include "taps/taps_words.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>
#include <QWebSocket>

#include <algorithm>

namespace barograph {

namespace {

/// A key goes into a header or an address; a line break in it would make two of it.
bool isPrintableKey(const QByteArray &key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isLoopbackHost(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

TapConnection::TapConnection(const NodeConfig &node, SecretStore &secrets, TakeBody take, const TapTimings &timings,
                             QObject *parent)
    : QObject(parent)
    , m_node(node)
    , m_secrets(secrets)
    , m_take(std::move(take))
    , m_timings(timings)
    , m_backOff(timings.firstBackOff, timings.longestBackOff)
{
    for (auto *timer :
         {&m_connectTimer, &m_doubtTimer, &m_silenceTimer, &m_protocolTimer, &m_provenTimer, &m_backOffTimer})
        timer->setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] {
        fail(TapWords::tr("%1 did not get as far as sending events. Check the address and the gateway.")
                 .arg(hostText()));
    });
    const auto onSilence = [this] { fail(TapWords::tr("%1 has gone silent: it answers no ping.").arg(hostText())); };
    connect(&m_doubtTimer, &QTimer::timeout, this, &TapConnection::onDoubt);
    connect(&m_silenceTimer, &QTimer::timeout, this, onSilence);
    connect(&m_protocolTimer, &QTimer::timeout, this, onSilence);
    connect(&m_pingTimer, &QTimer::timeout, this, [this] {
        if (m_socket != nullptr)
            m_socket->ping();
    });
    connect(&m_provenTimer, &QTimer::timeout, this, [this] { m_backOff.reset(); });
    connect(&m_backOffTimer, &QTimer::timeout, this, &TapConnection::connectNow);
}

TapConnection::~TapConnection()
{
    dropSocket();
}

void TapConnection::connectNow()
{
    dropSocket();
    m_backOffTimer.stop();
    // While it fails again and again, the reason stays on screen.
    if (m_state != TapView::Failed)
        setState(TapView::Connecting);
    const auto attempt = ++m_attempt;
    m_secrets.get(m_node.id, SecretName::kTapKey, this, [this, attempt](const SecretStore::Found &key) {
        if (attempt != m_attempt)
            return;
        if (!key)
            fail(key.error());
        else
            openWith(key->value_or(Secret()));
    });
}

void TapConnection::openWith(const Secret &key)
{
    if (!isPrintableKey(key.reveal())) {
        fail(TapWords::tr("The tap-key has spaces, control characters or letters beyond ASCII. Store it again with: "
                          "barograph secret --node %1 --name tap-key")
                 .arg(m_node.id));
        return;
    }
    m_protocol = makeTapProtocol(m_node.kind, *m_node.tap);
    openSocket(m_protocol->request(key));
}

void TapConnection::openSocket(const QNetworkRequest &request)
{
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingFrameSize(kLargestTapFrame);
    m_socket->setMaxAllowedIncomingMessageSize(kLargestTapFrame);
    if (isLoopbackHost(request.url().host()))
        m_socket->setProxy(QNetworkProxy::NoProxy);
    const bool isSecure = request.url().scheme() == QLatin1String("wss");
    if (isSecure) {
        auto tls = tlsConfiguration(m_node.tls);
        if (!tls) {
            fail(tls.error());
            return;
        }
        // With a pin no CA counts. Without CAs every certificate is an error, so none gets past onSslErrors().
        if (!m_node.tls.pinnedSha256.isEmpty())
            tls->setCaCertificates({});
        m_socket->setSslConfiguration(*tls);
    }
    connect(m_socket, &QWebSocket::connected, this, &TapConnection::onOpened);
    connect(m_socket, &QWebSocket::disconnected, this, &TapConnection::onClosed);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &TapConnection::onText);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, &TapConnection::heard);
    connect(m_socket, &QWebSocket::pong, this, &TapConnection::heard);
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &TapConnection::onSocketError);
    m_connectTimer.start(m_timings.connectTimeout);
    m_socket->open(request);
    if (isSecure && m_socket != nullptr)
        watchCertificate(m_socket->findChild<QSslSocket *>());
}

void TapConnection::watchCertificate(QSslSocket *socket)
{
    // QWebSocket tells of errors, but not whose certificate it is.
    if (socket == nullptr)
        return; // without CAs, or with a wrong certificate, it ends the handshake by itself
    connect(socket, &QSslSocket::sslErrors, this,
            [this, socket](const QList<QSslError> &errors) { onSslErrors(socket, errors); });
}

void TapConnection::onSslErrors(QSslSocket *socket, const QList<QSslError> &errors)
{
    const QString seen = fingerprintOf(socket->peerCertificate());
    const QString &pinned = m_node.tls.pinnedSha256;
    if (!pinned.isEmpty() && seen == pinned) {
        socket->ignoreSslErrors();
        return;
    }
    const QString reason = errors.isEmpty() ? QString() : errors.constFirst().errorString();
    fail(faultOfCertificate(seen, !pinned.isEmpty(), reason, m_node.tap->url).detail);
}

void TapConnection::onOpened()
{
    m_pingTimer.start(m_timings.pingEvery);
    heard();
    proceed(m_protocol->opened());
}

void TapConnection::onClosed()
{
    fail(tapCloseText(hostText(), m_node.id, static_cast<int>(m_socket->closeCode())));
}

void TapConnection::onSocketError()
{
    fail(tapErrorText(hostText(), m_node.id, m_socket->errorString()));
}

void TapConnection::onText(const QString &text)
{
    heard();
    if (m_protocolTimer.isActive())
        m_protocolTimer.start();
    proceed(m_protocol->received(text.toUtf8()));
}

void TapConnection::heard()
{
    m_silenceTimer.start(m_timings.silence);
    m_doubtTimer.start(m_timings.doubt);
    if (std::exchange(m_isDoubted, false))
        setState(TapView::Connected);
}

/// A gateway that is only slow is not cut off: what it has to tell would be lost. But nobody can say meanwhile that
/// nothing happens there.
void TapConnection::onDoubt()
{
    if (m_state != TapView::Connected)
        return;
    m_isDoubted = true;
    setState(TapView::Failed,
             TapWords::tr("%1 answers no ping. If it stays silent it is connected to anew.").arg(hostText()));
}

void TapConnection::proceed(const TapStep &step)
{
    if (!step.failure.isEmpty()) {
        fail(step.failure);
        return;
    }
    if (step.silence)
        m_protocolTimer.start(*step.silence);
    if (!step.send.isEmpty())
        m_socket->sendTextMessage(QString::fromUtf8(step.send));
    if (step.ready) {
        m_connectTimer.stop();
        m_provenTimer.start(m_timings.provenAfter);
        setState(TapView::Connected);
    }
    if (!step.body.isEmpty()) {
        m_backOff.reset();
        m_take(step.body);
    }
}

void TapConnection::fail(const QString &why)
{
    ++m_attempt;
    dropSocket();
    setState(TapView::Failed, why);
    m_backOffTimer.start(m_backOff.next(randomFraction()));
}

void TapConnection::dropSocket()
{
    m_isDoubted = false;
    for (auto *timer :
         {&m_connectTimer, &m_pingTimer, &m_doubtTimer, &m_silenceTimer, &m_protocolTimer, &m_provenTimer})
        timer->stop();
    auto *socket = std::exchange(m_socket, nullptr);
    if (socket == nullptr)
        return;
    socket->disconnect(this);
    if (auto *tls = socket->findChild<QSslSocket *>())
        tls->disconnect(this);
    socket->abort();
    // It may be the one whose signal we are in.
    socket->deleteLater();
}

void TapConnection::setState(TapView::State state, const QString &detail)
{
    m_state = state;
    Q_EMIT stateChanged(state, detail, utcNow());
}

QString TapConnection::hostText() const
{
    return hostAndPort(m_node.tap->url);
}

} // namespace barograph
