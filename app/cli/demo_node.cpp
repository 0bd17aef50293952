// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo_node.h"

#include "core/time.h"
#include "net/tls_trust.h"
#include "runtime/runtime_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <array>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace barograph {

namespace {

const QString kProgram = QStringLiteral("barograph-simnode");
constexpr qsizetype kLongestFirstLine = 4096;
constexpr Millis kStartLimit{15'000};

/// Meets the rules of the API: 8 to 64 characters, each kind of character at least once.
Secret randomPassword()
{
    std::array<quint32, 5> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return Secret("Aa1!" + bytes.toBase64(QByteArray::Base64UrlEncoding));
}

QUrl below(QUrl url, const char *path)
{
    url.setPath(url.path() % QLatin1String(path));
    return url;
}

} // namespace

std::optional<SimnodeReady> parseSimnodeReady(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.value(QLatin1String("ready")).toBool())
        return std::nullopt;
    const QUrl url(object.value(QLatin1String("url")).toString(), QUrl::StrictMode);
    const QUrl queueUrl(object.value(QLatin1String("queue_url")).toString(), QUrl::StrictMode);
    const auto sha256 = normalisedFingerprint(object.value(QLatin1String("sha256")).toString());
    if (!url.isValid() || url.host().isEmpty() || !queueUrl.isValid() || !sha256)
        return std::nullopt;
    return SimnodeReady{url, *sha256, queueUrl};
}

NodeConfig demoNodeConfig(const SimnodeReady &ready)
{
    NodeConfig node;
    node.id = QStringLiteral("demo");
    node.name = RuntimeWords::tr("Demo number");
    node.baseUrl = ready.url;
    node.allocatedTps = 20;
    node.simulated = true;
    node.tls.pinnedSha256 = ready.sha256;
    QueueConfig &queue = node.outboundQueue.emplace();
    queue.name = QStringLiteral("outbound");
    queue.statusUrl = ready.queueUrl;
    queue.pauseUrl = below(ready.queueUrl, "/pause");
    queue.resumeUrl = below(ready.queueUrl, "/resume");
    return node;
}

QString DemoNode::findProgram()
{
    QString beside = QCoreApplication::applicationDirPath() % QLatin1Char('/') % kProgram;
    if (QFileInfo(beside).isExecutable())
        return beside;
    return QStandardPaths::findExecutable(kProgram);
}

QStringList DemoNode::demoScenarios()
{
    return {QStringLiteral("campaign"), QStringLiteral("group-storm")};
}

DemoNode::DemoNode(QObject *parent)
    : QObject(parent)
    , m_password(randomPassword())
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoNode::onOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        constexpr qsizetype kKept = 2000;
        m_lastError += m_process.readAllStandardError();
        m_lastError = m_lastError.right(kKept);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(RuntimeWords::tr("The simulated node could not be started: %1.").arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this](int code) {
        const QString last = QString::fromLocal8Bit(m_lastError).trimmed().section(QLatin1Char('\n'), -1);
        fail(last.isEmpty()
                 ? RuntimeWords::tr("The simulated node ended (code %1).").arg(code)
                 : RuntimeWords::tr("The simulated node ended (code %1): %2").arg(QString::number(code), last));
    });
    m_startLimit.setSingleShot(true);
    connect(&m_startLimit, &QTimer::timeout, this,
            [this] { fail(RuntimeWords::tr("The simulated node did not get ready in time.")); });
}

DemoNode::~DemoNode()
{
    m_done = true;
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    constexpr int kPatienceMs = 2000;
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(kPatienceMs))
        return;
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

void DemoNode::start(const QUrl &webhook, const QString &program, const QStringList &scenarios)
{
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                fail(RuntimeWords::tr("%1 was found neither beside this program nor in $PATH. Install it or build the "
                                      "target of that name.")
                         .arg(kProgram));
            },
            Qt::QueuedConnection);
        return;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BAROGRAPH_SIMNODE_PASSWORD"), QString::fromLatin1(m_password.reveal()));
    environment.insert(QStringLiteral("BAROGRAPH_SIMNODE_WEBHOOK"), webhook.toString(QUrl::FullyEncoded));
    m_process.setProcessEnvironment(environment);
    QStringList arguments{QStringLiteral("--exit-on-stdin-close")};
    for (const QString &scenario : scenarios)
        arguments << QStringLiteral("--scenario") << scenario;
#ifdef Q_OS_LINUX
    // Also if this process is killed and cannot say goodbye.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_startLimit.start(kStartLimit);
    m_process.start(program, arguments);
}

void DemoNode::onOutput()
{
    const QByteArray output = m_process.readAllStandardOutput();
    if (m_ready || m_done)
        return;
    m_firstLine += output;
    const qsizetype end = m_firstLine.indexOf('\n');
    if (end < 0 && m_firstLine.size() <= kLongestFirstLine)
        return;
    const auto ready = parseSimnodeReady(m_firstLine.left(end));
    if (!ready) {
        fail(RuntimeWords::tr("The simulated node said something else than that it is ready."));
        return;
    }
    m_ready = true;
    m_startLimit.stop();
    Q_EMIT this->ready(demoNodeConfig(*ready));
}

void DemoNode::fail(const QString &reason)
{
    if (m_done)
        return;
    m_done = true;
    m_startLimit.stop();
    m_process.kill();
    Q_EMIT failed(reason);
}

} // namespace barograph
