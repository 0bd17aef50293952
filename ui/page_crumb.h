// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace barograph {

/// Where one is: "Overview › Support EU", whose first part leads back. Small enough for the corner of a menu bar.
class PageCrumb : public QWidget
{
    Q_OBJECT

public:
    explicit PageCrumb(QWidget *parent = nullptr);

    /// `node` is the name of the node that is shown; empty while the overview is.
    void setPlace(const QString &node);

Q_SIGNALS:
    void backRequested();

private:
    QToolButton *m_back;
    QLabel *m_node;
};

} // namespace barograph
