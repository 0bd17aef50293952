// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>

/// Every built-in layout of the node view, the view's own states, and what is around the panels.
bool renderDocks(const QDir &folder, const QString &suffix, const QSize &size);
