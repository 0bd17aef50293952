// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

/// A line for a password or key: hidden until the operator asks to see it, wiped when it is hidden or closed. What is
/// stored already is never shown; it can be kept, replaced or forgotten.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    /// Name of the line, for tests and screen readers.
    void setNames(const QString &objectName, const QString &accessibleName);
    /// True: something may be stored; an empty line keeps it, and a button forgets it.
    void setMayBeStored(bool stored);
    /// What was typed; an empty secret if it is to be forgotten; nothing if it is to stay as it is.
    std::optional<Secret> entered() const;
    void setEntered(const Secret &secret);
    bool isEmpty() const;
    /// Wipes what was typed and hides the line again.
    void clear();
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void edited();

private:
    void showText(bool shown);

    QLineEdit *m_line;
    QToolButton *m_show;
    QToolButton *m_forget;
};

} // namespace barograph
