// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

QT_BEGIN_NAMESPACE
class QSplitter;
class QWidget;
QT_END_NAMESPACE

namespace barograph {

class NodeView;

/// Window, splitter and panels as one piece of data for a settings file.
QByteArray saveWindowLayout(const QWidget &window, const QSplitter &columns, const NodeView &view);

/// Before the window is shown. False, and nothing changed: the data are none of ours. Of an older version, window and
/// splitter are taken, and the panels stand as usual; of damaged panels whatever can be read, and the view says so.
bool restoreWindowLayout(const QByteArray &layout, QWidget &window, QSplitter &columns, NodeView &view);

} // namespace barograph
