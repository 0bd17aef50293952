// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace barograph {

/// Tells screen readers what changed without moving the focus. At most one message in each `rest`: what is said
/// meanwhile replaces what waits, so that a storm of changes ends in one sentence about the latest. GUI thread.
class Announcer : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis kUsualRest{4000};

    /// Speaks in the name of this widget, and dies with it.
    explicit Announcer(QWidget *speaker, Millis rest = kUsualRest);

    /// Empty, or what was said last: nothing is said.
    void say(const QString &text);
    /// What was said last.
    const QString &text() const { return m_last; }

Q_SIGNALS:
    void said(const QString &text);

private:
    void speak();

    QWidget *m_speaker;
    Millis m_rest;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    QString m_waiting;
    QString m_last;
};

} // namespace barograph
