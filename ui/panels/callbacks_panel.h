// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QGroupBox>

#include <array>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;
class ValueLabel;

/// Which status callbacks the node sends, and a way to change them. What is ticked here is a wish until it is
/// confirmed; what holds is written beside it.
class CallbacksPanel : public QGroupBox
{
    Q_OBJECT

public:
    explicit CallbacksPanel(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);
    void setControlsEnabled(bool enabled);

Q_SIGNALS:
    void changeRequested(const barograph::CallbackSettings &wanted);

private:
    CallbackSettings wanted() const;
    void resetWish();
    void updateButton();

    static constexpr std::size_t kCount = 3; ///< sent, delivered, read
    std::array<QCheckBox *, kCount> m_wish{};
    std::array<ValueLabel *, kCount> m_state{};
    QPushButton *m_change;
    QPushButton *m_reset;
    QString m_nodeId;
    Reading<CallbackSettings> m_settings;
    bool m_supported = false;
    bool m_controlsEnabled = true;
    bool m_wishTouched = false;
};

} // namespace barograph
