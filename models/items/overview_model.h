// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overview_tile.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>

#include <vector>

namespace barograph {

/// By what the tiles are sorted. The names in a settings file: "trouble", "name", "utilisation".
enum class TileOrder : quint8 { Trouble, Name, Utilisation };

/// The nodes as tiles, narrowed by a filter. Rows move and are not reset, so that what is chosen stays chosen; only
/// tiles that changed are announced. GUI thread.
class OverviewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role : int {
        TileIdRole = Qt::UserRole + 1 ///< QString; the rest is asked of tileAt()
    };

    explicit OverviewModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the name. Accessible text: a full sentence. Tool tip: how the numbers were come by.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// `frame` may not be null.
    void setFrame(const FramePtr &frame, const SteadyTrouble &troubles, UtcTime now);
    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    void setOrder(TileOrder order);
    TileOrder order() const { return m_order; }
    /// While held, tiles keep their places, so that none moves away from under a pointer. New ones come last.
    void setHeld(bool held);

    /// −1 if it is filtered out or not there.
    int rowOf(const QString &id) const;
    QString idAt(int row) const;
    /// Precondition: 0 ≤ row < rowCount().
    const OverviewTile &tileAt(int row) const;
    /// Null if there is none of this id, filtered out or not.
    const OverviewTile *tile(const QString &id) const;
    int nodeCount() const { return static_cast<int>(m_tiles.size()); }

private:
    QStringList wantedIds() const;
    void sortIds();
    void rearrange();
    void forgetGone();

    QHash<QString, OverviewTile> m_tiles;
    QStringList m_frameIds;          ///< in the order of the frame
    QStringList m_troubleIds;        ///< worst first
    QStringList m_sorted;            ///< all, as they are to be shown
    QStringList m_shown;             ///< of these, what passes the filter
    QHash<QString, double> m_levels; ///< utilisation as it is sorted by: follows only in steps
    QString m_filter;
    TileOrder m_order = TileOrder::Trouble;
    bool m_held = false;
};

QString tileOrderName(TileOrder order);
TileOrder tileOrderFromName(const QString &name);

} // namespace barograph
