// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QWidget>

#include <vector>

namespace barograph {

/// How much of the budget something takes over time: a small column for each part of it, with the budget as a line.
class SpendBar : public QWidget
{
    Q_OBJECT

public:
    explicit SpendBar(QWidget *parent = nullptr);

    /// `shares`: 0..1 of the budget, in equal parts of `over`. Empty: nothing can be drawn, `why` is said instead.
    void setSpent(std::vector<double> shares, double otherShare, Millis over, const QString &why);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int lineHeight() const;

    std::vector<double> m_shares;
    double m_other = 0;
    Millis m_over{};
    QString m_why;
};

} // namespace barograph
