// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/curve_file.h"

#include "storage/storage_words.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace barograph {

namespace {

/// Of the bins and what they mean; a file of another version is not understood.
constexpr int kCurveVersion = 1;
constexpr qint64 kMostBytes = 64 << 20;

QJsonArray spansToJson(const ReceiptCurve::Spans &spans)
{
    QJsonArray array;
    for (const auto &span : spans)
        array.append(QJsonArray{span.atRisk, span.told});
    return array;
}

bool spansFromJson(const QJsonValue &value, ReceiptCurve::Spans &spans)
{
    const auto array = value.toArray();
    if (array.size() != static_cast<qsizetype>(spans.size()))
        return false;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto pair = array.at(i).toArray();
        if (pair.size() != 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble())
            return false;
        spans[static_cast<std::size_t>(i)] = {pair.at(0).toDouble(), pair.at(1).toDouble()};
    }
    return true;
}

QJsonObject habitToJson(const ReceiptCurve::Habit &habit)
{
    return {{QStringLiteral("recent"), habit.recent},
            {QStringLiteral("squares"), habit.squares},
            {QStringLiteral("step_squares"), habit.stepSquares}};
}

ReceiptCurve::Habit habitFromJson(const QJsonValue &value)
{
    const auto object = value.toObject();
    return {object.value(QStringLiteral("recent")).toDouble(), object.value(QStringLiteral("squares")).toDouble(),
            object.value(QStringLiteral("step_squares")).toDouble()};
}

QJsonObject curveToJson(const ReceiptCurve &curve)
{
    return {{QStringLiteral("deliveries"), spansToJson(curve.deliveries)},
            {QStringLiteral("reads"), spansToJson(curve.reads)},
            {QStringLiteral("storms"), curve.storms},
            {QStringLiteral("speed"), habitToJson(curve.speed)},
            {QStringLiteral("read_odds"), habitToJson(curve.readOdds)},
            {QStringLiteral("learnt_until_ms"), static_cast<double>(unixMillis(curve.learntUntil))}};
}

std::optional<ReceiptCurve> curveFromJson(const QJsonObject &object)
{
    ReceiptCurve curve;
    if (!spansFromJson(object.value(QStringLiteral("deliveries")), curve.deliveries) ||
        !spansFromJson(object.value(QStringLiteral("reads")), curve.reads))
        return std::nullopt;
    curve.storms = object.value(QStringLiteral("storms")).toInt(-1);
    curve.speed = habitFromJson(object.value(QStringLiteral("speed")));
    curve.readOdds = habitFromJson(object.value(QStringLiteral("read_odds")));
    curve.learntUntil = fromUnixMillis(object.value(QStringLiteral("learnt_until_ms")).toInteger());
    return curve.isSane() ? std::optional(curve) : std::nullopt;
}

QString cannotBeRead(const QString &file, const QString &why)
{
    return StorageWords::tr("What was learnt from earlier group storms (%1) cannot be read: %2. Forecasts start anew.")
        .arg(QDir::toNativeSeparators(file), why);
}

} // namespace

tl::expected<ReceiptCurves, QString> loadReceiptCurves(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return ReceiptCurves();
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(cannotBeRead(file, source.errorString()));
    if (source.size() > kMostBytes)
        return tl::unexpected(cannotBeRead(file, StorageWords::tr("it is too large")));
    QJsonParseError error;
    const auto root = QJsonDocument::fromJson(source.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(cannotBeRead(file, error.errorString()));
    if (root.value(QStringLiteral("version")).toInt() != kCurveVersion)
        return tl::unexpected(cannotBeRead(file, StorageWords::tr("it is of another version")));
    ReceiptCurves curves;
    const auto nodes = root.value(QStringLiteral("nodes")).toObject();
    for (auto node = nodes.begin(); node != nodes.end(); ++node) {
        if (const auto curve = curveFromJson(node.value().toObject()))
            curves.insert(node.key(), *curve);
    }
    return curves;
}

tl::expected<void, QString> saveReceiptCurves(const QString &file, const ReceiptCurves &curves)
{
    QJsonObject nodes;
    for (auto curve = curves.begin(); curve != curves.end(); ++curve)
        nodes.insert(curve.key(), curveToJson(curve.value()));
    const QJsonObject root{{QStringLiteral("version"), kCurveVersion}, {QStringLiteral("nodes"), nodes}};
    QSaveFile target(file);
    const auto bytes = QJsonDocument(root).toJson(QJsonDocument::Compact);
    const bool written = target.open(QIODevice::WriteOnly) &&
                         target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         target.write(bytes) == bytes.size() && target.commit();
    if (!written)
        return tl::unexpected(
            StorageWords::tr("What was learnt from group storms cannot be written to %1: %2. Free some space or check "
                             "the folder's permissions; forecasts go on meanwhile.")
                .arg(QDir::toNativeSeparators(file), target.errorString()));
    return {};
}

} // namespace barograph
