// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/panel_id.h"

#include <QSize>

#include <vector>

namespace barograph {

/// A place in a layout: panels behind one another, or places beside or below one another. A value.
struct LayoutCell
{
    enum class Shape : quint8 { Tabs, Row, Column };

    Shape shape = Shape::Tabs;
    std::vector<PanelId> panels;   ///< of Tabs; the first is on top
    std::vector<LayoutCell> parts; ///< of Row and Column
    double share = 1;              ///< of what its neighbours with fixed sizes leave
    int pixels = 0;                ///< > 0: this wide (in a row) or high (in a column) instead

    static LayoutCell tabs(std::vector<PanelId> panels, double share = 1, int pixels = 0);
    static LayoutCell row(std::vector<LayoutCell> parts, double share = 1, int pixels = 0);
    static LayoutCell column(std::vector<LayoutCell> parts, double share = 1, int pixels = 0);
};

enum class BuiltInLayout : quint8 { Overview, Incident, Storm, Capacity, SmallScreen };
inline constexpr std::array kBuiltInLayouts{BuiltInLayout::Overview, BuiltInLayout::Incident, BuiltInLayout::Storm,
                                            BuiltInLayout::Capacity, BuiltInLayout::SmallScreen};

QString layoutName(BuiltInLayout layout);
/// Names it in files; never changes.
QString layoutKey(BuiltInLayout layout);
std::optional<BuiltInLayout> layoutFromKey(const QString &key);
/// Eight panels can be read at once.
bool isLargeRoom(QSize room);
/// Every panel has its place in each of them. In a small room more panels stand behind one another.
LayoutCell layoutCell(BuiltInLayout layout, QSize room);
/// Without the panels for which `keep` is false and the places that are empty then.
LayoutCell prunedCell(LayoutCell cell, const std::vector<PanelId> &keep);

/// Where the top panel of each place belongs.
struct PlacedPanel
{
    PanelId panel;
    QSize size;
};
/// `separator` pixels lie between two places.
std::vector<PlacedPanel> placedPanels(const LayoutCell &cell, QSize room, int separator);

} // namespace barograph
