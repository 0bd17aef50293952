// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/situation.h"

#include <QHash>

#include <vector>

namespace barograph {

/// What the tray shows.
struct TrayState
{
    struct Troubled
    {
        QString id;
        QString name;
        Trouble trouble = Trouble::None;

        friend bool operator==(const Troubled &, const Troubled &) = default;
    };

    SituationKind kind = SituationKind::NotKnown;
    int inTrouble = 0;              ///< nodes that need attention
    QString toolTip;                ///< the sentence
    std::vector<Troubled> troubled; ///< worst first, at most kMostTroubled

    friend bool operator==(const TrayState &, const TrayState &) = default;
};
inline constexpr std::size_t kMostTroubled = 8;

struct TrayMessage
{
    QString nodeId; ///< empty: about Barograph itself
    QString text;

    friend bool operator==(const TrayMessage &, const TrayMessage &) = default;
};

TrayState trayStateOf(const Frame &frame, const SteadyTrouble &troubles, const Situation &situation);

/// Says once that a node has got worse: when it becomes critical, or worse than it was told to be. Not again until it
/// has not been critical for a minute. What is wrong when the program starts is on the screen and not told. Pure but
/// for what it remembers.
class TrayWatch
{
public:
    static constexpr Seconds kQuietFor{60};

    std::vector<TrayMessage> update(const Frame &frame, const SteadyTrouble &troubles, const Situation &situation,
                                    UtcTime now);

private:
    struct Told
    {
        Trouble level = Trouble::None; ///< None: nothing is told
        UtcTime lastCritical{};
    };

    /// True: it is news.
    bool isWorse(const QString &id, Trouble trouble, UtcTime now);

    QHash<QString, Told> m_told;
    bool m_started = false;
};

} // namespace barograph
