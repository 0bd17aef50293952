// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/topology_tiles.h"

#include <QWidget>

namespace barograph {

/// A node's members drawn as what they are: a row of masters, a row of those that are or should be connected and those
/// that stand by, places that are empty, and an arrow where one took over from another. Each state has words, a mark
/// and an outline of its own. Small places where there are many: 32 shards and their spares fit into 700 × 180.
///
/// Not in the tab order: the table beside it says the same to the keyboard and to screen readers.
class TopologyPicture : public QWidget
{
    Q_OBJECT

public:
    explicit TopologyPicture(QWidget *parent = nullptr);

    void setTopology(const TopologyView &topology, const QString &nodeName, bool fresh, UtcTime now);
    /// Shown while nothing is known.
    void setEmptyText(const QString &text);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Placed
    {
        const TopologyPlace *place = nullptr;
        QRect rect;
    };
    struct Layout
    {
        std::vector<std::pair<QRect, QString>> headings;
        std::vector<Placed> places;
        bool compact = false;
        int height = 0;
    };

    Layout arrange(int width) const;
    void paintPlace(QPainter &painter, const Placed &placed, bool compact) const;
    void paintArrow(QPainter &painter, const Layout &layout) const;

    std::vector<TopologyRow> m_rows;
    std::optional<FailoverView> m_failover; ///< while it is worth an arrow
    QString m_failoverText;
    QString m_emptyText;
};

} // namespace barograph
