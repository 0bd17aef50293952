// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

class Announcer;

/// An area above everything else. Red: errors that stop Barograph from telling the truth, webhooks that are refused,
/// and controls that went wrong. Amber: what is not wrong and must not be forgotten. Takes no room while there is
/// nothing to say.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Tone : quint8 { Error, Reminder };

    explicit Banner(Tone tone, QWidget *parent = nullptr);

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

    Tone m_tone;
    QString m_standing;
    QString m_notice;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_dismiss;
    Announcer *m_announcer;
};

/// What in this frame keeps Barograph from telling the truth, and webhooks that it turns away; one line each, empty
/// when there is nothing.
QString standingErrors(const Frame &frame, UtcTime now);
/// A control that ended unverified or failed; empty for any other outcome.
QString resultNotice(const ControlResult &result);

} // namespace barograph
