// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "theme/icons.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// What holds for the whole view and not for one figure.
struct ViewCondition
{
    enum class Kind : quint8 {
        None,
        Stale,         ///< no frames come; nothing on screen is of now
        SwitchedOff,   ///< by the operator
        NeverAnswered, ///< neither an answer nor a webhook up to now
        Waiting        ///< it was asked for the first time just now
    };
    Kind kind = Kind::None;
    Mark mark = Mark::Info;
    QString text;

    friend bool operator==(const ViewCondition &, const ViewCondition &) = default;
};

/// Pure.
ViewCondition viewConditionOf(const Frame &frame, const NodeFrame &node, UtcTime now);

/// A line above the panels that tells it, and what could not be restored. Takes no room while there is nothing to tell.
class ConditionStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionStrip(QWidget *parent);

    void setCondition(const ViewCondition &condition);
    /// Stays until it is dismissed. Empty: none.
    void setNotice(const QString &text);
    QString notice() const;
    const ViewCondition &condition() const { return m_condition; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateVisible();

    ViewCondition m_condition;
    MarkLabel *m_state;
    MarkLabel *m_notice;
    QToolButton *m_dismiss;
};

} // namespace barograph
