// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace barograph {

/// What a command is found by.
struct CommandText
{
    QString id; ///< the same in each run, so that it can be remembered
    QString name;
    QString section;
    QStringList keywords; ///< other words for it
    bool enabled = true;
};

struct RankedCommand
{
    std::size_t at = 0;               ///< in the commands given
    std::vector<qsizetype> positions; ///< matched characters of the name
};

/// The commands that fit what is typed, best first. Nothing typed: the recent ones first, latest first, then all others
/// as they come. Typed: by how well the name fits, then the section and the keywords, which count less; at the same
/// score recent ones, then short names go first. What cannot be done at present comes after what can and fits as well.
/// Pure; any thread.
std::vector<RankedCommand> rankCommands(const std::vector<CommandText> &commands, const QString &typed,
                                        const QStringList &recentIds);

/// The ids with this one in front, each once, ten at most.
QStringList withRecent(QStringList recentIds, const QString &id);
/// What of kept ids may be taken over: each once, ten at most, none empty or longer than an id can be.
QStringList readRecent(const QStringList &kept);

} // namespace barograph
