// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "frame/frame.h"
#include "markers/annotation.h"
#include "panels/node_view/panel_body.h"
#include "panels/node_view/panel_id.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QMenu;
class QStackedWidget;
QT_END_NAMESPACE

namespace barograph {

class ConditionStrip;
class ControlsPanel;
class DockArea;
class EventLogPanel;
class HistoryPanel;
class LayoutsDialog;
class MarkerBook;
class NodeCharts;
class NodeHeader;
class NodeLayouts;
class TimeView;
class TimelineStore;
class ViewActions;
class ViewBar;
class ViewHistory;
class ViewOptionWatch;

/// Everything about the chosen number: the sentence that matters, the time that is looked at, and the panels, which the
/// operator places. A panel that cannot be seen is not renewed at all, and is as soon as it can. GUI thread.
class NodeView : public QWidget
{
    Q_OBJECT

public:
    /// All three outlive it.
    NodeView(TimeView &view, TimelineStore &store, MarkerBook &markers, QWidget *parent = nullptr);
    ~NodeView() override;

    /// Moves the charts; cheap enough for each frame.
    void advance(const FramePtr &frame, const NodeFrame &node, UtcTime now);
    /// Renews the figures and tables; a few times a second is all that can be read.
    void setFigures(const FramePtr &frame, const NodeFrame &node, UtcTime now);
    /// No number is chosen.
    void showNothing();
    void setControlsEnabled(bool enabled);
    void setHistory(const std::vector<ControlResult> &results);
    void addResult(const ControlResult &result);
    /// How a note that was written in this view ended.
    void takeAnnotationAnswer(const AnnotationAnswer &answer);

    /// Opens the panel and brings it to the front.
    void showPanel(PanelId id);
    /// It can be seen at this moment.
    bool isPanelShown(PanelId id) const;
    /// Some of it can be seen: also only a panel that was torn off, while the window is minimised.
    bool isWatched() const;
    std::pair<UtcSecond, UtcSecond> chartRange() const;

    DockArea &area() const { return *m_area; }
    NodeLayouts &layouts() const { return *m_layouts; }
    ViewHistory &history() const { return *m_steps; }
    /// Everything that can be done to the view, for the menu bar. Its shortcuts work once it is in one.
    QMenu *panelsMenu() const;

    /// All layouts and the present arrangement. restoreLayout() before the window is shown; what it cannot read is
    /// replaced by the usual layout and told in the view.
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    /// Reason and timing are still to be asked for.
    void controlRequested(const barograph::ControlRequest &request);
    void verifyTokenRequested();
    void captureRequested(bool on);
    /// The operator has seen the settings that somebody else changed.
    void driftDismissed(const QString &nodeId);
    /// What would a message to groups of this number cost?
    void stormCostRequested();
    void annotationRequested(const barograph::AnnotationRequest &request);
    void annotationRemovalRequested(const barograph::AnnotationRemoval &removal);

public Q_SLOTS:
    void pauseQueue();
    void resumeQueue();
    void focusCallbacks();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makePanels(MarkerBook &markers);
    /// One line adds a panel: `make` returns its widget, with any of the functions that bodyOf() knows.
    template<typename Make> void addPanel(PanelId id, Make make);
    EventLogPanel *makeEventLog();
    ControlsPanel *makeControls();
    HistoryPanel *makeHistory();
    void renewShown();
    void setGrey(bool grey);
    void openLayouts();

    TimeView &m_view;
    TimelineStore &m_store;
    FramePtr m_frame; ///< what was shown last, for panels that come into sight
    NodeFrame m_staleNode;
    QString m_nodeId;
    UtcTime m_now{};
    bool m_grey = false;
    bool m_controlFailed = false;
    bool m_controlsEnabled = true;
    NodeHeader *m_header;
    ConditionStrip *m_condition;
    QStackedWidget *m_pages;
    QWidget *m_nothing;
    QWidget *m_content;
    DockArea *m_area;
    ViewHistory *m_steps;
    ViewOptionWatch *m_options;
    NodeLayouts *m_layouts;
    ViewBar *m_bar;
    ViewActions *m_actions = nullptr;
    NodeCharts *m_charts = nullptr;
    EventLogPanel *m_log = nullptr;
    ControlsPanel *m_controls = nullptr;
    HistoryPanel *m_historyPanel = nullptr;
    QPointer<LayoutsDialog> m_layoutsDialog;
};

} // namespace barograph
