// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instance_claim.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace barograph {

class MainWindow;

/// Where a start on a data folder leads.
struct StartPlace
{
    enum class Kind : quint8 {
        Own,         ///< to a window of our own
        ShownByIt,   ///< to the window of the one that runs there already, which is in front now
        Unreachable, ///< one runs there and does not answer; `trouble` says so and what to do
        Interrupted, ///< the program is to end
    };
    Kind kind = Kind::Own;
    std::optional<InstanceClaim> claim; ///< Own, unless the folder's file system knows no locks
    QString trouble;
};

/// Takes the folder, or asks whoever has it for their window; for a few seconds, for they may be just starting or
/// ending. Runs the event loop meanwhile: nothing of this program is on the screen yet. `token` is of
/// givenActivationToken().
StartPlace takeStartPlace(const QString &dataFolder, const QByteArray &token);

/// The window comes to the front, out of the tray or from where it is minimised, as far as the desktop permits.
void bringToFront(MainWindow &window, const QByteArray &token);

} // namespace barograph
