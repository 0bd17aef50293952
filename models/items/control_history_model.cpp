// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/control_history_model.h"

#include "items/cells.h"
#include "text/labels.h"

#include <QCoreApplication>
#include <QDateTime>

namespace barograph {

namespace {

struct ControlHistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ControlHistory)
};

} // namespace

ControlHistoryModel::ControlHistoryModel(QObject *parent)
    : KeyedTable({ControlHistoryWords::tr("Time"), ControlHistoryWords::tr("Node"), ControlHistoryWords::tr("Control"),
                  ControlHistoryWords::tr("Outcome"), ControlHistoryWords::tr("Detail")},
                 parent)
{}

void ControlHistoryModel::append(const ControlResult &result)
{
    removeFirst(rowCount() - (kMostRows - 1));
    KeyedRow row;
    row.key = QString::number(m_appended++);
    row.cells = {
        TableCell{
            formatUtc(result.at), QVariant::fromValue<qlonglong>(unixMillis(result.at)), Truth::Measured, {}, false},
        textCell(result.nodeId), textCell(result.title), textCell(controlOutcomeText(result.outcome)),
        textCell(result.detail, result.detail)};
    row.roles = {{NodeIdRole, result.nodeId},
                 {ControlIdRole, result.id},
                 {OutcomeRole, static_cast<int>(result.outcome)},
                 {RestorableRole, result.restorable},
                 {TimeRole, QDateTime::fromMSecsSinceEpoch(unixMillis(result.at), Qt::UTC)}};
    KeyedTable::append(row);
}

} // namespace barograph
