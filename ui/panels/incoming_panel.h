// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QScrollArea>

#include <vector>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;
class QueueGauge;
class ValueLabel;

/// What waits to reach the bot and whether messages are about to be lost, then the bot's own server: how it answers and
/// whether it is large enough.
class IncomingPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit IncomingPanel(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);
    /// Messages are at risk, or the bot's server does not keep up.
    bool needsAttention() const { return m_needsAttention; }
    /// The badge's words as a title for a tab; empty without one.
    const QString &badge() const { return m_badge; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Two columns of figures where there is room.
    void arrangeFigures();
    void setQueue(const NodeFrame &node, UtcTime now);
    void setBot(const NodeFrame &node, UtcTime now);

    MarkLabel *m_depth;
    QueueGauge *m_gauge;
    MarkLabel *m_forecast;
    QLabel *m_advice;
    QLabel *m_how;
    ValueLabel *m_growth;
    ValueLabel *m_atRisk;
    ValueLabel *m_lag;
    ValueLabel *m_skew;
    ValueLabel *m_pendingOut;
    ValueLabel *m_age;
    MarkLabel *m_botAnswer;
    MarkLabel *m_botSize;
    ValueLabel *m_botPace;
    struct Figure
    {
        QLabel *name;
        ValueLabel *value;
    };
    std::vector<Figure> m_figures;
    QGridLayout *m_grid;
    int m_columns = 0;
    QString m_badge;
    bool m_needsAttention = false;
};

} // namespace barograph
