// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/account_section.h"

#include "text/conservation.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/visibility_text.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"
#include "widgets/value_label.h"

#include <QGridLayout>

namespace barograph {

namespace {

/// Names and numbers of what is counted apart stand in this many columns.
constexpr int kApartColumns = 3;
constexpr int kApartColumnsIfLarge = 2;

ShownValue shownTotal(quint64 count, const QString &how)
{
    return {formatCount(static_cast<qint64>(count)), Truth::Measured, how, false};
}

ShownValue shownVisibility(Visibility visibility, const QString &why)
{
    if (visibility == Visibility::Visible)
        return {visibilityText(visibility), Truth::Measured, {}, false};
    return {visibilityText(visibility), Truth::NotSupported, why, visibility == Visibility::NotVisible};
}

QLabel *columnHead(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

AccountSection::AccountSection(QWidget *parent)
    : QWidget(parent)
    , m_sum(new MarkLabel(this))
    , m_apartSum(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    m_sum->setWordWrap(true);
    m_sum->setAccessibleName(tr("Events of this number, accounted for"));
    m_apartSum->setWordWrap(true);
    m_apartSum->setTextFormat(Qt::PlainText);
    m_apartSum->setAccessibleName(tr("Counted apart, by kind"));
    auto *visibility = new QGridLayout;
    addVisibility(*visibility);
    auto *apart = new QGridLayout;
    addApart(*apart);
    layout->addWidget(m_sum);
    layout->addWidget(m_apartSum);
    layout->addLayout(visibility);
    QLabel *about =
        columnHead(tr("Counted apart since the journal begins. None of these spends TPS by itself, as far as "
                      "is known."),
                   this);
    about->setWordWrap(true);
    layout->addWidget(about);
    layout->addLayout(apart);
}

void AccountSection::addVisibility(QGridLayout &grid)
{
    grid.setHorizontalSpacing(18);
    grid.setVerticalSpacing(2);
    grid.setColumnStretch(2, 1);
    grid.setColumnStretch(3, 1);
    grid.addWidget(columnHead(tr("Counted"), this), 0, 1, Qt::AlignRight);
    grid.addWidget(columnHead(tr("In single chats"), this), 0, 2);
    grid.addWidget(columnHead(tr("In groups"), this), 0, 3);
    for (const EventKind kind : kEventKinds) {
        const int at = static_cast<int>(indexOf(kind)) + 1;
        const QString name = eventKindText(kind);
        KindRow &row = m_kinds[indexOf(kind)];
        row.counted = new ValueLabel(tr("%1, counted since the journal begins").arg(name), this);
        row.alone = new ValueLabel(tr("%1 in single chats").arg(name), this);
        row.group = new ValueLabel(tr("%1 in groups").arg(name), this);
        row.alone->setWordWrap(true);
        row.group->setWordWrap(true);
        grid.addWidget(new QLabel(name, this), at, 0);
        grid.addWidget(row.counted, at, 1, Qt::AlignRight);
        grid.addWidget(row.alone, at, 2);
        grid.addWidget(row.group, at, 3);
    }
}

void AccountSection::addApart(QGridLayout &grid)
{
    grid.setHorizontalSpacing(8);
    grid.setVerticalSpacing(2);
    const int columns = isLarge(font()) ? kApartColumnsIfLarge : kApartColumns;
    const int rows = (static_cast<int>(kApartKindCount) + columns - 1) / columns;
    for (int i = 0; i < static_cast<int>(kApartKindCount); ++i) {
        const QString name = apartKindText(static_cast<ApartKind>(i));
        auto *value = new ValueLabel(tr("%1, counted apart").arg(name), this);
        m_apart[static_cast<std::size_t>(i)] = value;
        const int column = i / rows * 3;
        grid.addWidget(new QLabel(name, this), i % rows, column);
        grid.addWidget(value, i % rows, column + 1, Qt::AlignRight);
        grid.setColumnMinimumWidth(column + 2, 16);
    }
    grid.setColumnStretch(3 * columns, 1);
}

void AccountSection::setNode(const NodeFrame &node)
{
    const QString sum = conservationText(node.ingest);
    m_sum->setContent(isConserved(node.ingest) ? Mark::Ok : Mark::Critical, sum);
    m_sum->setAccessibleDescription(sum);
    const QString apartSum = apartSumText(node.ingest, node.apart);
    m_apartSum->setText(apartSum);
    m_apartSum->setVisible(!apartSum.isEmpty());
    for (const EventKind kind : kEventKinds) {
        const KindRow &row = m_kinds[indexOf(kind)];
        const QString why = visibilityWhy(node.kind, node.visibility, kind);
        if (node.visibility.isBlindFor(kind))
            row.counted->setValue({visibilityText(Visibility::NotVisible), Truth::NotSupported, why, true});
        else
            row.counted->setValue(shownTotal(node.totals[kind], tr("Since the journal begins.")));
        row.alone->setValue(shownVisibility(node.visibility.individual[kind], why));
        row.group->setValue(shownVisibility(node.visibility.group[kind], why));
    }
    for (std::size_t i = 0; i < kApartKindCount; ++i)
        m_apart[i]->setValue(shownTotal(node.apart[i], tr("Since the journal begins.")));
}

} // namespace barograph
