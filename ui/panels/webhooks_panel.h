// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace barograph {

class AccountSection;
class AskedSection;
class ErrorListModel;
class FittedTable;
class RefusedPeerModel;
class RouteSection;
class UnknownNameModel;

/// The webhook side of the chosen number: how its route is protected, who was turned away, where everything went that
/// was told, and what was not understood; and of a node without members what it says when it is asked.
class WebhooksPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit WebhooksPanel(QWidget *parent = nullptr);

    void setNode(const Frame &frame, const NodeFrame &node, UtcTime now);
    /// Something here keeps webhooks from being counted at this moment.
    bool needsAttention() const { return m_needsAttention; }

    QSize minimumSizeHint() const override { return {240, 100}; }

Q_SIGNALS:
    void verifyTokenRequested();
    void captureRequested(bool on);

private:
    FittedTable *addTable(QVBoxLayout &layout, const QString &title, QAbstractItemModel *model, int wideColumn);

    RouteSection *m_route;
    QWidget *m_askedTitle;
    AskedSection *m_asked;
    AccountSection *m_account;
    RefusedPeerModel *m_refused;
    ErrorListModel *m_errors;
    UnknownNameModel *m_names;
    FittedTable *m_refusedTable;
    FittedTable *m_errorTable;
    FittedTable *m_nameTable;
    bool m_needsAttention = false;
};

/// Something keeps webhooks of this number from being counted at this moment.
bool webhooksNeedAttention(const NodeFrame &node, UtcTime now);

} // namespace barograph
