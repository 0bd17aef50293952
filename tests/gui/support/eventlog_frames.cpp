// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/eventlog_frames.h"

#include "support/frame_factory.h"

#include <random>

namespace barograph::testing {

namespace {

constexpr Fingerprint kStormGroup{0x4f2a91bc'00000000U, 1};
constexpr Fingerprint kStormMessage{0x3fa9c2d1'00000000U, 2};

} // namespace

void fillStormLog(EventLogWriter &log, std::size_t events, int perSecond)
{
    std::mt19937 random(5);
    const auto dice = [&random](quint32 sides) { return static_cast<quint32>(random()) % sides; };
    const auto begin = frameTime() - Millis{static_cast<qint64>(events) * 1'000 / perSecond};
    for (std::size_t i = 0; i < events; ++i) {
        IngestedEvent event;
        event.node = static_cast<NodeIndex>(dice(10) == 0 ? 1 : 0);
        event.arrival = begin + Millis{static_cast<qint64>(i) * 1'000 / perSecond};
        event.participant = {quint64{dice(0xffff'ffffU)} << 32, 3};
        const auto what = dice(100);
        if (what < 85) {
            event.kind = what < 60 ? EventKind::Read : EventKind::Delivery;
            event.message = kStormMessage;
            event.group = kStormGroup;
        } else if (what < 96) {
            event.kind = what < 91 ? EventKind::Receive : EventKind::Send;
            event.message = {quint64{dice(0xffff'ffffU)} << 32, 4};
        } else {
            event.apart = what == 96 ? ApartKind::Failed : ApartKind::Reaction;
            event.message = kStormMessage;
        }
        if (dice(12) != 0)
            event.eventTime = event.arrival - Millis{dice(9) == 0 ? 4'000 + dice(70'000) : dice(2'500)};
        log.add(event, dice(20) == 0);
    }
}

FramePtr stormLogFrame(EventLogWriter &log)
{
    NodeFrame node = stormNode();
    node.index = 0;
    auto groups = std::make_shared<std::vector<GroupView>>();
    groups->push_back({kStormGroup, QStringLiteral("Subscribers 3"), 1024});
    node.groups = groups;
    NodeFrame other = degradedNode();
    other.index = 1;
    auto frame = std::make_shared<Frame>(*frameOf({node, other}));
    frame->events = log.view();
    return frame;
}

} // namespace barograph::testing
