// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDoubleSpinBox;
QT_END_NAMESPACE

namespace barograph {

/// The budgets that WhatsApp gives out, or any other.
class TpsChoice : public QWidget
{
    Q_OBJECT

public:
    explicit TpsChoice(QWidget *parent = nullptr);

    /// Events a second; 0 = not known.
    void setTps(double tps);
    double tps() const;

Q_SIGNALS:
    void edited();

private:
    QComboBox *m_presets;
    QDoubleSpinBox *m_other;
};

} // namespace barograph
