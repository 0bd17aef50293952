// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/command_ranking.h"

#include "palette/fuzzy_match.h"

#include <algorithm>
#include <tuple>

namespace barograph {

namespace {

constexpr qsizetype kMostRecent = 10;
/// A word that only stands beside the name counts for half.
constexpr int kBesideName = 2;
/// About one character less: an exact name that cannot be used now still comes before a loose one that can.
constexpr int kNotNow = 16;

struct Scored
{
    RankedCommand command;
    int score = 0;
    qsizetype recency = 0;
    qsizetype length = 0;
};

/// Null: does not fit.
std::optional<FuzzyMatch> matchOf(const CommandText &command, const QString &typed)
{
    auto name = fuzzyMatch(typed, command.name);
    const QString beside = command.name + u' ' + command.section + u' ' + command.keywords.join(u' ');
    const auto rest = fuzzyMatch(typed, beside);
    if (!rest)
        return name;
    if (name && name->score >= rest->score / kBesideName)
        return name;
    // Marked only where it stands in the name: that is all that is shown.
    FuzzyMatch match{rest->score / kBesideName, {}};
    for (const qsizetype at : rest->positions) {
        if (at < command.name.size())
            match.positions.push_back(at);
    }
    return match;
}

} // namespace

std::vector<RankedCommand> rankCommands(const std::vector<CommandText> &commands, const QString &typed,
                                        const QStringList &recentIds)
{
    std::vector<Scored> found;
    for (std::size_t at = 0; at < commands.size(); ++at) {
        const CommandText &command = commands[at];
        const qsizetype recent = recentIds.indexOf(command.id);
        Scored scored;
        scored.command.at = at;
        scored.recency = recent < 0 ? kMostRecent : recent;
        if (!typed.trimmed().isEmpty()) {
            auto match = matchOf(command, typed);
            if (!match)
                continue;
            scored.score = match->score - (command.enabled ? 0 : kNotNow);
            scored.command.positions = std::move(match->positions);
            scored.length = command.name.size();
        }
        found.push_back(std::move(scored));
    }
    std::stable_sort(found.begin(), found.end(), [](const Scored &a, const Scored &b) {
        return std::tuple(-a.score, a.recency, a.length) < std::tuple(-b.score, b.recency, b.length);
    });
    std::vector<RankedCommand> ranked;
    ranked.reserve(found.size());
    for (Scored &scored : found)
        ranked.push_back(std::move(scored.command));
    return ranked;
}

QStringList withRecent(QStringList recentIds, const QString &id)
{
    recentIds.removeAll(id);
    recentIds.prepend(id);
    return recentIds.mid(0, kMostRecent);
}

QStringList readRecent(const QStringList &kept)
{
    constexpr qsizetype kLongestId = 200;
    QStringList ids;
    for (const QString &id : kept) {
        if (!id.isEmpty() && id.size() <= kLongestId && !ids.contains(id) && ids.size() < kMostRecent)
            ids.append(id);
    }
    return ids;
}

} // namespace barograph
