// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace barograph {

class ForecastDelegate;
class StormListModel;
class TableView;

/// The storms of the chosen number: what their receipts cost so far and how much is still to come.
class StormsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StormsPanel(QWidget *parent = nullptr);

    void setNode(const FramePtr &frame, const NodeFrame &node, UtcTime now);

Q_SIGNALS:
    /// What would a message to groups of this number cost?
    void calculatorRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateNote(const NodeFrame &node);

    StormListModel *m_storms;
    ForecastDelegate *m_forecast;
    TableView *m_table;
    QLabel *m_note;
};

} // namespace barograph
