// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/audit_log.h"

#include "controls/controls_words.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace barograph {

namespace {

ControlResult toResult(const AuditRecord &record)
{
    ControlResult result;
    result.id = record.controlId;
    result.nodeId = record.nodeId;
    result.title = record.title;
    result.outcome = record.outcome.value_or(ControlOutcome::Unverified);
    result.detail = record.detail;
    result.at = record.at;
    result.restorable = record.restorable;
    result.changes = record.changes;
    return result;
}

ControlResult withoutResult(const AuditRecord &intent)
{
    ControlResult result = toResult(intent);
    result.outcome = ControlOutcome::Unverified;
    result.detail = ControlWords::tr("The program ended before it could verify what came of this. Look at the node.");
    result.restorable = true;
    return result;
}

} // namespace

std::vector<ControlResult> loadAudit(const QString &file, const QString &nodeId, UtcTime from, UtcTime to)
{
    std::vector<ControlResult> results;
    QHash<QString, AuditRecord> openIntents;
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return results;
    const auto wanted = [&](const ControlResult &result) {
        return (nodeId.isEmpty() || result.nodeId == nodeId) && result.at >= from && result.at < to;
    };
    while (!device.atEnd()) {
        const auto record = parseAuditLine(device.readLine().trimmed());
        if (!record)
            continue;
        if (record->phase == AuditPhase::Intent) {
            openIntents.insert(record->controlId, *record);
            continue;
        }
        openIntents.remove(record->controlId);
        if (ControlResult result = toResult(*record); wanted(result))
            results.push_back(std::move(result));
    }
    for (const AuditRecord &intent : std::as_const(openIntents)) {
        if (ControlResult result = withoutResult(intent); wanted(result))
            results.push_back(std::move(result));
    }
    std::stable_sort(results.begin(), results.end(),
                     [](const ControlResult &a, const ControlResult &b) { return a.at < b.at; });
    return results;
}

qint64 firstBrokenAuditLine(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return 0;
    QString expected;
    for (qint64 number = 1; !device.atEnd(); ++number) {
        QByteArray line = device.readLine();
        const bool torn = !line.endsWith('\n');
        if (!torn)
            line.chop(1);
        const auto document = QJsonDocument::fromJson(line);
        // A line that a crash tore in the middle is no JSON and has no link of its own, but the next line covers it.
        const bool readable = document.isObject();
        if (readable && document.object().value(QLatin1String("prev")).toString() != expected)
            return number;
        expected = auditLineHash(line);
    }
    return 0;
}

} // namespace barograph
