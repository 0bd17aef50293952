// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/tray_icon.h"

#include "text/headline.h"
#include "text/numbers.h"
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

/// What is in a name is to be seen, and no key. A panel that is given the menu over the bus takes "_" for what "&" is
/// here, and Qt turns the first "&" into that.
QString entryText(QString name, bool overBus)
{
    if (!overBus)
        return name.replace(u'&', QLatin1String("&&"));
    name.replace(u'_', QLatin1String("__"));
    const qsizetype first = name.indexOf(u'&');
    return first < 0 ? name : name.insert(first, u'&');
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
    , m_hold(new QAction(this))
    , m_wall(new QAction(tr("&Wall mode"), this))
{
    connect(m_hold, &QAction::triggered, this, &TrayIcon::holdRequested);
    connect(m_wall, &QAction::triggered, this, &TrayIcon::wallRequested);
    updateView();
    fillMenu();
    lookForTray();
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::lookForTray()
{
    if (m_icon || !QSystemTrayIcon::isSystemTrayAvailable())
        return false;
    m_paletteKey = QApplication::palette().cacheKey();
    m_icon = new QSystemTrayIcon(trayPicture(m_state, QApplication::palette()), this);
    m_icon->setToolTip(m_state.toolTip.left(kMostTip));
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested({});
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        const QString id = m_lastMessageId; // opening it may bring the next message
        Q_EMIT openRequested(id);
    });
    m_icon->show();
    fillMenu(); // now it is known whether the system draws it
    return true;
}

void TrayIcon::setState(const TrayState &state)
{
    const qint64 paletteKey = QApplication::palette().cacheKey();
    const bool pictureChanged =
        state.kind != m_state.kind || state.inTrouble != m_state.inTrouble || paletteKey != m_paletteKey;
    const bool tipChanged = state.toolTip != m_state.toolTip;
    m_menuIsOld = m_menuIsOld || state.troubled != m_state.troubled || paletteKey != m_paletteKey;
    m_state = state;
    m_paletteKey = paletteKey;
    // Not while somebody is in it: entries would go from under the pointer.
    if (m_menuIsOld && !m_menu->isVisible())
        fillMenu();
    if (m_icon && pictureChanged)
        m_icon->setIcon(trayPicture(state, QApplication::palette()));
    if (m_icon && tipChanged)
        m_icon->setToolTip(state.toolTip.left(kMostTip));
}

void TrayIcon::setView(const TrayView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    updateView();
}

void TrayIcon::updateView()
{
    m_hold->setEnabled(m_view.hasNumbers);
    m_wall->setEnabled(m_view.hasNumbers);
    const QString text = m_view.behind
                             ? tr("&Continue live (the view is %1 behind)").arg(formatDuration(*m_view.behind))
                             : tr("&Pause the view");
    if (text != m_hold->text())
        m_hold->setText(text);
}

void TrayIcon::say(const TrayMessage &message)
{
    if (!m_icon || !QSystemTrayIcon::supportsMessages())
        return;
    m_lastMessageId = message.nodeId;
    m_icon->showMessage(tr("Barograph"), message.text, QSystemTrayIcon::Warning);
}

void TrayIcon::fillMenu()
{
    m_menuIsOld = false;
    m_menu->clear();
    connect(m_menu->addAction(tr("&Open Barograph")), &QAction::triggered, this, [this] { Q_EMIT openRequested({}); });
    if (!m_state.troubled.empty()) {
        m_menu->addSeparator();
        for (const TrayState::Troubled &node : m_state.troubled) {
            QAction *action = m_menu->addAction(markIcon(troubleMark(node.trouble), QApplication::palette()),
                                                entryText(node.name, m_menu->platformMenu() != nullptr));
            connect(action, &QAction::triggered, this, [this, id = node.id] { Q_EMIT openRequested(id); });
        }
    }
    m_menu->addSeparator();
    m_menu->addAction(m_hold);
    m_menu->addAction(m_wall);
    connect(m_menu->addAction(tr("&Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
}

} // namespace barograph
