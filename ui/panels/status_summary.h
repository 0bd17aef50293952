// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace barograph {

class ElidedLabel;
class MarkLabel;
class ValueLabel;

/// What the status bar holds: that every event was accounted for, where webhooks arrive, and how old the data are.
class StatusSummary : public QWidget
{
    Q_OBJECT

public:
    explicit StatusSummary(QWidget *parent = nullptr);

    /// `node` may be null. `now` is the GUI's own clock, so that old data are noticed.
    void setFrame(const Frame &frame, const NodeFrame *node, UtcTime now);
    /// The address went to the clipboard.
    void showCopied();

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void copyRequested();

private:
    void setTotals(const Frame &frame);
    void setListener(const ListenerView &listener, const NodeFrame *node);
    void setRefused(const ListenerView &listener);
    void fit();

    ElidedLabel *m_totals;
    MarkLabel *m_sum;
    MarkLabel *m_listener;
    MarkLabel *m_refused;
    QToolButton *m_copy;
    QLabel *m_copied;
    QTimer m_copiedTimer;
    ValueLabel *m_age;
};

} // namespace barograph
