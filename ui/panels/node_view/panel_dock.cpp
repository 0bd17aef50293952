// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/panel_dock.h"

#include "panels/node_view/dock_title.h"

#include <QApplication>
#include <QCloseEvent>

namespace barograph {

/// The panel's widget, in a frame whose least size does not follow every word that changes inside: a table that gets a
/// longer sentence must not push its neighbours about three times a second.
class PanelHolder : public QWidget
{
public:
    using QWidget::QWidget;

    void setContent(QWidget *content)
    {
        m_content = content;
        m_content->setParent(this);
        m_content->setGeometry(rect());
        m_content->hide();
    }

    QWidget *content() const { return m_content; }

    QSize sizeHint() const override { return {300, 200}; }
    QSize minimumSizeHint() const override { return {140, 80}; }

protected:
    void resizeEvent(QResizeEvent * /*event*/) override
    {
        if (m_content)
            m_content->setGeometry(rect());
    }

private:
    QWidget *m_content = nullptr;
};

PanelDock::PanelDock(PanelId id, MakePanel make, QWidget *parent)
    : QDockWidget(panelTitle(id), parent)
    , m_id(id)
    , m_make(std::move(make))
    , m_title(new DockTitle(this))
    , m_holder(new PanelHolder(this))
{
    setObjectName(panelKey(id));
    setFeatures(DockWidgetClosable | DockWidgetMovable | DockWidgetFloatable);
    setAllowedAreas(Qt::AllDockWidgetAreas);
    setTitleBarWidget(m_title);
    setWidget(m_holder);
    setState(windowTitle(), panelTabText(id), {});
    connect(m_title, &DockTitle::closeRequested, this, &QWidget::close);
    connect(this, &QDockWidget::visibilityChanged, this, &PanelDock::sightChanged);
    connect(this, &QDockWidget::topLevelChanged, m_title, &DockTitle::setFloating);
    connect(this, &QDockWidget::topLevelChanged, this, &PanelDock::updateWindowTitle);
}

void PanelDock::make()
{
    if (isMade())
        return;
    m_body = m_make();
    if (m_body.widget->accessibleName().isEmpty())
        m_body.widget->setAccessibleName(panelTitle(m_id));
    m_holder->setContent(m_body.widget);
}

void PanelDock::setState(const QString &text, const QString &shortText, std::optional<Mark> mark)
{
    m_mark = mark;
    m_shortText = shortText;
    if (text != m_text) {
        m_text = text;
        setAccessibleName(text);
    }
    updateWindowTitle();
    m_title->setContent(text, mark);
}

void PanelDock::setShortTab(bool isShort)
{
    m_isShort = isShort;
    updateWindowTitle();
}

void PanelDock::updateWindowTitle()
{
    const QString &wanted = m_isShort && !isFloating() ? m_shortText : m_text;
    if (wanted != windowTitle())
        setWindowTitle(wanted);
}

void PanelDock::setGrey(bool grey)
{
    QPalette look;
    if (grey) {
        const QColor faint = QApplication::palette().color(QPalette::PlaceholderText);
        look.setColor(QPalette::WindowText, faint);
        look.setColor(QPalette::Text, faint);
    }
    m_holder->setPalette(look);
}

bool PanelDock::isOnScreen() const
{
    if (!isVisible() || window()->isMinimized())
        return false;
    // Tabs behind the one in front are kept outside of their parent.
    return isWindow() || parentWidget()->rect().intersects(geometry());
}

bool PanelDock::updateShown()
{
    if (!isMade())
        return false;
    const bool wanted = isOnScreen();
    const bool was = !m_holder->content()->isHidden();
    if (wanted != was)
        m_holder->content()->setVisible(wanted);
    return wanted && !was;
}

void PanelDock::focusContent()
{
    make();
    QWidget *content = m_holder->content();
    const auto takesFocus = [content](const QWidget *widget) {
        return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() && widget->isVisibleTo(content);
    };
    QWidget *target = content;
    if (!takesFocus(content)) {
        const auto inside = content->findChildren<QWidget *>();
        const auto first = std::find_if(inside.begin(), inside.end(), takesFocus);
        target = first == inside.end() ? content : *first;
    }
    if (!takesFocus(target)) {
        // Nothing to operate: the panel itself, so that it can be moved by keyboard and is read out.
        setFocusPolicy(Qt::StrongFocus);
        target = this;
    }
    if (isFloating())
        activateWindow();
    target->setFocus(Qt::ShortcutFocusReason);
}

void PanelDock::closeEvent(QCloseEvent *event)
{
    QDockWidget::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT changedByUser();
}

void PanelDock::moveEvent(QMoveEvent *event)
{
    QDockWidget::moveEvent(event);
    if (isFloating())
        Q_EMIT changedByUser();
    else
        Q_EMIT sightChanged();
}

void PanelDock::resizeEvent(QResizeEvent *event)
{
    QDockWidget::resizeEvent(event);
    if (isFloating())
        Q_EMIT changedByUser();
}

void PanelDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        Q_EMIT sightChanged();
}

void PanelDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    Q_EMIT sightChanged();
}

} // namespace barograph
