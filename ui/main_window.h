// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "frame/frame.h"
#include "health/database_stats.h"
#include "help/key_hint.h"
#include "markers/annotation.h"
#include "palette/command.h"
#include "panels/node_view/panel_id.h"
#include "report/report_request.h"
#include "setup/config_edit.h"
#include "setup/node_test.h"
#include "setup/route_offer.h"
#include "setup/secrets_status.h"
#include "theme/theme.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"
#include "timeline/timeline_tile.h"
#include "window/frame_pump.h"

#include <QMainWindow>
#include <QVariantMap>

#include <memory>

namespace barograph {

class Announcer;
class CommandPalette;
class ControlFlow;
class FrameDisplay;
class MarkerBook;
class PageSwitch;
class SetupFlow;
class SideWindows;
struct MainMenu;
struct NumbersMenu;
struct WindowParts;

/// The one window. Holds no state of the business: everything shown comes from a Frame, everything wanted leaves as a
/// signal with a value. Can be run from recorded frames with no app behind it. Itself it only puts together what stands
/// in window/ and beside it, and hands each frame, wish and answer to whom it belongs. GUI thread only.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using FrameSource = FramePump::Source;
    using Clock = FramePump::Clock;

    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    void setVisible(bool visible) override;

    /// Asked ten times a second while the window can be seen; must not block. A null frame leaves the last one.
    void setFrameSource(FrameSource source);
    /// The clock that ages are measured against; the system's unless told otherwise.
    void setClock(Clock clock) { m_pump->setClock(std::move(clock)); }
    /// Shown where no node is configured yet.
    void setConfigPath(const QString &path);
    /// Where raw bodies are recorded to; told before a recording starts.
    void setCaptureFolder(const QString &path);
    /// The window shows a demo, whose configuration is forgotten with it.
    void setDemo(bool demo);
    /// Ticks the entry of the menu; does not apply the theme.
    void setThemeChoice(ThemeChoice choice);
    /// The same for the language: of core/language_choice.h.
    void setLanguageChoice(const QString &choice);
    /// Outcomes of earlier runs, newest last.
    void setControlHistory(const std::vector<ControlResult> &results);
    /// In the node view.
    void chooseNode(const QString &id);
    /// More for the command palette, asked whenever it opens.
    void addCommands(CommandSource source);
    /// More for the sheet of shortcuts: keys that a widget handles by itself.
    void addKeyHints(KeyHintSource source);
    /// Brings the Webhooks tab of the chosen node to the front.
    void showWebhooks();
    void showMembers();
    void showNotices();

    /// What is marked on the time axis of each node.
    MarkerBook &markers() { return *m_markers; }
    /// The stretch of time that all charts of the node view share, and what they read. The live edge follows the
    /// frames.
    TimeView &timeView() { return m_time; }
    TimelineStore &timeline() { return m_timeline; }

    /// Window, splitter and panels, for a settings file; before the window is shown. restoreLayout() is false, and
    /// nothing changed, when the data are none of ours. Of an older version, window and splitter are taken, and the
    /// panels stand as usual; of damaged panels whatever can be read, and the view says so.
    QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);
    /// Which page was chosen and how the overview, the wall and the tray are set up, for a settings file.
    QVariantMap choices() const;
    void restoreChoices(const QVariantMap &choices);
    /// Writes what the window shows as an image; the suffix says in which format.
    bool grabToFile(const QString &path);

public Q_SLOTS:
    /// Shows this frame, all of it, now.
    void setFrame(const barograph::FramePtr &frame);
    /// Answer to controlRequested(). One that nobody waits for any more is answered with controlCancelled().
    void showPreview(const barograph::ControlPreview &preview);
    /// How a control ended, also one that could not be previewed (ticket 0) or that ran by itself (timed resume).
    void showResult(const barograph::ControlResult &result);
    /// Answer to webhookUrlRequested(): goes to the clipboard and is never shown.
    void copyWebhookUrl(const QString &url);
    /// Answer to verifyTokenRequested(): goes to the clipboard and is never shown. Empty: there is none.
    void copyVerifyToken(const QString &token);
    /// Answer to saveCertificateRequested(); `text` says where it is or, not ok, what went wrong.
    void certificateSaved(bool ok, const QString &text);
    /// Answer to exportReportRequested().
    void reportFinished(bool ok, const QString &text);
    /// All configured nodes, in their order, whenever that changes: what the dialogs start from.
    void setNodeConfigs(const std::vector<barograph::NodeConfig> &nodes);
    void setSecretsStatus(const barograph::SecretsStatus &status);
    /// Answer to configEditRequested(); ticket 0: the file was changed by hand.
    void configEdited(const barograph::ConfigEditResult &result);
    /// Answers to nodeTestRequested().
    void showNodeTest(const barograph::NodeTestReport &report);
    /// Answer to routeOfferRequested().
    void showRouteOffer(const barograph::RouteOffer &offer);
    /// Answer to selfTestRequested().
    void showSelfTest(const barograph::SelfTestResult &result);
    /// Answer to databaseStatsRequested(). One that nobody waits for any more is dropped.
    void showDatabaseStats(const barograph::DatabaseStats &stats);
    /// Answer to markersWanted().
    void takeMarkers(const barograph::MarkerSpan &span);
    /// Answer to annotationRequested() and annotationRemovalRequested().
    void takeAnnotationAnswer(const barograph::AnnotationAnswer &answer);
    /// To the front, from wherever it is: the tray, minimised, behind others.
    void bringUp();
    /// Opens the wizard.
    void addNumber();
    /// Something went wrong that no frame tells, e.g. the history cannot be written. Stays until dismissed.
    void showError(const QString &text);

Q_SIGNALS:
    /// A preview is wanted; nothing may be written yet.
    void controlRequested(const barograph::ControlRequest &request);
    /// The request of that preview, completed by reason and timing.
    void controlConfirmed(quint64 ticket, const barograph::ControlRequest &request);
    void controlCancelled(quint64 ticket);
    void webhookUrlRequested(const QString &nodeId);
    void verifyTokenRequested(const QString &nodeId);
    /// `on`: record raw bodies for `length`, agreed to. Not `on`: stop now, `length` is 0.
    void captureRequested(const QString &nodeId, bool on, barograph::Seconds length);
    /// Absolute path of a PEM file; overwriting was agreed to.
    void saveCertificateRequested(const QString &path);
    void resetPeakRequested(const QString &nodeId);
    /// The operator has seen the settings of this node that somebody else changed.
    void driftDismissed(const QString &nodeId);
    void exportReportRequested(const barograph::ExportReportRequest &request);
    /// Close the demo, open the operator's own configuration and call addNumber().
    void leaveDemoRequested();
    /// Close the operator's own configuration and open the demo in its place.
    void tryDemoRequested();
    void configEditRequested(const barograph::ConfigEditRequest &request);
    /// Tries out what stands in a dialog; nothing is saved.
    void nodeTestRequested(const barograph::NodeTestRequest &request);
    void nodeTestCancelled(quint64 ticket);
    void routeOfferRequested(const QString &nodeId);
    /// Send a test callback through the real listener and see it arrive.
    void selfTestRequested(const QString &nodeId);
    void secretsChosen(const barograph::SecretsChoice &choice);
    /// Ask GET /v1/stats/db once; the operator was warned that it is slow and was asked.
    void databaseStatsRequested(const QString &nodeId);
    /// Stored markers of [from, to) of this node are looked at.
    void markersWanted(const QString &nodeId, barograph::UtcTime from, barograph::UtcTime to);
    void annotationRequested(const barograph::AnnotationRequest &request);
    void annotationRemovalRequested(const barograph::AnnotationRemoval &removal);
    /// Passed on to whoever has an editor open.
    void annotationAnswered(const barograph::AnnotationAnswer &answer);
    /// Already applied; to be remembered.
    void themeChosen(barograph::ThemeChoice choice);
    /// To be remembered for the next start.
    void languageChosen(const QString &choice);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void connectFrames();
    void connectMenu();
    void connectSetup();
    void connectView();
    void connectControls();
    void connectSideWindows();
    template<typename Wish> auto aboutChosen(Wish wish);
    void startControl(const ControlRequest &request);
    void showPanel(PanelId id);
    void chooseLanguage(const QString &choice);
    FramePump::Viewers viewers() const;

    TimeView m_time;
    TimelineStore m_timeline;
    std::unique_ptr<MainMenu> m_menu;
    std::unique_ptr<NumbersMenu> m_numbers;
    FramePump *m_pump;
    MarkerBook *m_markers;
    std::unique_ptr<const WindowParts> m_parts;
    PageSwitch *m_switch = nullptr;
    ControlFlow *m_flow;
    SetupFlow *m_setup;
    SideWindows *m_beside;
    CommandPalette *m_palette;
    Announcer *m_announcer;
    std::unique_ptr<FrameDisplay> m_display;
    std::vector<KeyHintSource> m_keyHints;
    QString m_configNotice; ///< the last change that was refused, while it may stand in the banner
};

} // namespace barograph
