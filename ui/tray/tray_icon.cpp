// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/tray_icon.h"

#include "text/headline.h"
#include "theme/colors.h"
#include "theme/icons.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace barograph {

namespace {

/// Longer ones are cut by the systems, each in its own way.
constexpr qsizetype kMostTip = 200;

Mark trayMark(SituationKind kind)
{
    switch (kind) {
    case SituationKind::Well:
        return Mark::Ok;
    case SituationKind::Attention:
        return Mark::Warning;
    case SituationKind::Critical:
        return Mark::Critical;
    case SituationKind::CannotTell: // not "no trouble", and not the trouble of a node either
    case SituationKind::NoNodes:
    case SituationKind::NotKnown:
        break;
    }
    return Mark::Unknown;
}

Mark troubleMark(Trouble trouble)
{
    return isCritical(trouble) ? Mark::Critical : Mark::Warning;
}

QPixmap trayPixmap(int size, const TrayState &state, const ThemeColors &colors)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const Mark mark = trayMark(state.kind);
    paintMark(painter, QRectF(0, 0, size, size), mark, colors);
    if (state.inTrouble == 0)
        return pixmap;
    painter.setRenderHint(QPainter::Antialiasing);
    const QString number = state.inTrouble > 9 ? QStringLiteral("9+") : QString::number(state.inTrouble);
    const double side = size * 0.56;
    const QRectF disc(size - side, size - side, side, side);
    painter.setPen(QPen(colors.plotBackground, std::max(1.0, size / 16.0)));
    painter.setBrush(colors.bannerFill);
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPixelSize(std::max(6, static_cast<int>(side * (number.size() > 1 ? 0.6 : 0.75))));
    painter.setFont(font);
    painter.setPen(colors.bannerText);
    painter.drawText(disc, Qt::AlignCenter, number);
    return pixmap;
}

} // namespace

QIcon trayPicture(const TrayState &state, const QPalette &palette)
{
    QIcon icon;
    for (const int size : {16, 22, 32, 48})
        icon.addPixmap(trayPixmap(size, state, themeColors(palette)));
    return icon;
}

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
{
    fillMenu();
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(trayPicture({}, QApplication::palette()), this);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested({});
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT openRequested(m_lastMessageId); });
    m_icon->show();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setState(const TrayState &state)
{
    if (state == m_state)
        return;
    const bool menuChanged = state.troubled != m_state.troubled;
    const bool pictureChanged = state.kind != m_state.kind || state.inTrouble != m_state.inTrouble;
    m_state = state;
    // Not while somebody is in it: entries would go from under the pointer.
    if (menuChanged && !m_menu->isVisible())
        fillMenu();
    if (!m_icon)
        return;
    if (pictureChanged)
        m_icon->setIcon(trayPicture(state, QApplication::palette()));
    m_icon->setToolTip(state.toolTip.left(kMostTip));
}

void TrayIcon::say(const TrayMessage &message)
{
    m_lastMessageId = message.nodeId;
    if (m_icon && QSystemTrayIcon::supportsMessages())
        m_icon->showMessage(tr("Barograph"), message.text, QSystemTrayIcon::Warning);
}

void TrayIcon::fillMenu()
{
    m_menu->clear();
    connect(m_menu->addAction(tr("&Open Barograph")), &QAction::triggered, this, [this] { Q_EMIT openRequested({}); });
    if (!m_state.troubled.empty()) {
        m_menu->addSeparator();
        for (const TrayState::Troubled &node : m_state.troubled) {
            QString name = node.name;
            name.replace(u'&', QLatin1String("&&"));
            QAction *action = m_menu->addAction(markIcon(troubleMark(node.trouble), QApplication::palette()), name);
            connect(action, &QAction::triggered, this, [this, id = node.id] { Q_EMIT openRequested(id); });
        }
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Wall mode")), &QAction::triggered, this, &TrayIcon::wallRequested);
    connect(m_menu->addAction(tr("&Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
}

} // namespace barograph
