// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/tray_watch.h"

#include <QSet>

#include <algorithm>

namespace barograph {

TrayState trayStateOf(const Frame &frame, const SteadyTrouble &troubles, const Situation &situation)
{
    TrayState state;
    state.kind = situation.kind;
    state.toolTip = situation.whole();
    for (const NodeFrame &node : frame.nodes) {
        if (const Trouble trouble = troubles.of(node.id); needsAttention(trouble))
            state.troubled.push_back({node.id, node.name.isEmpty() ? node.id : node.name, trouble});
    }
    state.inTrouble = static_cast<int>(state.troubled.size());
    std::stable_sort(state.troubled.begin(), state.troubled.end(),
                     [](const auto &a, const auto &b) { return a.trouble > b.trouble; });
    if (state.troubled.size() > kMostTroubled)
        state.troubled.resize(kMostTroubled);
    return state;
}

bool TrayWatch::isWorse(const QString &id, Trouble trouble, UtcTime now)
{
    Told &told = m_told[id];
    if (!isCritical(trouble)) {
        if (now - told.lastCritical >= kQuietFor)
            told.level = Trouble::None;
        return false;
    }
    told.lastCritical = now;
    if (trouble <= told.level)
        return false;
    told.level = trouble;
    return true;
}

std::vector<TrayMessage> TrayWatch::update(const Frame &frame, const SteadyTrouble &troubles,
                                           const Situation &situation, UtcTime now)
{
    std::vector<TrayMessage> messages;
    // No node has an empty id.
    const bool blind = situation.kind == SituationKind::CannotTell;
    if (isWorse({}, blind ? Trouble::Down : Trouble::None, now))
        messages.push_back({{}, situation.text});
    QSet<QString> seen{QString()};
    for (const NodeFrame &node : frame.nodes) {
        seen.insert(node.id);
        if (isWorse(node.id, troubles.of(node.id), now))
            messages.push_back({node.id, nodeSentence(node, now)});
    }
    for (auto it = m_told.begin(); it != m_told.end();)
        it = seen.contains(it.key()) ? std::next(it) : m_told.erase(it);
    if (!std::exchange(m_started, true))
        messages.clear();
    return messages;
}

} // namespace barograph
