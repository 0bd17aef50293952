// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace barograph {

/// Beside Qt::DisplayRole (the name) and Qt::AccessibleTextRole.
enum CommandRole {
    CommandAtRole = Qt::UserRole + 1, ///< int: place in the palette's commands
    CommandSectionRole,               ///< QString
    CommandShortcutRole,              ///< QString
    CommandWhyNotRole,                ///< QString; of what cannot be done now
    CommandOnRole,                    ///< bool; invalid: cannot be switched
    CommandMatchRole                  ///< QList<int>: characters of the name that were typed
};

/// A row of the command palette: a tick where it is on, the name with what was typed in bold, the section, the
/// shortcut; below it why it cannot be done now.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace barograph
