// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/focus_ring.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace barograph {

namespace {

bool isTypedInto(const QWidget *widget)
{
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *choice = qobject_cast<const QComboBox *>(widget))
        return choice->isEditable();
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

} // namespace

FocusRing::FocusRing(QApplication *app)
    : QObject(app)
{
    app->installEventFilter(this);
    connect(app, &QApplication::focusChanged, this, &FocusRing::update);
}

QWidget *FocusRing::framed() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::KeyPress)
        useKeyboard(true);
    else if (event->type() == QEvent::MouseButtonPress)
        useKeyboard(false);
    return false;
}

void FocusRing::useKeyboard(bool on)
{
    if (m_byKeyboard == on)
        return;
    m_byKeyboard = on;
    update();
}

void FocusRing::update()
{
    QWidget *widget = QApplication::focusWidget();
    // A list that drops down shows its own current row, and is gone before a frame in it would be.
    const bool wanted = widget && !widget->isWindow() && widget->window()->windowType() != Qt::Popup &&
                        (m_byKeyboard || isTypedInto(widget));
    if (!wanted) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame(widget->window());
    m_frame->setWidget(widget);
}

} // namespace barograph
