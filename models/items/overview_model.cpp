// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/overview_model.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// Two numbers have to be this much of a budget apart before they change places: less is a wave.
constexpr double kLevelStep = 0.1;

} // namespace

QString tileOrderName(TileOrder order)
{
    switch (order) {
    case TileOrder::Name:
        return QStringLiteral("name");
    case TileOrder::Utilisation:
        return QStringLiteral("utilisation");
    case TileOrder::Trouble:
        break;
    }
    return QStringLiteral("trouble");
}

TileOrder tileOrderFromName(const QString &name)
{
    for (const TileOrder order : {TileOrder::Name, TileOrder::Utilisation}) {
        if (tileOrderName(order) == name)
            return order;
    }
    return TileOrder::Trouble;
}

OverviewModel::OverviewModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OverviewTile &tile = tileAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tile.name;
    case Qt::AccessibleTextRole:
        return tile.sentence();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return tile.how;
    case TileIdRole:
        return tile.id;
    default:
        return {};
    }
}

void OverviewModel::setFrame(const FramePtr &frame, const SteadyTrouble &troubles, UtcTime now)
{
    m_frameIds.clear();
    m_troubleIds = idsByTrouble(*frame, troubles);
    QStringList changed;
    for (const NodeFrame &node : frame->nodes) {
        m_frameIds << node.id;
        const OverviewTile tile = tileOf(node, troubles.of(node.id), frame->takenAt, now);
        const double level = node.utilisation(1).valueOr(-1);
        auto &held = m_levels[node.id];
        if (std::abs(level - held) >= kLevelStep)
            held = level;
        const auto known = m_tiles.constFind(node.id);
        if (known != m_tiles.constEnd() && *known == tile)
            continue;
        changed << node.id;
        m_tiles.insert(node.id, tile);
    }
    sortIds();
    rearrange();
    // Only now: a view may look at a row until it is told that it goes.
    if (m_tiles.size() != m_frameIds.size())
        forgetGone();
    for (const QString &id : changed) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

void OverviewModel::forgetGone()
{
    for (auto it = m_tiles.begin(); it != m_tiles.end();)
        it = m_frameIds.contains(it.key()) ? std::next(it) : m_tiles.erase(it);
    for (auto it = m_levels.begin(); it != m_levels.end();)
        it = m_frameIds.contains(it.key()) ? std::next(it) : m_levels.erase(it);
}

void OverviewModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rearrange();
}

void OverviewModel::setOrder(TileOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    // Asked for: also under the pointer.
    const bool held = std::exchange(m_held, false);
    sortIds();
    rearrange();
    m_held = held;
}

void OverviewModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (held)
        return;
    sortIds();
    rearrange();
}

int OverviewModel::rowOf(const QString &id) const
{
    return static_cast<int>(m_shown.indexOf(id));
}

QString OverviewModel::idAt(int row) const
{
    return m_shown.value(row);
}

const OverviewTile &OverviewModel::tileAt(int row) const
{
    // What is shown is in the map: both change together.
    return *m_tiles.constFind(m_shown.at(row));
}

const OverviewTile *OverviewModel::tile(const QString &id) const
{
    const auto found = m_tiles.constFind(id);
    return found == m_tiles.constEnd() ? nullptr : &*found;
}

void OverviewModel::sortIds()
{
    if (m_held) {
        m_sorted.removeIf([this](const QString &id) { return !m_frameIds.contains(id); });
        for (const QString &id : m_frameIds) {
            if (!m_sorted.contains(id))
                m_sorted << id;
        }
        return;
    }
    switch (m_order) {
    case TileOrder::Trouble:
        m_sorted = m_troubleIds;
        return;
    case TileOrder::Name:
        m_sorted = m_frameIds;
        std::stable_sort(m_sorted.begin(), m_sorted.end(), [this](const QString &a, const QString &b) {
            return QString::compare(tile(a)->name, tile(b)->name, Qt::CaseInsensitive) < 0;
        });
        return;
    case TileOrder::Utilisation:
        m_sorted = m_frameIds;
        std::stable_sort(m_sorted.begin(), m_sorted.end(),
                         [this](const QString &a, const QString &b) { return m_levels.value(a) > m_levels.value(b); });
        return;
    }
}

QStringList OverviewModel::wantedIds() const
{
    if (m_filter.isEmpty())
        return m_sorted;
    QStringList whole;
    QStringList words;
    for (const QString &id : m_sorted) {
        if (matchesPhrase(*tile(id), m_filter))
            whole << id;
        if (matchesFilter(*tile(id), m_filter))
            words << id;
    }
    // "Region 3" means that group, and not each number of a region that has a 3 in its name.
    return whole.isEmpty() ? words : whole;
}

void OverviewModel::rearrange()
{
    const QStringList wanted = wantedIds();
    if (wanted == m_shown)
        return;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (wanted.contains(m_shown.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_shown.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row < m_shown.size() && m_shown.at(row) == wanted.at(row))
            continue;
        const auto from = static_cast<int>(m_shown.indexOf(wanted.at(row), row));
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_shown.insert(row, wanted.at(row));
            endInsertRows();
        } else {
            beginMoveRows({}, from, from, {}, row);
            m_shown.move(from, row);
            endMoveRows();
        }
    }
}

} // namespace barograph
