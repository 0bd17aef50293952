// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

/// A heading that shows or hides what is below it.
class Fold : public QWidget
{
    Q_OBJECT

public:
    Fold(const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setOpen(bool open);
    bool isOpen() const;
    QToolButton *button() const { return m_button; }

private:
    QToolButton *m_button;
    QWidget *m_content;
};

} // namespace barograph
