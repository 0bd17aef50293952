// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/window_layout.h"

#include "panels/node_view.h"

#include <QDataStream>
#include <QIODevice>
#include <QSplitter>

namespace barograph {

namespace {

constexpr quint32 kLayoutVersion = 2;
/// With two splitters where the panels are now.
constexpr quint32 kSplitterLayoutVersion = 1;

} // namespace

QByteArray saveWindowLayout(const QWidget &window, const QSplitter &columns, const NodeView &view)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kLayoutVersion << window.saveGeometry() << columns.saveState() << view.saveLayout();
    return bytes;
}

bool restoreWindowLayout(const QByteArray &layout, QWidget &window, QSplitter &columns, NodeView &view)
{
    QDataStream stream(layout);
    quint32 version = 0;
    QByteArray geometry;
    QByteArray columnSizes;
    QByteArray panels;
    stream >> version;
    if (version != kLayoutVersion && version != kSplitterLayoutVersion)
        return false;
    stream >> geometry >> columnSizes >> panels;
    if (stream.status() != QDataStream::Ok || !window.restoreGeometry(geometry))
        return false;
    columns.restoreState(columnSizes);
    if (version == kLayoutVersion)
        view.restoreLayout(panels);
    return true;
}

} // namespace barograph
