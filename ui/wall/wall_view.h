// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overview_tile.h"
#include "theme/icons.h"

#include <QWidget>

#include <vector>

namespace barograph {

/// What the wall shows at one moment.
struct WallContent
{
    std::vector<OverviewTile> tiles; ///< one: that node, large. More: all of them
    bool all = false;                ///< the tiles, also where there is only one
    QString sentence;                ///< what matters: of the node, or of all
    Mark mark = Mark::Unknown;       ///< that goes with the sentence
    QString clock;                   ///< with the time zone
    QString place;                   ///< "2 of 8, next in 12 s"
    QString stale;                   ///< not empty: "The data are 12 s old"
    QString keys;                    ///< what the keys do

    friend bool operator==(const WallContent &, const WallContent &) = default;
};

/// Paints the wall so that it can be read from four metres on a screen of a metre: the smallest text is a thirtieth of
/// the height, what matters a twelfth or more. Painted when its content changes, at most a few times a second.
class WallView : public QWidget
{
    Q_OBJECT

public:
    explicit WallView(QWidget *parent = nullptr);

    void setContent(const WallContent &content);
    const WallContent &content() const { return m_content; }

    QSize sizeHint() const override { return {1280, 720}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintNode(QPainter &painter, const QRect &area, const OverviewTile &tile) const;
    /// Flush right; returns what is left of the row.
    QRect paintSimulated(QPainter &painter, QRect row) const;
    void paintFigures(QPainter &painter, const QRect &area, const OverviewTile &tile) const;
    void paintChart(QPainter &painter, const QRect &area, const OverviewTile &tile) const;
    void paintTiles(QPainter &painter, const QRect &area) const;
    void paintTile(QPainter &painter, const QRect &rect, const OverviewTile &tile) const;
    void paintFoot(QPainter &painter, const QRect &row) const;
    QFont sized(double partOfHeight, bool bold = false) const;

    WallContent m_content;
};

} // namespace barograph
