// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "help/shortcut_list.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QTextBrowser;
QT_END_NAMESPACE

namespace barograph {

/// All keys of the window on one sheet, in two columns, with a line to search them. Blocks nothing. Made anew from the
/// actions that exist each time it is opened.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(std::vector<ShortcutArea> areas, QWidget *parent);

    void setFilter(const QString &text);
    QString plainText() const; ///< what is shown

private:
    void refresh();

    std::vector<ShortcutArea> m_areas;
    QLineEdit *m_filter;
    QTextBrowser *m_text;
    QLabel *m_count;
};

} // namespace barograph
