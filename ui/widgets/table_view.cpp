// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table_view.h"

#include "core/reading.h"
#include "items/roles.h"
#include "theme/colors.h"
#include "widgets/font_scaled.h"
#include "widgets/truth_mark.h"

#include <QApplication>
#include <QHash>
#include <QHeaderView>
#include <QPainter>

namespace barograph {

namespace {

constexpr int kCellMarkSide = 8;

/// The truth's shape as an icon; painted once for each colour.
QIcon truthIcon(Truth truth, const QColor &color)
{
    static QHash<std::pair<std::pair<int, int>, QRgb>, QIcon> made;
    const int side = fontScaled(kCellMarkSide, QApplication::font());
    QIcon &icon = made[{{static_cast<int>(truth), side}, color.rgba()}];
    if (icon.isNull()) {
        const qreal ratio = qApp->devicePixelRatio();
        QPixmap pixmap(QSize(side, side) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintTruthMark(painter, QRectF(0.5, 0.5, side - 1, side - 1), truth, false, color);
        painter.end();
        icon = QIcon(pixmap);
    }
    return icon;
}

/// Cells without a value go to the end, whichever way the rest is sorted.
class UnknownLast : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool hasLeft = left.data(SortRole).isValid();
        const bool hasRight = right.data(SortRole).isValid();
        if (hasLeft != hasRight)
            return sortOrder() == Qt::AscendingOrder ? hasLeft : hasRight;
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

} // namespace

void TruthDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant truth = index.data(TruthRole);
    if (!truth.isValid())
        return;
    const ThemeColors &colors = themeColors(option->palette);
    // Not on the chosen row: there only the palette's own pair can be read.
    const auto ink = [&](const QColor &color) { option->palette.setColor(QPalette::Text, color); };
    switch (static_cast<Truth>(truth.toInt())) {
    case Truth::Measured:
        return;
    case Truth::Estimated:
        break;
    case Truth::Stale:
        ink(colors.warning);
        break;
    case Truth::NotMeasured:
        ink(colors.info);
        break;
    case Truth::Unknown:
    case Truth::NotSupported:
        ink(colors.faintText);
        break;
    }
    option->font.setItalic(true);
    // Before the words, as everywhere, unless the cell has a mark of its own.
    if (option->icon.isNull()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        const int side = fontScaled(kCellMarkSide, option->font);
        option->decorationSize = QSize(side, side);
        option->icon = truthIcon(static_cast<Truth>(truth.toInt()), option->palette.color(QPalette::Text));
    }
}

TableView::TableView(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
    , m_sorted(new UnknownLast(this))
{
    m_sorted->setSourceModel(model);
    m_sorted->setSortRole(SortRole);
    m_sorted->setDynamicSortFilter(true);
    setModel(m_sorted);
    setAccessibleName(accessibleName);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSortingEnabled(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setTextElideMode(Qt::ElideRight);
    setAlternatingRowColors(true);
    setFrameShape(NoFrame);
    setItemDelegate(new TruthDelegate(this));
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(true);
}

void TableView::setEmptyText(const QString &text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    viewport()->update();
}

void TableView::sortBy(int column, Qt::SortOrder order)
{
    sortByColumn(column, order);
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_sorted->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(themeColors(palette()).faintText);
    painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace barograph
