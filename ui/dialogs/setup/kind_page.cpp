// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/kind_page.h"

#include "dialogs/setup/kind_words.h"
#include "text/joined.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr std::array<NodeKind, 6> kKindsInOrder{NodeKind::OnPremises, NodeKind::CloudApi,  NodeKind::PickyAssist,
                                                NodeKind::Waha,       NodeKind::Evolution, NodeKind::Gowa};

} // namespace

KindPage::KindPage(QWidget *parent)
    : QWidget(parent)
    , m_choices(new QButtonGroup(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    auto *grid = new QGridLayout;
    grid->setSpacing(10);
    int at = 0;
    for (const NodeKind kind : kKindsInOrder) {
        grid->addWidget(makeCard(kind), at / 2, at % 2);
        ++at;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    layout->addStretch();
    setKind(NodeKind::OnPremises);
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT kindChanged(static_cast<NodeKind>(id));
    });
}

QWidget *KindPage::makeCard(NodeKind kind)
{
    auto *card = new QFrame(this);
    card->setFrameShape(QFrame::StyledPanel);
    card->setAutoFillBackground(true);
    card->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(card);
    layout->setSpacing(3);
    auto *choice = new QRadioButton(card);
    choice->setObjectName(QStringLiteral("kind.") + nodeKindName(kind));
    choice->setAccessibleName(kindTitle(kind));
    choice->setAccessibleDescription(joinedSentences({kindLine(kind), kindVisibilityLine(kind)}));
    m_choices->addButton(choice, static_cast<int>(kind));
    // A label of its own, because that of a radio button does not wrap.
    auto *title = new QLabel(kindTitle(kind), card);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(choice, 0, Qt::AlignTop);
    row->addWidget(title, 1);
    layout->addLayout(row);
    for (const QString &text : {kindLine(kind), kindVisibilityLine(kind)}) {
        auto *line = new QLabel(text, card);
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        line->setIndent(choice->sizeHint().width() + row->spacing());
        if (text == kindVisibilityLine(kind))
            line->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(line);
    }
    layout->addStretch();
    // The whole card is the target.
    card->setProperty("kind", static_cast<int>(kind));
    card->installEventFilter(this);
    return card;
}

bool KindPage::eventFilter(QObject *watched, QEvent *event)
{
    const QVariant kind = watched->property("kind");
    if (kind.isValid() && event->type() == QEvent::MouseButtonPress)
        m_choices->button(kind.toInt())->click();
    if (kind.isValid() && event->type() == QEvent::MouseButtonDblClick)
        Q_EMIT accepted();
    return QWidget::eventFilter(watched, event);
}

NodeKind KindPage::kind() const
{
    return static_cast<NodeKind>(m_choices->checkedId());
}

void KindPage::setKind(NodeKind kind)
{
    m_choices->button(static_cast<int>(kind))->setChecked(true);
}

void KindPage::focusChoice()
{
    m_choices->checkedButton()->setFocus(Qt::OtherFocusReason);
}

} // namespace barograph
