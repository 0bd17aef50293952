// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace barograph {

/// How asking for another one's window ended.
enum class ShowAnswer : quint8 {
    Shown,       ///< it said that its window has come to the front
    Nobody,      ///< nobody listens, or hung up: it may be starting, ending, or of a kind that has no window
    Silent,      ///< somebody listens and says nothing: it hangs
    Interrupted, ///< this program is to end
};

/// Asks the process that has this data folder for its window. Runs the event loop until it is known, `patience` at
/// most.
ShowAnswer askToShow(const QString &folder, const QByteArray &token, std::chrono::milliseconds patience);

/// Runs the event loop for as long. False: this program is to end.
bool waitInLoop(std::chrono::milliseconds time);

} // namespace barograph
