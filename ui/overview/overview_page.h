// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/overview_model.h"
#include "text/situation.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace barograph {

class SituationBar;
class TileGrid;

/// All nodes at a glance: one sentence, and a tile for each. Any letter starts the filter, Escape ends it.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    /// A few times a second while it is shown. `frame` may not be null.
    void setFrame(const FramePtr &frame, const SteadyTrouble &troubles, const Situation &situation, UtcTime now);
    /// Empty: none, or it is filtered out.
    QString chosenId() const;
    void choose(const QString &id);
    void setOrder(TileOrder order);
    TileOrder order() const { return m_tiles->order(); }
    /// Puts the cursor into the filter.
    void startFilter(const QString &text = {});
    TileGrid &grid() { return *m_grid; }

Q_SIGNALS:
    void chosen(const QString &id);
    void opened(const QString &id);
    void menuRequested(const QPoint &globalPos);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFilter();
    void endFilter();
    void updateCount();

    OverviewModel *m_tiles;
    SituationBar *m_situation;
    QLineEdit *m_filter;
    QLabel *m_count;
    QComboBox *m_order;
    QLabel *m_none;
    TileGrid *m_grid;
};

} // namespace barograph
