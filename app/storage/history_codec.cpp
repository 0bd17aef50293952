// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace barograph {

QByteArray fingerprintBytes(const Fingerprint &print)
{
    QByteArray bytes(16, '\0');
    qToBigEndian(print.high, bytes.data());
    qToBigEndian(print.low, bytes.data() + 8);
    return bytes;
}

Fingerprint fingerprintFromBytes(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return {};
    return {qFromBigEndian<quint64>(bytes.constData()), qFromBigEndian<quint64>(bytes.constData() + 8)};
}

QString changesToJson(const std::vector<ControlChange> &changes)
{
    QJsonArray array;
    for (const auto &change : changes) {
        array.append(QJsonObject{{QStringLiteral("what"), change.what},
                                 {QStringLiteral("before"), change.before},
                                 {QStringLiteral("after"), change.after}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<ControlChange> changesFromJson(const QString &json)
{
    std::vector<ControlChange> changes;
    const auto array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &item : array) {
        const auto object = item.toObject();
        if (object.isEmpty())
            continue;
        changes.push_back({object.value(QLatin1String("what")).toString(),
                           object.value(QLatin1String("before")).toString(),
                           object.value(QLatin1String("after")).toString()});
    }
    return changes;
}

Reading<quint32> readingFromStored(const QVariant &number, uint truth, UtcTime at)
{
    const auto stored = static_cast<Truth>(truth);
    if (stored == Truth::NotSupported)
        return Reading<quint32>::notSupported();
    if (stored == Truth::NotMeasured)
        return Reading<quint32>::notMeasured();
    if (number.isNull())
        return {};
    const auto value = number.toUInt();
    switch (stored) {
    case Truth::Measured:
        return Reading<quint32>::measured(value, at);
    case Truth::Stale:
        return Reading<quint32>::measured(value, at).asStale();
    default:
        return Reading<quint32>::estimated(value, at);
    }
}

} // namespace barograph
