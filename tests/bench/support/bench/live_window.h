// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/frame_watch.h"
#include "bench/request_source.h"
#include "main_window.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"

namespace bench {

/// The whole program in this process, wired as it is: services over real sockets and the window.
class LiveWindow
{
public:
    /// `folder` is emptied. Throws std::runtime_error when it cannot be used.
    LiveWindow(FrameWatch &application, const QString &folder, int nodes, const QSize &size);
    ~LiveWindow();

    barograph::MainWindow &window() { return m_window; }
    /// Runs the event loop until the service listens.
    Target awaitTarget();
    /// Frames that reached the window.
    int framesTaken() const { return m_framesTaken; }

private:
    barograph::SessionSecretStore m_secrets;
    barograph::Backend m_backend;
    barograph::MainWindow m_window;
    int m_framesTaken = 0;
};

/// Resident memory of this process in MB.
double residentMegabytes();
/// Processor time that this process has used.
double processorSeconds();

} // namespace bench
