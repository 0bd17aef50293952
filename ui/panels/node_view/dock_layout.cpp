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

// From these rooms on, with usual letters. Measured of the panels alone, without list, header and line of time.
constexpr QSize kSmallRoom{700, 440};
constexpr QSize kMediumRoom{1150, 660};
constexpr QSize kLargeRoom{1300, 720};

/// A paused queue with a reason of two lines and the callbacks below it.
constexpr int kControlsWidth = 268;
constexpr int kControlsHeight = 338;
constexpr int kIncomingWidth = 340;

LayoutCell tinyCell(BuiltInLayout layout)
{
    switch (layout) {
    case BuiltInLayout::Incident:
        return LayoutCell::tabs({P::Tps, P::EventLog, P::Controls, P::Incoming, P::Storms, P::Notices, P::Members,
                                 P::Lag, P::OutboundChart, P::IncomingChart, P::Webhooks, P::History, P::Capacity});
    case BuiltInLayout::Storm:
        return LayoutCell::tabs({P::Storms, P::Tps, P::Controls, P::Incoming, P::EventLog, P::Notices, P::Members,
                                 P::Lag, P::IncomingChart, P::OutboundChart, P::Webhooks, P::History, P::Capacity});
    case BuiltInLayout::Capacity:
        return LayoutCell::tabs({P::Capacity, P::Tps, P::Storms, P::Controls, P::Incoming, P::EventLog, P::Notices,
                                 P::Members, P::Lag, P::IncomingChart, P::OutboundChart, P::Webhooks, P::History});
    case BuiltInLayout::Overview:
    case BuiltInLayout::SmallScreen:
        break;
    }
    return LayoutCell::tabs({P::Tps, P::Storms, P::Controls, P::Incoming, P::EventLog, P::Notices, P::Members, P::Lag,
                             P::IncomingChart, P::OutboundChart, P::Webhooks, P::History, P::Capacity});
}

/// Buttons, and below them what says whether they are needed: as narrow as the buttons are.
LayoutCell besideCharts(std::vector<PanelId> below)
{
    return LayoutCell::column({LayoutCell::tabs({P::Controls}, 1, kControlsHeight), LayoutCell::tabs(std::move(below))},
                              1, kControlsWidth);
}

LayoutCell smallCell(BuiltInLayout layout)
{
    switch (layout) {
    case BuiltInLayout::Incident:
        return LayoutCell::row(
            {LayoutCell::column({LayoutCell::tabs({P::Tps, P::OutboundChart, P::IncomingChart, P::Lag, P::Capacity}),
                                 LayoutCell::tabs({P::EventLog, P::Storms, P::Members, P::Webhooks, P::History})}),
             besideCharts({P::Notices, P::Incoming})});
    case BuiltInLayout::Storm:
        return LayoutCell::column({LayoutCell::tabs({P::Tps, P::Lag, P::IncomingChart, P::OutboundChart, P::Capacity}),
                                   LayoutCell::tabs({P::Storms, P::EventLog, P::Incoming, P::Controls, P::Members,
                                                     P::Notices, P::Webhooks, P::History})});
    case BuiltInLayout::Capacity:
        return LayoutCell::column({LayoutCell::tabs({P::Tps, P::Lag, P::IncomingChart, P::OutboundChart}),
                                   LayoutCell::tabs({P::Capacity, P::Storms, P::Incoming, P::Controls, P::EventLog,
                                                     P::Members, P::Notices, P::Webhooks, P::History})});
    case BuiltInLayout::Overview:
    case BuiltInLayout::SmallScreen:
        break;
    }
    // Members with the charts: there they have the height that 32 shards need.
    return LayoutCell::row(
        {LayoutCell::column({LayoutCell::tabs({P::Tps, P::Lag, P::IncomingChart, P::OutboundChart, P::Members}, 13),
                             LayoutCell::tabs({P::Storms, P::EventLog, P::Webhooks, P::History, P::Capacity}, 10)}),
         besideCharts({P::Incoming, P::Notices})});
}

LayoutCell mediumCell(BuiltInLayout layout)
{
    switch (layout) {
    case BuiltInLayout::Incident:
        return LayoutCell::row(
            {LayoutCell::column(
                 {LayoutCell::row({LayoutCell::tabs({P::Tps, P::Capacity}, 3), LayoutCell::tabs({P::Lag}, 2)}),
                  LayoutCell::row({LayoutCell::tabs({P::EventLog, P::Storms, P::Webhooks, P::History}, 3),
                                   LayoutCell::tabs({P::OutboundChart, P::IncomingChart}, 2)})}),
             besideCharts({P::Notices, P::Incoming, P::Members})});
    case BuiltInLayout::Storm:
        return LayoutCell::row(
            {LayoutCell::column({LayoutCell::row({LayoutCell::tabs({P::Tps, P::Capacity}, 3),
                                                  LayoutCell::tabs({P::Lag, P::IncomingChart, P::OutboundChart}, 2)}),
                                 LayoutCell::row({LayoutCell::tabs({P::Storms}, 3),
                                                  LayoutCell::tabs({P::EventLog, P::Webhooks, P::History}, 2)})}),
             besideCharts({P::Incoming, P::Notices, P::Members})});
    case BuiltInLayout::Capacity:
        return LayoutCell::row(
            {LayoutCell::column(
                 {LayoutCell::row({LayoutCell::tabs({P::Tps}, 3),
                                   LayoutCell::tabs({P::Lag, P::IncomingChart, P::OutboundChart}, 2)}),
                  LayoutCell::row({LayoutCell::tabs({P::Capacity}, 3),
                                   LayoutCell::tabs({P::Storms, P::EventLog, P::Webhooks, P::History}, 2)})}),
             besideCharts({P::Incoming, P::Notices, P::Members})});
    case BuiltInLayout::Overview:
    case BuiltInLayout::SmallScreen:
        break;
    }
    return LayoutCell::row(
        {LayoutCell::column({LayoutCell::row({LayoutCell::tabs({P::Tps, P::Capacity}, 3),
                                              LayoutCell::tabs({P::Lag, P::IncomingChart, P::OutboundChart}, 2)}),
                             LayoutCell::row({LayoutCell::tabs({P::Storms, P::Members}, 3),
                                              LayoutCell::tabs({P::EventLog, P::Webhooks, P::History}, 2)})}),
         besideCharts({P::Incoming, P::Notices})});
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

/// What was given in pixels, for these letters.
LayoutCell withLetters(LayoutCell cell, double letters)
{
    cell.pixels = static_cast<int>(cell.pixels * letters);
    for (LayoutCell &part : cell.parts)
        part = withLetters(std::move(part), letters);
    return cell;
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

Room roomOf(QSize size, double letters)
{
    const auto holds = [&](QSize least) {
        return size.width() >= least.width() * letters && size.height() >= least.height() * letters;
    };
    if (holds(kLargeRoom))
        return Room::Large;
    if (holds(kMediumRoom))
        return Room::Medium;
    return holds(kSmallRoom) ? Room::Small : Room::Tiny;
}

LayoutCell layoutCell(BuiltInLayout layout, Room room, double letters)
{
    if (layout == BuiltInLayout::SmallScreen)
        room = std::min(room, Room::Small);
    switch (room) {
    case Room::Tiny:
        return tinyCell(layout);
    case Room::Small:
        return withLetters(smallCell(layout), letters);
    case Room::Medium:
        return withLetters(mediumCell(layout), letters);
    case Room::Large:
        break;
    }
    return withLetters(largeCell(layout), letters);
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
