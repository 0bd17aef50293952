// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QButtonGroup;
QT_END_NAMESPACE

namespace barograph {

/// The six kinds as cards: what it is, what will be visible of it and what not.
class KindPage : public QWidget
{
    Q_OBJECT

public:
    explicit KindPage(QWidget *parent = nullptr);

    NodeKind kind() const;
    void setKind(NodeKind kind);
    void focusChoice();

Q_SIGNALS:
    void kindChanged(barograph::NodeKind kind);
    /// Chosen by a double click: go on.
    void accepted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeCard(NodeKind kind);

    QButtonGroup *m_choices;
};

} // namespace barograph
