// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/notices_panel.h"

#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace barograph {

namespace {

Mark markOfNotice(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Critical:
        return Mark::Critical;
    case Urgency::Attention:
        return Mark::Warning;
    default:
        return Mark::Info;
    }
}

/// Ages grow from second to second: nothing that is worth building all anew.
bool isSameBesidesAges(const std::vector<NodeNotice> &a, const std::vector<NodeNotice> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const NodeNotice &one, const NodeNotice &other) {
        return one.urgency == other.urgency && one.details == other.details && one.dismissible == other.dismissible;
    });
}

} // namespace

NoticesPanel::NoticesPanel(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(12);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Notices"));
    rebuild();
}

bool NoticesPanel::needsAttention() const
{
    return std::any_of(m_notices.begin(), m_notices.end(),
                       [](const NodeNotice &notice) { return notice.urgency >= Urgency::Attention; });
}

void NoticesPanel::setNode(const NodeFrame &node, UtcTime now)
{
    auto notices = nodeNotices(node, now);
    if (notices == m_notices)
        return;
    const bool sameShape = isSameBesidesAges(notices, m_notices);
    m_notices = std::move(notices);
    if (!sameShape) {
        rebuild();
        return;
    }
    const auto labels = widget()->findChildren<MarkLabel *>();
    for (std::size_t i = 0; i < m_notices.size(); ++i)
        labels[static_cast<qsizetype>(i)]->setContent(markOfNotice(m_notices[i].urgency), m_notices[i].text);
}

void NoticesPanel::rebuild()
{
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_notices.empty()) {
        auto *none = new QLabel(tr("Nothing to tell: no settings were changed elsewhere, and nothing is about to end."),
                                widget());
        none->setWordWrap(true);
        m_layout->addWidget(none);
    }
    for (const auto &notice : m_notices)
        m_layout->addWidget(makeNotice(notice));
    m_layout->addStretch(1);
}

QWidget *NoticesPanel::makeNotice(const NodeNotice &notice)
{
    auto *box = new QWidget(widget());
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    auto *text = new MarkLabel(box);
    text->setWordWrap(true);
    text->setContent(markOfNotice(notice.urgency), notice.text);
    auto *top = new QHBoxLayout;
    top->addWidget(text, 1);
    if (notice.dismissible) {
        auto *dismiss = new QPushButton(tr("Dismiss"), box);
        dismiss->setToolTip(tr("The change was meant. The settings as they are now become the ones to compare with."));
        connect(dismiss, &QPushButton::clicked, this, &NoticesPanel::driftDismissed);
        top->addWidget(dismiss, 0, Qt::AlignTop);
    }
    layout->addLayout(top);
    if (!notice.details.isEmpty()) {
        auto *details = new QLabel(notice.details.join(u'\n'), box);
        details->setTextFormat(Qt::PlainText);
        details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        details->setWordWrap(true);
        details->setFont(fixedFont(font()));
        details->setContentsMargins(24, 0, 0, 0);
        details->setAccessibleName(tr("Changed settings"));
        layout->addWidget(details);
    }
    return box;
}

} // namespace barograph
