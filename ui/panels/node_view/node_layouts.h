// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/layout_book.h"
#include "panels/node_view/view_history.h"

namespace barograph {

/// Which layout the panels have, and the operator's own ones. Files are read and written on another thread.
class NodeLayouts : public QObject
{
    Q_OBJECT

public:
    NodeLayouts(DockArea &area, ViewHistory &history, QObject *parent);

    const LayoutBook &book() const { return m_book; }
    /// What the present arrangement is called; empty: it was changed by hand.
    QString presentName() const;

    void useBuiltIn(BuiltInLayout layout);
    /// False, and something that can be worked with instead, when it cannot be read.
    bool use(const QString &name);
    /// The present arrangement under that name. The sentence says why not; empty: done.
    QString saveAs(const QString &name);
    QString rename(const QString &name, const QString &to);
    void remove(const QString &name);
    void exportTo(const QString &path, const QString &name);
    void importFrom(const QString &path);

    QByteArray pack() const;
    /// Before the window is shown. What cannot be read is told by notice() and replaced by the usual layout; named
    /// layouts that can be read are kept whatever the rest is like.
    void unpack(const QByteArray &bytes);

Q_SIGNALS:
    void changed();
    /// How a file ended, or what could not be restored.
    void notice(const QString &text);

private:
    void imported(const QByteArray &text, const QString &error);

    DockArea &m_area;
    ViewHistory &m_history;
    LayoutBook m_book;
    QString m_name; ///< of an own layout, until it is changed
};

} // namespace barograph
