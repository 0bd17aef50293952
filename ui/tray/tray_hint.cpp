// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/tray_hint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace barograph {

TrayHint::TrayHint(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("trayHint"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    auto *text =
        new QLabel(tr("Barograph also stands in the system's tray. Closing the window ends it, and with it the "
                      "counting, unless it may go on there."),
                   this);
    text->setWordWrap(true);
    auto *keep = new QPushButton(tr("Keep running in the tray"), this);
    keep->setObjectName(QStringLiteral("trayKeep"));
    auto *end = new QPushButton(tr("End when closed"), this);
    end->setObjectName(QStringLiteral("trayEnd"));
    layout->addWidget(text, 1);
    layout->addWidget(keep);
    layout->addWidget(end);
    connect(keep, &QPushButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(end, &QPushButton::clicked, this, [this] { Q_EMIT answered(false); });
    setVisible(false);
}

} // namespace barograph
