// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

#include <array>

class QLabel;

namespace barograph {

class ElidedLabel;
class MarkLabel;
class ValueLabel;

/// The line above the chart: which number this is, the one sentence that matters now, and the figures behind it.
class NodeHeader : public QWidget
{
    Q_OBJECT

public:
    explicit NodeHeader(QWidget *parent = nullptr);

    /// `lastKnown`: no new figures come, and this is what was known when they did.
    void setNode(const NodeFrame &node, UtcTime now, const NodeFrame *lastKnown = nullptr);

private:
    ElidedLabel *m_name;
    QLabel *m_simulated;
    MarkLabel *m_state;
    MarkLabel *m_headline;
    std::array<ValueLabel *, 3> m_utilisation{}; ///< over 1, 10 and 60 s
    ValueLabel *m_peak;
    ValueLabel *m_lag;
    ValueLabel *m_notVisible;
    ValueLabel *m_waiting;
};

} // namespace barograph
