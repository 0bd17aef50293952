// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/time_view.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QDateTimeEdit;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

/// Asks for the two ends of a range, in local time. Closes by Escape and by a click elsewhere.
class RangePopup : public QFrame
{
    Q_OBJECT

public:
    RangePopup(TimeView &view, QWidget *parent);

private:
    void check();

    TimeView &m_view;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_problem;
    QPushButton *m_show;
};

/// "10 s", "5 min", "1 h", "7 d": as the range chooser and its button say it.
QString spanText(Millis span);

} // namespace barograph
