// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/node_storms.h"

#include <algorithm>
#include <tuple>

namespace barograph {

namespace {

constexpr std::size_t kShownStorms = 20;
constexpr Millis kCurveEvery{60'000};

} // namespace

void NodeStorms::restart()
{
    m_queueLag = {};
    m_detector.endAll();
}

void NodeStorms::setCurve(const ReceiptCurve &curve)
{
    m_detector.setCurve(curve);
    m_takenCurve = curve;
}

std::optional<ReceiptCurve> NodeStorms::takeChangedCurve(UtcTime now)
{
    const auto &curve = m_detector.curve();
    const bool changed = curve.learntUntil != m_takenCurve.learntUntil;
    const bool due = now - m_curveTakenAt >= kCurveEvery || now < m_curveTakenAt;
    if (curve.storms == m_takenCurve.storms && !(changed && due))
        return std::nullopt;
    m_takenCurve = curve;
    m_curveTakenAt = now;
    return curve;
}

std::vector<StormView> NodeStorms::takeToStore(UtcTime at, UtcTime now, ReceiptKinds kinds)
{
    return m_detector.takeToStore(at, kinds, m_queueLag.at(now));
}

void NodeStorms::fill(NodeFrame &frame, UtcTime at, UtcTime now, ReceiptKinds kinds, double allocatedTps)
{
    const BudgetState budget{std::max(allocatedTps, 0.0), m_others.perSecond(), m_queueLag.at(now)};
    frame.storms = m_detector.strongest(at, kShownStorms, kinds, budget);
    frame.groups = shownGroups();
    frame.receiptCurve = shownCurve();
    frame.otherTps = Reading<double>::estimated(m_others.perSecond(), now);
}

/// Made anew only when a group was told of.
std::shared_ptr<const std::vector<GroupView>> NodeStorms::shownGroups()
{
    const auto &known = m_detector.groups();
    if (m_groups && m_groupsRevision == known.revision())
        return m_groups;
    auto views = std::make_shared<std::vector<GroupView>>();
    views->reserve(known.groupCount());
    for (const auto &entry : known.groups())
        views->push_back({entry.group.id, entry.group.subject, entry.group.members});
    std::sort(views->begin(), views->end(), [](const GroupView &a, const GroupView &b) {
        return std::tie(a.subject, a.id) < std::tie(b.subject, b.id);
    });
    m_groups = std::move(views);
    m_groupsRevision = known.revision();
    return m_groups;
}

std::shared_ptr<const ReceiptCurve> NodeStorms::shownCurve()
{
    const auto &known = m_detector.curve();
    if (!known.isUsable())
        m_curve.reset();
    else if (!m_curve || m_curve->learntUntil != known.learntUntil)
        m_curve = std::make_shared<const ReceiptCurve>(known);
    return m_curve;
}

} // namespace barograph
