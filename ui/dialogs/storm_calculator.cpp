// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/storm_calculator.h"

#include "storms/cost_calculator.h"
#include "text/numbers.h"
#include "text/storm_text.h"
#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/clear_button.h"
#include "widgets/font_scaled.h"
#include "widgets/spend_bar.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kMembersRole = Qt::UserRole;
constexpr int kGroupsHeight = 168;
constexpr int kGroupRowRoom = 6;
/// Room for the longest answer, so that nothing jumps while groups are ticked.
constexpr int kAnswerLines = 6;

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return label;
}

CostQuestion questionAbout(const NodeFrame &node, std::vector<quint32> groups)
{
    CostQuestion question;
    question.groups = std::move(groups);
    if (node.callbacks.hasValue())
        question.kinds = {node.callbacks.value().delivered, node.callbacks.value().read};
    question.tps = node.allocatedTps.valueOr(0);
    question.otherPerSecond = node.otherTps.valueOr(0);
    question.otherKnown = node.otherTps.hasValue();
    if (node.incoming.capacity > 0)
        question.incomingCapacity = node.incoming.capacity;
    const auto &waiting = node.incoming.depth;
    question.waitingKnown = waiting.truth() == Truth::Measured || waiting.truth() == Truth::Estimated;
    question.incomingWaiting = question.waitingKnown ? waiting.value() : 0;
    question.curve = node.receiptCurve.get();
    return question;
}

} // namespace

StormCalculator::StormCalculator(QWidget *parent)
    : FittedDialog(parent)
    , m_title(plainLabel({}, this))
    , m_groupsHint(plainLabel({}, this))
    , m_groups(new QTreeWidget(this))
    , m_groupButtons(new QWidget(this))
    , m_entered(new QLineEdit(this))
    , m_enteredWrong(plainLabel(tr("Write groups as “10 × 256”: ten groups of 256 members each. Several are apart by "
                                   "commas."),
                                this))
    , m_result(plainLabel({}, this))
    , m_bar(new SpendBar(this))
    , m_warning(new MarkLabel(this))
{
    setWindowTitle(tr("Cost of a group message"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);

    m_groups->setColumnCount(2);
    m_groups->setHeaderLabels({tr("Group"), tr("Members")});
    m_groups->setRootIsDecorated(false);
    m_groups->setUniformRowHeights(true);
    m_groups->setAccessibleName(tr("Groups of this number"));
    m_groups->setMinimumHeight(fontScaled(kGroupsHeight, font()));
    m_groups->header()->setStretchLastSection(false);
    m_groups->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_groups->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QHBoxLayout(m_groupButtons);
    buttons->setContentsMargins({});
    auto *all = new QPushButton(tr("&All"), m_groupButtons);
    auto *none = new QPushButton(tr("&None"), m_groupButtons);
    buttons->addWidget(all);
    buttons->addWidget(none);
    buttons->addStretch();

    m_entered->setPlaceholderText(tr("10 × 256"));
    m_entered->setAccessibleName(tr("Other groups"));
    addClearButton(*m_entered);
    auto *enteredLabel = new QLabel(tr("&Other groups:"), this);
    enteredLabel->setBuddy(m_entered);
    auto *entered = new QHBoxLayout;
    entered->addWidget(enteredLabel);
    entered->addWidget(m_entered, 1);

    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_result->setMinimumHeight(kAnswerLines * fontMetrics().lineSpacing());
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warning->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(520, font())); // a minimum of the window would undo that of its texts
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_groupsHint);
    layout->addWidget(m_groups, 100);
    layout->addWidget(m_groupButtons);
    layout->addLayout(entered);
    layout->addWidget(m_enteredWrong);
    layout->addWidget(m_result);
    layout->addWidget(m_bar);
    layout->addWidget(m_warning);
    layout->addStretch(1);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    layout->addWidget(close);

    connect(m_groups, &QTreeWidget::itemChanged, this, [this] {
        if (!m_listing)
            answer();
    });
    connect(all, &QPushButton::clicked, this, [this] { setChecked(true); });
    connect(none, &QPushButton::clicked, this, [this] { setChecked(false); });
    connect(m_entered, &QLineEdit::textChanged, this, [this] { answer(); });
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void StormCalculator::setNode(const NodeFrame &node)
{
    const bool otherNumber = node.id != m_node.id;
    const bool otherGroups = otherNumber || node.groups != m_node.groups;
    m_node = node;
    m_node.series.reset();
    m_title->setText(tr("What does one message to groups of %1 cost?").arg(node.name.isEmpty() ? node.id : node.name));
    if (otherNumber)
        m_groups->clear();
    if (otherGroups)
        listGroups();
    answer();
}

void StormCalculator::listGroups()
{
    m_listing = true;
    // By name and size: that is all an operator can tell them by, too.
    QSet<QString> ticked;
    const auto keyOf = [](const QString &name, quint32 members) {
        return QStringLiteral("%1/%2").arg(members).arg(name);
    };
    for (int i = 0; i < m_groups->topLevelItemCount(); ++i) {
        const auto *item = m_groups->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked)
            ticked.insert(keyOf(item->text(0), item->data(0, kMembersRole).toUInt()));
    }
    m_groups->clear();
    const bool known = m_node.groups && !m_node.groups->empty();
    if (known) {
        for (const GroupView &group : *m_node.groups) {
            const QString name = group.subject.isEmpty() ? tr("group without a name") : group.subject;
            auto *item = new QTreeWidgetItem(m_groups, {name, formatCount(group.members)});
            item->setData(0, kMembersRole, group.members);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setSizeHint(0, QSize(0, m_groups->fontMetrics().height() + kGroupRowRoom));
            item->setCheckState(0, ticked.contains(keyOf(name, group.members)) ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_groups->setVisible(known);
    m_groupButtons->setVisible(known);
    m_groupsHint->setText(known ? tr("Tick the groups, or enter others below.")
                                : tr("This number has not told which groups it has. Enter them below."));
    m_listing = false;
}

void StormCalculator::setChecked(bool checked)
{
    m_listing = true;
    for (int i = 0; i < m_groups->topLevelItemCount(); ++i)
        m_groups->topLevelItem(i)->setCheckState(0, checked ? Qt::Checked : Qt::Unchecked);
    m_listing = false;
    answer();
}

std::vector<quint32> StormCalculator::chosenGroups() const
{
    std::vector<quint32> groups;
    for (int i = 0; i < m_groups->topLevelItemCount(); ++i) {
        const auto *item = m_groups->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked)
            groups.push_back(item->data(0, kMembersRole).toUInt());
    }
    if (const auto entered = groupsFromText(m_entered->text()))
        groups.insert(groups.end(), entered->begin(), entered->end());
    return groups;
}

void StormCalculator::answer()
{
    const QString text = m_entered->text().trimmed();
    m_enteredWrong->setVisible(!text.isEmpty() && !groupsFromText(text));
    const auto question = questionAbout(m_node, chosenGroups());
    if (question.groups.empty()) {
        m_result->setText(tr("Choose at least one group."));
        m_bar->setSpent({}, 0, {}, tr("Nothing chosen."));
        m_warning->hide();
        return;
    }
    const auto answer = costOf(question);
    m_result->setText(costSentences(question, answer).join(u'\n'));
    const QString why = !(question.tps > 0)  ? tr("The budget is not known.")
                        : answer.nothingLeft ? tr("Other traffic leaves nothing of the budget.")
                                             : tr("No receipts are told.");
    m_bar->setSpent(answer.spent, question.tps > 0 ? question.otherPerSecond / question.tps : 0, answer.spentOver, why);
    const QString warning = costWarning(question, answer);
    m_warning->setVisible(!warning.isEmpty());
    m_warning->setContent(answer.overflows ? Mark::Critical : Mark::Warning, warning);
}

} // namespace barograph
