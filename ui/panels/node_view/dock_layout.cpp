// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/dock_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct LayoutWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeView)
};

using P = PanelId;

/// From this room on, eight panels can be read at once.
constexpr QSize kLargeRoom{1300, 720};
/// A paused queue with a reason of two lines and the callbacks below it.
constexpr int kControlsWidth = 268;
constexpr int kControlsHeight = 338;
constexpr int kIncomingWidth = 340;

/// What stands below the charts wherever there is little room: buttons on the left, everything else behind tabs.
LayoutCell smallBottom(std::vector<PanelId> tables)
{
    return LayoutCell::row({LayoutCell::tabs({P::Controls}, 1, kControlsWidth), LayoutCell::tabs(std::move(tables))}, 1,
                           kControlsHeight);
}

LayoutCell smallCell(BuiltInLayout layout)
{
    switch (layout) {
    case BuiltInLayout::Incident:
        return LayoutCell::column({LayoutCell::row({LayoutCell::tabs({P::Tps, P::Lag}, 3),
                                                    LayoutCell::tabs({P::OutboundChart, P::IncomingChart}, 2)}),
                                   smallBottom({P::EventLog, P::Notices, P::Members, P::Storms, P::Incoming, P::History,
                                                P::Webhooks, P::Capacity})});
    case BuiltInLayout::Storm:
        return LayoutCell::column({LayoutCell::tabs({P::Tps, P::Lag, P::IncomingChart, P::OutboundChart}, 2),
                                   LayoutCell::tabs({P::Storms, P::EventLog, P::Incoming, P::Controls, P::Members,
                                                     P::Notices, P::Webhooks, P::History, P::Capacity},
                                                    3)});
    case BuiltInLayout::Capacity:
        return LayoutCell::column({LayoutCell::tabs({P::Tps, P::Lag, P::IncomingChart, P::OutboundChart}),
                                   LayoutCell::tabs({P::Capacity, P::Storms, P::Incoming, P::Controls, P::EventLog,
                                                     P::Members, P::Notices, P::Webhooks, P::History})});
    case BuiltInLayout::Overview:
    case BuiltInLayout::SmallScreen:
        break;
    }
    return LayoutCell::column({LayoutCell::tabs({P::Tps, P::Lag, P::IncomingChart, P::OutboundChart}),
                               smallBottom({P::Storms, P::Incoming, P::EventLog, P::Webhooks, P::Members, P::Notices,
                                            P::History, P::Capacity})});
}

LayoutCell largeCell(BuiltInLayout layout)
{
    const auto charts = [](double share) {
        return LayoutCell::row(
            {LayoutCell::tabs({P::Lag}), LayoutCell::tabs({P::IncomingChart}), LayoutCell::tabs({P::OutboundChart})},
            share);
    };
    const auto controls = LayoutCell::tabs({P::Controls}, 1, kControlsWidth);
    switch (layout) {
    case BuiltInLayout::Incident:
        return LayoutCell::column(
            {LayoutCell::row({LayoutCell::tabs({P::Tps}, 3), LayoutCell::tabs({P::Incoming}, 1, kIncomingWidth)}, 3),
             charts(2),
             LayoutCell::row({controls, LayoutCell::tabs({P::EventLog, P::History, P::Webhooks}, 3),
                              LayoutCell::tabs({P::Notices, P::Storms, P::Capacity}, 2),
                              LayoutCell::tabs({P::Members}, 2)},
                             1, kControlsHeight)});
    case BuiltInLayout::Storm:
        return LayoutCell::column(
            {LayoutCell::tabs({P::Tps}, 3),
             LayoutCell::row({LayoutCell::tabs({P::Storms}, 2),
                              LayoutCell::tabs({P::EventLog, P::Webhooks, P::Notices, P::History, P::Capacity})},
                             3),
             LayoutCell::row({controls, LayoutCell::tabs({P::Incoming, P::Members}), LayoutCell::tabs({P::Lag}),
                              LayoutCell::tabs({P::IncomingChart, P::OutboundChart})},
                             1, kControlsHeight)});
    case BuiltInLayout::Capacity:
        return LayoutCell::column(
            {LayoutCell::tabs({P::Tps}, 3), charts(2),
             LayoutCell::row({controls, LayoutCell::tabs({P::Capacity}, 2),
                              LayoutCell::tabs({P::Storms, P::EventLog, P::Webhooks, P::History}, 2),
                              LayoutCell::tabs({P::Incoming, P::Members, P::Notices}, 1, kIncomingWidth)},
                             1, kControlsHeight)});
    case BuiltInLayout::Overview:
    case BuiltInLayout::SmallScreen:
        break;
    }
    return LayoutCell::column(
        {LayoutCell::row({LayoutCell::tabs({P::Tps}), LayoutCell::tabs({P::Incoming}, 1, kIncomingWidth)}, 3),
         charts(2),
         LayoutCell::row({controls, LayoutCell::tabs({P::Storms, P::Capacity}, 3),
                          LayoutCell::tabs({P::EventLog, P::Webhooks, P::Notices, P::History}, 3),
                          LayoutCell::tabs({P::Members}, 2)},
                         1, kControlsHeight)});
}

void addPlaced(const LayoutCell &cell, QSize room, int separator, std::vector<PlacedPanel> &placed)
{
    if (cell.shape == LayoutCell::Shape::Tabs) {
        if (!cell.panels.empty())
            placed.push_back({cell.panels.front(), room});
        return;
    }
    const bool isRow = cell.shape == LayoutCell::Shape::Row;
    const int all = isRow ? room.width() : room.height();
    int left = all - separator * (static_cast<int>(cell.parts.size()) - 1);
    double shares = 0;
    for (const LayoutCell &part : cell.parts) {
        left -= part.pixels;
        shares += part.pixels > 0 ? 0 : part.share;
    }
    for (const LayoutCell &part : cell.parts) {
        const int length =
            part.pixels > 0 ? part.pixels : static_cast<int>(std::max(0, left) * part.share / std::max(shares, 1e-9));
        addPlaced(part, isRow ? QSize(length, room.height()) : QSize(room.width(), length), separator, placed);
    }
}

} // namespace

LayoutCell LayoutCell::tabs(std::vector<PanelId> panels, double share, int pixels)
{
    return {Shape::Tabs, std::move(panels), {}, share, pixels};
}

LayoutCell LayoutCell::row(std::vector<LayoutCell> parts, double share, int pixels)
{
    return {Shape::Row, {}, std::move(parts), share, pixels};
}

LayoutCell LayoutCell::column(std::vector<LayoutCell> parts, double share, int pixels)
{
    return {Shape::Column, {}, std::move(parts), share, pixels};
}

QString layoutName(BuiltInLayout layout)
{
    switch (layout) {
    case BuiltInLayout::Overview:
        return LayoutWords::tr("Overview of a number");
    case BuiltInLayout::Incident:
        return LayoutWords::tr("Incident");
    case BuiltInLayout::Storm:
        return LayoutWords::tr("Storm");
    case BuiltInLayout::Capacity:
        return LayoutWords::tr("Capacity");
    case BuiltInLayout::SmallScreen:
        break;
    }
    return LayoutWords::tr("Small screen");
}

QString layoutKey(BuiltInLayout layout)
{
    switch (layout) {
    case BuiltInLayout::Overview:
        return QStringLiteral("overview");
    case BuiltInLayout::Incident:
        return QStringLiteral("incident");
    case BuiltInLayout::Storm:
        return QStringLiteral("storm");
    case BuiltInLayout::Capacity:
        return QStringLiteral("capacity");
    case BuiltInLayout::SmallScreen:
        break;
    }
    return QStringLiteral("small-screen");
}

std::optional<BuiltInLayout> layoutFromKey(const QString &key)
{
    for (const BuiltInLayout layout : kBuiltInLayouts) {
        if (layoutKey(layout) == key)
            return layout;
    }
    return {};
}

bool isLargeRoom(QSize room)
{
    return room.width() >= kLargeRoom.width() && room.height() >= kLargeRoom.height();
}

LayoutCell layoutCell(BuiltInLayout layout, QSize room)
{
    return isLargeRoom(room) && layout != BuiltInLayout::SmallScreen ? largeCell(layout) : smallCell(layout);
}

LayoutCell prunedCell(LayoutCell cell, const std::vector<PanelId> &keep)
{
    const auto gone = [&keep](PanelId id) { return std::find(keep.begin(), keep.end(), id) == keep.end(); };
    cell.panels.erase(std::remove_if(cell.panels.begin(), cell.panels.end(), gone), cell.panels.end());
    for (LayoutCell &part : cell.parts)
        part = prunedCell(std::move(part), keep);
    const auto empty = [](const LayoutCell &part) { return part.panels.empty() && part.parts.empty(); };
    cell.parts.erase(std::remove_if(cell.parts.begin(), cell.parts.end(), empty), cell.parts.end());
    if (cell.parts.size() == 1) {
        // What is alone in a row takes the row's place, and its size in the other direction means nothing there.
        LayoutCell only = std::move(cell.parts.front());
        only.share = cell.share;
        only.pixels = cell.pixels;
        return only;
    }
    return cell;
}

std::vector<PlacedPanel> placedPanels(const LayoutCell &cell, QSize room, int separator)
{
    std::vector<PlacedPanel> placed;
    addPlaced(cell, room, separator, placed);
    return placed;
}

} // namespace barograph
