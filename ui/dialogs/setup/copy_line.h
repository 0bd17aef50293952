// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

/// A command or address in fixed width with a button that copies it. What is shown and what is copied may differ: a
/// secret address is copied whole and shown with its secret hidden.
class CopyLine : public QWidget
{
    Q_OBJECT

public:
    explicit CopyLine(const QString &accessibleName, QWidget *parent = nullptr);

    void setTexts(const QString &shown, const QString &copied);
    void setText(const QString &text) { setTexts(text, text); }
    QPushButton *button() const { return m_copy; }
    QString shownText() const;

private:
    QLabel *m_text;
    QPushButton *m_copy;
    QString m_copied;
    QTimer m_copiedTimer;
};

} // namespace barograph
