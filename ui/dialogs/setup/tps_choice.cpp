// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/tps_choice.h"

#include "text/numbers.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>

namespace barograph {

namespace {

constexpr double kOtherTps = -1;

} // namespace

TpsChoice::TpsChoice(QWidget *parent)
    : QWidget(parent)
    , m_presets(new QComboBox(this))
    , m_other(new QDoubleSpinBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_presets, 1);
    layout->addWidget(m_other);
    setFocusProxy(m_presets);
    m_presets->addItem(tr("not known"), 0.0);
    for (const int tps : {10, 15, 20, 80, 1000})
        m_presets->addItem(tr("%1 events a second").arg(formatCount(tps)), static_cast<double>(tps));
    m_presets->addItem(tr("other"), kOtherTps);
    m_presets->setObjectName(QStringLiteral("field.allocated_tps"));
    m_presets->setAccessibleName(tr("Allocated TPS"));
    m_other->setObjectName(QStringLiteral("field.allocated_tps.other"));
    m_other->setAccessibleName(tr("Events a second"));
    m_other->setRange(0.1, 100'000);
    m_other->setDecimals(1);
    m_other->setValue(40);
    m_other->setVisible(false);
    connect(m_presets, &QComboBox::currentIndexChanged, this, [this] {
        m_other->setVisible(m_presets->currentData().toDouble() == kOtherTps);
        Q_EMIT edited();
    });
    connect(m_other, &QDoubleSpinBox::valueChanged, this, &TpsChoice::edited);
}

void TpsChoice::setTps(double tps)
{
    const int known = m_presets->findData(tps);
    if (known < 0)
        m_other->setValue(tps);
    m_presets->setCurrentIndex(known >= 0 ? known : m_presets->findData(kOtherTps));
}

double TpsChoice::tps() const
{
    const double chosen = m_presets->currentData().toDouble();
    return chosen == kOtherTps ? m_other->value() : chosen;
}

} // namespace barograph
