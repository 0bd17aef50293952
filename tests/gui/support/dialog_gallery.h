// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

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
/// The main window: each made number, none, what goes wrong, each kind's webhooks, members, notices.
std::vector<GalleryWindow> mainWindowStates();

} // namespace barograph::testing
