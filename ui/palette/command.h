// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace barograph {

/// Something that can be done from the command palette.
struct Command
{
    QString id;           ///< unique, and the same in each run
    QString name;         ///< what is shown, e.g. "Go to support-eu"
    QString section;      ///< shown beside it, e.g. "Numbers"
    QStringList keywords; ///< other words that find it
    QString shortcut;     ///< in native text; may be empty
    bool enabled = true;
    QString whyNot;         ///< shown when not enabled, if it is known
    std::optional<bool> on; ///< of what can be switched
    std::function<void()> trigger;
};

/// Asked each time the palette is opened, on the GUI thread. A function that is at hand at once; must not wait.
using CommandSource = std::function<std::vector<Command>()>;

} // namespace barograph
