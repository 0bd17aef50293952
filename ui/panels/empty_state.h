// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace barograph {

/// The first start: shown while no node is configured. Two ways to go on, *add a number* and *try the demo*, with a
/// sentence each; below them an import, and where the configuration file is for those who would rather write it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setConfigPath(const QString &path);

Q_SIGNALS:
    void addRequested();
    void tryDemoRequested();
    void importRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void showConfigPath();

    QString m_configPath;
    QLabel *m_path = nullptr; ///< null: not built yet
};

} // namespace barograph
