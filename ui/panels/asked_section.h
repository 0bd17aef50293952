// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// What one number's node answers when it is asked how it is: its session and server, or what Meta lets the number
/// send and why not; and how asking goes. For all kinds that have no members.
class AskedSection : public QWidget
{
    Q_OBJECT

public:
    explicit AskedSection(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);

private:
    struct Row
    {
        QLabel *name = nullptr;
        MarkLabel *value = nullptr;
    };
    Row addRow(const QString &name);
    void setSession(const Reading<SessionReport> &session, UtcTime now);
    void setAccount(const Reading<AccountReport> &account, UtcTime now);
    void setEntities(const std::vector<AccountEntity> &entities, bool fresh);

    QGridLayout *m_grid;
    Row m_asking;
    Row m_session;
    Row m_server;
    Row m_permission;
    Row m_throughput;
    Row m_quality;
    std::vector<Row> m_entities; ///< as many as were ever needed
};

} // namespace barograph
