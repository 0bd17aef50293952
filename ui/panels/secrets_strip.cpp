// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/secrets_strip.h"

#include "theme/colors.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace barograph {

SecretsStrip::SecretsStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_open(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_open);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("secretsStripText"));
    m_open->setObjectName(QStringLiteral("secretsStripOpen"));
    setAccessibleName(tr("Passwords and keys"));
    setAutoFillBackground(true);
    connect(m_open, &QPushButton::clicked, this, &SecretsStrip::openRequested);
    applyColors();
    setVisible(false);
}

void SecretsStrip::setStatus(const SecretsStatus &status)
{
    const bool locked = status.home == SecretsHome::FileLocked;
    m_text->setText(status.text.isEmpty() ? tr("Passwords and keys cannot be kept yet.") : status.text);
    m_open->setText(locked ? tr("Unlock…") : tr("Choose…"));
    setAccessibleDescription(m_text->text());
    setVisible(locked || status.home == SecretsHome::Undecided);
}

void SecretsStrip::applyColors()
{
    // Not this widget's own palette: its window colour is the strip's.
    const ThemeColors &colors = themeColors(QGuiApplication::palette());
    QPalette look;
    look.setColor(QPalette::Window, colors.reminderFill);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        look.setColor(role, colors.reminderText);
    look.setColor(QPalette::Button, colors.reminderFill.lighter(130));
    setPalette(look);
}

void SecretsStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

} // namespace barograph
