// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/announcer.h"

#include <QAccessible>
#include <QWidget>

namespace barograph {

Announcer::Announcer(QWidget *speaker, Millis rest)
    : QObject(speaker)
    , m_speaker(speaker)
    , m_rest(rest)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Announcer::speak);
}

void Announcer::say(const QString &text)
{
    if (text.isEmpty() || text == m_last)
        return;
    m_waiting = text;
    if (m_timer.isActive())
        return;
    const qint64 left = m_sinceLast.isValid() ? m_rest.count() - m_sinceLast.elapsed() : 0;
    if (left <= 0)
        speak();
    else
        m_timer.start(static_cast<int>(left));
}

void Announcer::speak()
{
    m_last = m_waiting;
    m_sinceLast.start();
    // Tells by itself that it changed, which is what AT-SPI passes on; the alert is what Windows listens to.
    m_speaker->setAccessibleDescription(m_last);
    QAccessibleEvent alert(m_speaker, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert); // does nothing while nobody listens
    Q_EMIT said(m_last);
}

} // namespace barograph
