// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main_window.h"

#include <functional>
#include <memory>
#include <vector>

namespace barograph::testing {

/// A window in one of its states, for tests that go through all of them. Add yours here.
struct GalleryWindow
{
    QString name;
    std::function<std::unique_ptr<QWidget>()> make; ///< not shown yet
};

/// Every dialog there is.
std::vector<GalleryWindow> allDialogs();
/// What the view of a number opens beside itself: layouts, a chart as a table, a range of time.
std::vector<GalleryWindow> sideWindows();
/// What fills a screen, and is not one number's view as it opens: the overview, the wall, each panel in front, the
/// palette.
std::vector<GalleryWindow> pageStates();
/// The main window: each made number, none, what goes wrong, each kind's webhooks, members, notices.
std::vector<GalleryWindow> mainWindowStates();

/// The main window at the moment of the made frames, with all that they need. Empty id: as it opens by itself.
std::unique_ptr<MainWindow> windowOf(const FramePtr &frame, const QString &id = {});

} // namespace barograph::testing
