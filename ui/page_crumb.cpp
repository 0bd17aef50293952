// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_crumb.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace barograph {

namespace {

constexpr int kMostNameWidth = 260;

} // namespace

PageCrumb::PageCrumb(QWidget *parent)
    : QWidget(parent)
    , m_back(new QToolButton(this))
    , m_node(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(4);
    m_back->setText(tr("Overview"));
    m_back->setObjectName(QStringLiteral("backToOverview"));
    m_back->setAutoRaise(true);
    m_back->setArrowType(Qt::LeftArrow);
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setToolTip(tr("Back to the overview of all numbers (Alt+Left or Backspace)"));
    m_node->setTextFormat(Qt::PlainText);
    layout->addWidget(m_back);
    layout->addWidget(m_node);
    connect(m_back, &QToolButton::clicked, this, &PageCrumb::backRequested);
    setPlace({});
}

void PageCrumb::setPlace(const QString &node)
{
    setVisible(!node.isEmpty());
    const QString text = tr("› %1").arg(m_node->fontMetrics().elidedText(node, Qt::ElideRight, kMostNameWidth));
    if (text == m_node->text())
        return;
    m_node->setText(text);
    m_node->setToolTip(node);
    // The menu bar gives its corner another width only when what is there is shown anew.
    if (!isHidden()) {
        hide();
        show();
    }
}

} // namespace barograph
