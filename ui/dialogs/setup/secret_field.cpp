// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/secret_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace barograph {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_show(new QToolButton(this))
    , m_forget(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_forget);
    setFocusProxy(m_line);
    m_line->setMaxLength(4096);
    // No completion and no dictionary; while it is hidden Qt lets nothing out to the clipboard.
    m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_line->setDragEnabled(false);
    m_show->setCheckable(true);
    m_forget->setText(tr("Forget"));
    m_forget->setCheckable(true);
    m_forget->setToolTip(tr("Removes the stored one when this is saved."));
    m_forget->setVisible(false);
    showText(false);
    connect(m_show, &QToolButton::toggled, this, &SecretField::showText);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_forget->setChecked(false);
        Q_EMIT edited();
    });
    connect(m_forget, &QToolButton::clicked, this, [this](bool forget) {
        if (forget)
            m_line->clear();
        Q_EMIT edited();
    });
}

void SecretField::setNames(const QString &objectName, const QString &accessibleName)
{
    m_line->setObjectName(objectName);
    m_show->setObjectName(objectName + QStringLiteral(".show"));
    m_forget->setObjectName(objectName + QStringLiteral(".forget"));
    m_line->setAccessibleName(accessibleName);
    m_show->setAccessibleName(tr("Show %1").arg(accessibleName));
    m_forget->setAccessibleName(tr("Forget the stored %1").arg(accessibleName));
}

void SecretField::setMayBeStored(bool stored)
{
    m_line->setPlaceholderText(stored ? tr("leave it empty to keep what is stored") : QString());
    m_forget->setVisible(stored);
}

std::optional<Secret> SecretField::entered() const
{
    if (m_forget->isChecked())
        return Secret();
    if (m_line->text().isEmpty())
        return {};
    return Secret(m_line->text().toUtf8());
}

void SecretField::setEntered(const Secret &secret)
{
    m_line->setText(QString::fromUtf8(secret.reveal()));
}

bool SecretField::isEmpty() const
{
    return m_line->text().isEmpty();
}

void SecretField::clear()
{
    // Overwritten first: clear() alone keeps the text for undo.
    m_line->setText(QString(m_line->text().size(), u'\0'));
    m_line->clear();
    m_show->setChecked(false);
    m_forget->setChecked(false);
}

void SecretField::showText(bool shown)
{
    m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setText(shown ? tr("Hide") : tr("Show"));
}

} // namespace barograph
