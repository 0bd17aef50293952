// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;
class ValueLabel;

/// Where everything went that one number's webhooks told: the sum that has to come out even, what is counted apart by
/// kind, and what this kind of node cannot tell at all.
class AccountSection : public QWidget
{
    Q_OBJECT

public:
    explicit AccountSection(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node);

private:
    void addVisibility(QGridLayout &grid);
    void addApart(QGridLayout &grid);

    struct KindRow
    {
        ValueLabel *counted = nullptr;
        ValueLabel *alone = nullptr;
        ValueLabel *group = nullptr;
    };
    MarkLabel *m_sum;
    QLabel *m_apartSum;
    std::array<KindRow, kEventKindCount> m_kinds{};
    std::array<ValueLabel *, kApartKindCount> m_apart{};
};

} // namespace barograph
