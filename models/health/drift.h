// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "health/notable.h"
#include "health/told_by_node.h"

#include <optional>
#include <vector>

namespace barograph {

/// What has to outlive the program, so that a change made while it did not run is seen too.
struct DriftMemory
{
    std::vector<SettingSeen> settings; ///< as last seen; no secrets, addresses masked
    std::optional<DriftView> open;     ///< not dismissed yet

    friend bool operator==(const DriftMemory &, const DriftMemory &) = default;
};

/// Notices settings that changed since the look before and not from here. Pure; not more than kMostSettings.
class DriftWatch
{
public:
    /// Without being dismissed, a notice goes after this.
    static constexpr std::chrono::hours kShownFor{24};
    /// A change of ours that no look has shown by then is forgotten: somebody may make the same one.
    static constexpr std::chrono::minutes kOursFor{15};
    static constexpr std::size_t kMostSettings = 256;

    void restore(DriftMemory memory);
    void apply(const std::vector<SettingSeen> &settings, UtcTime at);
    /// A control of ours changed these (whether it could verify it or not): no news when a look shows them.
    void noteOurs(const std::vector<ControlChange> &changes, UtcTime at);
    void dismiss();
    std::optional<DriftView> view(UtcTime now) const;
    /// Once after each change.
    std::optional<DriftMemory> takeToStore();

private:
    struct Ours
    {
        QString key;
        QString after;
        UtcTime at{};
    };

    bool takeOurs(const SettingChange &change, UtcTime at);
    void add(const std::vector<SettingChange> &changes, UtcTime at);

    DriftMemory m_memory;
    std::vector<Ours> m_ours;
    bool m_hasLooked = false;
    bool m_changed = false;
};

/// Keys that are in one only, or with another value; by key. Pure.
std::vector<SettingChange> settingChanges(const std::vector<SettingSeen> &before,
                                          const std::vector<SettingSeen> &after);

} // namespace barograph
