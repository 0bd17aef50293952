// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/drift.h"

#include <algorithm>
#include <map>

namespace barograph {

namespace {

using SettingMap = std::map<QString, QString>;

SettingMap mapOf(const std::vector<SettingSeen> &settings)
{
    SettingMap result;
    for (const auto &setting : settings)
        result.insert_or_assign(setting.key, setting.value);
    return result;
}

/// A control shows an address without the hash that a look adds to it.
bool isSameValue(const QString &seen, const QString &written)
{
    return seen == written || (written.size() > 4 && seen.startsWith(written));
}

} // namespace

std::vector<SettingChange> settingChanges(const std::vector<SettingSeen> &before, const std::vector<SettingSeen> &after)
{
    const auto former = mapOf(before);
    const auto now = mapOf(after);
    std::map<QString, SettingChange> changes;
    for (const auto &[key, value] : former) {
        const auto found = now.find(key);
        const QString then = found == now.end() ? QString() : found->second;
        if (then != value)
            changes.insert({key, {key, value, then}});
    }
    for (const auto &[key, value] : now) {
        if (former.count(key) == 0)
            changes.insert({key, {key, QString(), value}});
    }
    std::vector<SettingChange> result;
    result.reserve(changes.size());
    for (auto &[key, change] : changes)
        result.push_back(std::move(change));
    return result;
}

void DriftWatch::restore(DriftMemory memory)
{
    // What has been seen since the start is newer.
    if (m_hasLooked)
        return;
    m_memory = std::move(memory);
    m_hasLooked = !m_memory.settings.empty();
}

void DriftWatch::apply(const std::vector<SettingSeen> &settings, UtcTime at)
{
    if (settings.empty())
        return;
    auto seen = settings;
    if (seen.size() > kMostSettings)
        seen.resize(kMostSettings);
    if (m_hasLooked && seen == m_memory.settings)
        return;
    if (m_hasLooked) {
        auto changes = settingChanges(m_memory.settings, seen);
        changes.erase(std::remove_if(changes.begin(), changes.end(),
                                     [this, at](const SettingChange &change) { return takeOurs(change, at); }),
                      changes.end());
        if (!changes.empty())
            add(changes, at);
    }
    m_memory.settings = std::move(seen);
    m_hasLooked = true;
    m_changed = true;
}

void DriftWatch::noteOurs(const std::vector<ControlChange> &changes, UtcTime at)
{
    for (const auto &change : changes)
        m_ours.push_back({change.what, change.after, at});
    constexpr std::size_t kMost = 64;
    if (m_ours.size() > kMost)
        m_ours.erase(m_ours.begin(), m_ours.end() - static_cast<std::ptrdiff_t>(kMost));
}

bool DriftWatch::takeOurs(const SettingChange &change, UtcTime at)
{
    m_ours.erase(
        std::remove_if(m_ours.begin(), m_ours.end(), [at](const Ours &ours) { return at - ours.at > kOursFor; }),
        m_ours.end());
    const auto ours = std::find_if(m_ours.begin(), m_ours.end(), [&change](const Ours &one) {
        return one.key == change.key && isSameValue(change.after, one.after);
    });
    if (ours == m_ours.end())
        return false;
    m_ours.erase(ours);
    return true;
}

void DriftWatch::add(const std::vector<SettingChange> &changes, UtcTime at)
{
    std::map<QString, SettingChange> open;
    if (m_memory.open && at - m_memory.open->seenAt < kShownFor) {
        for (const auto &change : m_memory.open->changes)
            open.insert({change.key, change});
    }
    for (const auto &change : changes) {
        const auto [place, isNew] = open.insert({change.key, change});
        if (isNew)
            continue;
        place->second.after = change.after;
        // Put back as it was: no news any more.
        if (place->second.after == place->second.before)
            open.erase(place);
    }
    m_memory.open.reset();
    if (open.empty())
        return;
    m_memory.open = DriftView{at, {}};
    for (auto &[key, change] : open)
        m_memory.open->changes.push_back(std::move(change));
}

void DriftWatch::dismiss()
{
    if (!m_memory.open)
        return;
    m_memory.open.reset();
    m_changed = true;
}

std::optional<DriftView> DriftWatch::view(UtcTime now) const
{
    if (!m_memory.open || now - m_memory.open->seenAt >= kShownFor)
        return std::nullopt;
    return m_memory.open;
}

std::optional<DriftMemory> DriftWatch::takeToStore()
{
    if (!std::exchange(m_changed, false))
        return std::nullopt;
    return m_memory;
}

} // namespace barograph
