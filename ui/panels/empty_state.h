// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace barograph {

/// What is shown while no node is configured: how to add one, and how to try the program without.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setConfigPath(const QString &path);

Q_SIGNALS:
    void addRequested();

private:
    QLabel *m_path;
};

} // namespace barograph
