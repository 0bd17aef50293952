// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/announcer.h"

#include <QAccessibleObject>
#include <QWidget>

namespace barograph {

namespace {

/// What was said, as a notification that has just appeared. Over AT-SPI that is the one thing which a screen reader
/// speaks wherever the focus is: Orca drops a changed description of anything but what has the focus, and does not know
/// QAccessible::Alert.
class SpokenNotification : public QAccessibleObject
{
public:
    explicit SpokenNotification(Announcer *announcer)
        : QAccessibleObject(announcer)
        , m_announcer(announcer)
    {}

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_announcer->parent());
    }
    QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Notification; }
    QAccessible::State state() const override { return {}; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_announcer->text() : QString();
    }

private:
    const Announcer *m_announcer; ///< outlives its interface
};

QAccessibleInterface *makeNotification(const QString & /*className*/, QObject *object)
{
    auto *announcer = qobject_cast<Announcer *>(object);
    return announcer ? new SpokenNotification(announcer) : nullptr;
}

void installNotifications()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeNotification);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

} // namespace

Announcer::Announcer(QWidget *speaker, Millis rest)
    : QObject(speaker)
    , m_speaker(speaker)
    , m_rest(rest)
{
    installNotifications();
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
    // Kept, to be read again by whoever goes to the window; the alert is what Windows listens to.
    m_speaker->setAccessibleDescription(m_last);
    // Both do nothing while nobody listens.
    QAccessibleEvent alert(m_speaker, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    QAccessibleEvent shown(this, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
    Q_EMIT said(m_last);
}

} // namespace barograph
