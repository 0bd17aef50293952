// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/command.h"

#include <QFrame>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;
QT_END_NAMESPACE

namespace barograph {

/// Everything that can be done, found by a few letters: lies over the top of the window while it is open and blocks
/// nothing. Typing filters, Up and Down choose, Return does it, Escape or a click elsewhere closes it; the focus goes
/// back to where it was. GUI thread.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// A child of the window, and hidden until toggle().
    explicit CommandPalette(QWidget *window);

    /// Asked in this order.
    void addSource(CommandSource source);

    /// What was done lately, latest first; by id.
    QStringList recent() const { return m_recent; }
    /// What of it is to be kept for the next run: ids that still stand for something, so that nothing of a number that
    /// was removed stays behind.
    QStringList recentToKeep() const;
    /// As kept by an earlier run. Ids that mean nothing (any more) are not shown.
    void restoreRecent(const QStringList &kept);

public Q_SLOTS:
    /// Opens it anew, or closes it.
    void toggle();

Q_SIGNALS:
    /// Done from here; `recent()` has it in front.
    void triggered(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open();
    void close(bool giveFocusBack);
    void refresh();
    void place();
    void step(int rows);
    void trigger(const QModelIndex &index);
    void tellCurrent();

    std::vector<CommandSource> m_sources;
    std::vector<Command> m_commands;
    QStringList m_recent;
    QLineEdit *m_typed;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QLabel *m_none;
    QPointer<QWidget> m_hadFocus;
};

} // namespace barograph
