// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/capture/capture_file.h"

#include "config/paths.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <cerrno>
#include <fcntl.h>

namespace barograph {

Q_LOGGING_CATEGORY(lcCapture, "barograph.capture")

namespace {

constexpr QLatin1String kCaptureSuffix(".jsonl");

QDateTime asDateTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(time), Qt::UTC);
}

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

CaptureFile::CaptureFile(QString folder, QString nodeId, UtcTime from, UtcTime until, qint64 maxBytes)
    : m_folder(std::move(folder))
    , m_nodeId(std::move(nodeId))
    , m_from(from)
    , m_until(until)
    , m_maxBytes(maxBytes)
{}

bool CaptureFile::open()
{
    if (m_file.isOpen())
        return true;
    constexpr int kMostInOneSecond = 100;
    const QString stem = m_folder % QLatin1Char('/') % m_nodeId % QLatin1Char('-') %
                         asDateTime(m_from).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    int descriptor = -1;
    makePrivateFolder(m_folder);
    for (int i = 1; descriptor < 0 && i <= kMostInOneSecond; ++i) {
        const QString path = (i == 1 ? stem : stem % QStringLiteral("-%1").arg(i)) % kCaptureSuffix;
        descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    if (descriptor < 0 || !m_file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)) {
        qCWarning(lcCapture).noquote() << QStringLiteral(
                                              "No capture file can be made in %1. Check its permissions and the room "
                                              "on its disk.")
                                              .arg(m_folder);
        return false;
    }
    return writeLine(jsonLine({{QStringLiteral("capture"), QStringLiteral("begins")},
                               {QStringLiteral("node"), m_nodeId},
                               {QStringLiteral("from"), asDateTime(m_from).toString(Qt::ISODateWithMs)},
                               {QStringLiteral("until"), asDateTime(m_until).toString(Qt::ISODateWithMs)},
                               {QStringLiteral("barograph"), QStringLiteral(BAROGRAPH_VERSION)}}));
}

bool CaptureFile::writeLine(const QByteArray &line)
{
    return m_file.write(line) == line.size() && m_file.flush();
}

void CaptureFile::write(const CapturedBody &body)
{
    if (m_over || !open()) {
        m_over = true;
        ++m_lost;
        return;
    }
    const auto redacted = redactedBody(body.bytes, body.wholeBytes, m_key);
    QJsonObject object{{QStringLiteral("at"), asDateTime(body.at).toString(Qt::ISODateWithMs)},
                       {QStringLiteral("status"), body.status},
                       {QStringLiteral("bytes"), static_cast<qint64>(body.wholeBytes)},
                       {QStringLiteral("body"), QString::fromStdString(redacted)}};
    if (!body.reason.empty())
        object[QStringLiteral("reason")] =
            QString::fromUtf8(body.reason.data(), static_cast<qsizetype>(body.reason.size()));
    const auto line = jsonLine(object);
    if (m_file.size() + line.size() > m_maxBytes || !writeLine(line)) {
        m_over = true;
        ++m_lost;
        return;
    }
    ++m_bodies;
}

void CaptureFile::end(quint64 dropped)
{
    // Also where nothing came, so that it can be told from a capture that was never made.
    if (open()) {
        writeLine(jsonLine({{QStringLiteral("capture"), QStringLiteral("ends")},
                            {QStringLiteral("bodies"), static_cast<qint64>(m_bodies)},
                            {QStringLiteral("dropped"), static_cast<qint64>(dropped + m_lost)}}));
    }
    m_file.close();
    m_over = true;
}

int removeOldCaptures(const QString &folder, UtcTime now)
{
    int removed = 0;
    const auto entries =
        QDir(folder).entryInfoList({QLatin1Char('*') % kCaptureSuffix}, QDir::Files | QDir::NoSymLinks, QDir::Name);
    for (const auto &entry : entries) {
        const auto written = fromUnixMillis(entry.lastModified().toMSecsSinceEpoch());
        if (now - written > kCaptureKeptFor && QFile::remove(entry.filePath()))
            ++removed;
    }
    return removed;
}

} // namespace barograph
