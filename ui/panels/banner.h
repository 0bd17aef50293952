// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

/// The red area above everything: errors that stop Barograph from telling the truth, and controls that went wrong.
/// Takes no room while there is nothing to say.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// What goes on as long as its cause does; cannot be dismissed. Empty = nothing.
    void setStanding(const QString &text);
    /// Something that happened once; stays until it is dismissed or replaced.
    void setNotice(const QString &text);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void applyColors();

    QString m_standing;
    QString m_notice;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_dismiss;
};

/// What in this frame keeps Barograph from telling the truth; one line each, empty when nothing does.
QString standingErrors(const Frame &frame, UtcTime now);
/// A control that ended unverified or failed; empty for any other outcome.
QString resultNotice(const ControlResult &result);

} // namespace barograph
