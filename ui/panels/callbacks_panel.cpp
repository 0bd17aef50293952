// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/callbacks_panel.h"

#include "widgets/value_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPushButton>

namespace barograph {

namespace {

constexpr std::array<bool CallbackSettings::*, 3> kFields{&CallbackSettings::sent, &CallbackSettings::delivered,
                                                          &CallbackSettings::read};

/// One switch out of the settings, with what is known about them.
Reading<bool> fieldOf(const Reading<CallbackSettings> &settings, bool CallbackSettings::*field)
{
    switch (settings.truth()) {
    case Truth::Unknown:
        return {};
    case Truth::NotSupported:
        return Reading<bool>::notSupported();
    case Truth::NotMeasured:
        return Reading<bool>::notMeasured();
    case Truth::Estimated:
        return Reading<bool>::estimated(settings.value().*field, settings.takenAt());
    case Truth::Stale:
        return Reading<bool>::measured(settings.value().*field, settings.takenAt()).asStale();
    case Truth::Measured:
        break;
    }
    return Reading<bool>::measured(settings.value().*field, settings.takenAt());
}

} // namespace

CallbacksPanel::CallbacksPanel(QWidget *parent)
    : QGroupBox(tr("Status callbacks"), parent)
    , m_change(new QPushButton(tr("&Change…"), this))
    , m_reset(new QPushButton(tr("As it is"), this))
{
    auto *grid = new QGridLayout(this);
    grid->setVerticalSpacing(1);
    const std::array<QString, kCount> names{tr("Sent"), tr("Delivered"), tr("Read")};
    for (std::size_t i = 0; i < kCount; ++i) {
        const int row = static_cast<int>(i);
        m_wish[i] = new QCheckBox(names[i], this);
        m_wish[i]->setToolTip(tr("Tick what you want the node to send, then press Change."));
        m_state[i] = new ValueLabel(tr("%1 callbacks at present").arg(names[i]), this);
        grid->addWidget(m_wish[i], row, 0);
        grid->addWidget(m_state[i], row, 1);
        connect(m_wish[i], &QCheckBox::clicked, this, [this] {
            m_wishTouched = wanted() != m_settings.valueOr({});
            updateButton();
        });
    }
    grid->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_change);
    buttons->addWidget(m_reset);
    grid->addLayout(buttons, static_cast<int>(kCount), 0, 1, 2);
    grid->setRowStretch(static_cast<int>(kCount), 1);
    m_change->setToolTip(tr("Shows first what would change. Nothing is written before you confirm."));
    m_reset->setToolTip(tr("Ticks again what the node sends at present."));
    connect(m_change, &QPushButton::clicked, this, [this] { Q_EMIT changeRequested(wanted()); });
    connect(m_reset, &QPushButton::clicked, this, &CallbacksPanel::resetWish);
    updateButton();
}

CallbackSettings CallbacksPanel::wanted() const
{
    CallbackSettings settings;
    for (std::size_t i = 0; i < kCount; ++i)
        settings.*kFields[i] = m_wish[i]->isChecked();
    return settings;
}

void CallbacksPanel::resetWish()
{
    m_wishTouched = false;
    const CallbackSettings present = m_settings.valueOr({});
    for (std::size_t i = 0; i < kCount; ++i)
        m_wish[i]->setChecked(present.*kFields[i]);
    updateButton();
}

void CallbacksPanel::setNode(const NodeFrame &node, UtcTime now)
{
    const bool otherNode = node.id != m_nodeId;
    const bool otherSettings =
        node.callbacks.valueOr({}) != m_settings.valueOr({}) || node.callbacks.hasValue() != m_settings.hasValue();
    m_nodeId = node.id;
    m_settings = node.callbacks;
    m_supported = node.kind == NodeKind::OnPremises && node.callbacks.truth() != Truth::NotSupported;
    for (std::size_t i = 0; i < kCount; ++i) {
        m_state[i]->setValue(shownSwitch(fieldOf(node.callbacks, kFields[i]), tr("on"), tr("off"),
                                         tr("read from the node's settings"), now));
    }
    if (otherNode || (otherSettings && !m_wishTouched))
        resetWish();
    updateButton();
}

void CallbacksPanel::setControlsEnabled(bool enabled)
{
    m_controlsEnabled = enabled;
    updateButton();
}

void CallbacksPanel::updateButton()
{
    const bool known = m_settings.hasValue();
    for (QCheckBox *box : m_wish)
        box->setEnabled(m_supported && known);
    const bool differs = known && wanted() != m_settings.value();
    m_change->setEnabled(m_supported && m_controlsEnabled && differs);
    m_reset->setEnabled(differs);
}

} // namespace barograph
