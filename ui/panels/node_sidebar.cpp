// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_sidebar.h"

#include "panels/node_list.h"
#include "widgets/clear_button.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

/// With fewer, one look is quicker than typing.
constexpr int kFilterFromNodes = 8;

} // namespace

NodeSidebar::NodeSidebar(NodeList *list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_filter(new QLineEdit(this))
    , m_none(new QLabel(tr("No number has this in its name, id or group. Esc shows all again."), this))
    , m_add(new QToolButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_filter->setPlaceholderText(tr("Filter"));
    addClearButton(*m_filter);
    m_filter->setAccessibleName(tr("Filter the list of numbers"));
    m_filter->setObjectName(QStringLiteral("nodeFilter"));
    m_filter->setVisible(false);
    m_filter->installEventFilter(this);
    m_none->setWordWrap(true);
    m_none->setMargin(8);
    m_none->setVisible(false);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_add->setText(tr("Add a number…"));
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setObjectName(QStringLiteral("addNumber"));
    m_add->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_add->setVisible(false);
    layout->addWidget(m_filter);
    layout->addWidget(m_none);
    layout->addWidget(list, 1);
    layout->addWidget(m_add);
    connect(m_filter, &QLineEdit::textChanged, this, &NodeSidebar::applyFilter);
    connect(m_add, &QToolButton::clicked, this, &NodeSidebar::addRequested);
    connect(list, &NodeList::typed, this, &NodeSidebar::startFilter);
}

void NodeSidebar::setAddEnabled(bool enabled)
{
    m_add->setVisible(enabled);
}

void NodeSidebar::updateState()
{
    m_filter->setVisible(m_wanted || !m_filter->text().isEmpty() || m_list->nodeCount() >= kFilterFromNodes);
    m_none->setVisible(!m_filter->text().isEmpty() && m_list->shownNodeCount() == 0);
}

void NodeSidebar::startFilter(const QString &text)
{
    m_wanted = true;
    updateState();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    if (text.isEmpty())
        m_filter->selectAll();
    else
        m_filter->setText(m_filter->text() + text);
}

void NodeSidebar::applyFilter()
{
    m_list->setFilter(m_filter->text().trimmed());
    updateState();
}

bool NodeSidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            m_wanted = false;
            m_filter->clear();
            m_list->setFocus(Qt::OtherFocusReason);
            updateState();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace barograph
