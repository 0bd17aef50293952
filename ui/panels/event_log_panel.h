// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlog/event_log_model.h"
#include "markers/annotation.h"
#include "timeline/time_view.h"

#include <QWidget>

namespace barograph {

class AnnotationStrip;
class EventFilterBar;
class EventTable;

/// The newest events, one by one: filtered, followed live, and tied to the charts by the cursor that all share. Costs
/// next to nothing while it is hidden.
class EventLogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventLogPanel(TimeView &view, QWidget *parent = nullptr);

    /// Cheap enough for each frame. Shows events of `node`, unless those of all nodes are wanted.
    void setFrame(const FramePtr &frame, const NodeFrame &node, UtcTime now);
    /// Opens the line for a note at that moment, or for one that is there already.
    void noteAt(UtcTime at);
    void editNote(const Marker &note);
    /// Puts the keyboard into the filter line.
    void focusFilter();
    /// Where that moment is, without choosing a row.
    void showMoment(UtcTime at);

public Q_SLOTS:
    /// How a note that was written here ended.
    void takeAnswer(const barograph::AnnotationAnswer &answer);

Q_SIGNALS:
    void annotationRequested(const barograph::AnnotationRequest &request);
    void annotationRemovalRequested(const barograph::AnnotationRemoval &removal);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void beginNote();
    void takeFrame();
    void applyFilter();
    void updateClock();
    void updateCounts();
    void followCursor();
    void pointAt(int row);
    void takeCursorBack();
    void onKey(int key);
    void openMenu(const QPoint &at);
    void addTerm(HashField field, quint32 hash);
    void goToMoment(int row);
    void copy(bool asCsv);
    int chosenRow() const;
    QString timeText(UtcTime at) const;
    QString isoText(UtcTime at) const;

    TimeView &m_view;
    FramePtr m_frame;
    FramePtr m_taken; ///< the one that the model has
    QString m_nodeId;
    NodeIndex m_node = 0;
    UtcTime m_now{};
    qint64 m_day = -1; ///< local, of m_now
    qint64 m_dayBeginMs = 0;
    qint64 m_dayEndMs = 0; ///< as m_dayBeginMs when the day has no fixed offset
    int m_utcOffset = -1;  ///< seconds; −1: not looked at yet
    EventLogModel *m_model;
    EventFilterBar *m_bar;
    EventTable *m_table;
    AnnotationStrip *m_note;
    std::optional<UtcTime> m_noteWanted;
    bool m_pointing = false;    ///< the cursor is ours
    bool m_setsCursor = false;  ///< just now
    bool m_wasFollowing = true; ///< before a crosshair led away from the newest events
    bool m_led = false;         ///< by a crosshair
};

} // namespace barograph
