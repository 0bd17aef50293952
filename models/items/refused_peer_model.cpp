// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/refused_peer_model.h"

#include "items/cells.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct RefusedPeerWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::RefusedPeers)
};

} // namespace

RefusedPeerModel::RefusedPeerModel(QObject *parent)
    : KeyedTable({RefusedPeerWords::tr("From"), RefusedPeerWords::tr("Reason"), RefusedPeerWords::tr("Requests"),
                  RefusedPeerWords::tr("Last")},
                 parent)
{}

void RefusedPeerModel::setPeers(const std::vector<RefusedPeer> &peers, const QString &nodeId, UtcTime now)
{
    QList<KeyedRow> rows;
    for (const RefusedPeer &peer : peers) {
        if (peer.nodeId != nodeId)
            continue;
        KeyedRow row;
        row.key = peer.address + QStringLiteral("/%1").arg(static_cast<int>(peer.reason));
        row.cells = {textCell(peer.address), textCell(refusalText(peer.reason), refusalText(peer.reason)),
                     countCell(static_cast<qint64>(peer.count)), ageCell(peer.lastAt, now)};
        row.roles = {{NodeIdRole, nodeId}};
        rows.append(row);
    }
    reconcile(rows);
}

} // namespace barograph
