// SPDX-License-Identifier: GPL-3.0-or-later
// Controls from preview to verified result, through the poller's thread, with everything that can go wrong.
#include "controls/audit_log.h"
#include "controls/control_service.h"
#include "nodes/poller.h"
#include "secrets/session_store.h"

#include "fake_node.h"
#include "test_case.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace barograph;

namespace {

const QString kNode = QStringLiteral("support-eu");

/// A whole outgoing side with data of its own; may be taken down and set up again like the program.
class Rig
{
public:
    explicit Rig(FakeNode &node)
        : m_node(node)
    {
        secrets.keepForSession(kNode, SecretName::kPassword, Secret(node.password));
        start();
    }
    ~Rig() { stop(); }

    void start(bool withNode = true)
    {
        m_poller = std::make_unique<Poller>(secrets, HttpLimits{Millis{1000}, Millis{2000}});
        m_service = std::make_unique<ControlService>(*m_poller, auditFile(), m_folder.path());
        QObject::connect(m_service.get(), &ControlService::previewReady, m_service.get(),
                         [this](const ControlPreview &preview) { previews.push_back(preview); });
        QObject::connect(m_service.get(), &ControlService::previewFailed, m_service.get(),
                         [this](const ControlResult &result) { failedPreviews.push_back(result); });
        QObject::connect(m_service.get(), &ControlService::finished, m_service.get(),
                         [this](const ControlResult &result) { results.push_back(result); });
        QObject::connect(m_service.get(), &ControlService::pauseNoted, m_service.get(),
                         [this](const PauseNote &note) { notes.push_back(note); });
        std::vector<PolledNode> nodes;
        if (withNode)
            nodes.push_back({0, m_node.config()});
        m_poller->start(nodes);
    }
    void stop()
    {
        m_service.reset();
        m_poller.reset();
    }

    std::optional<ControlPreview> preview(const ControlRequest &request)
    {
        previews.clear();
        failedPreviews.clear();
        m_service->prepare(request);
        if (!QTest::qWaitFor([this] { return !previews.empty() || !failedPreviews.empty(); }, 10'000))
            qFatal("neither a preview nor a failure came");
        return previews.empty() ? std::nullopt : std::optional(previews.back());
    }
    ControlResult confirm(quint64 ticket, const ControlRequest &request)
    {
        results.clear();
        m_service->confirm(ticket, request);
        return nextResult();
    }
    ControlResult nextResult(int timeoutMs = 15'000)
    {
        if (!QTest::qWaitFor([this] { return !results.empty(); }, timeoutMs))
            qFatal("no result came");
        return results.back();
    }
    ControlResult carryOut(const ControlRequest &request)
    {
        const auto shown = preview(request);
        if (!shown)
            qFatal("no preview: %s", qPrintable(failedPreviews.back().detail));
        return confirm(shown->ticket, request);
    }

    ControlService &service() { return *m_service; }
    QString folder() const { return m_folder.path(); }
    QString auditFile() const { return m_folder.filePath(QStringLiteral("audit.jsonl")); }
    std::vector<ControlResult> audit() const
    {
        return loadAudit(auditFile(), kNode, UtcTime{}, utcNow() + Millis{1000});
    }
    QByteArray auditText() const
    {
        QFile file(auditFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    SessionSecretStore secrets{{}, SessionSecretStore::Keychain::DoNotUse};
    std::vector<ControlPreview> previews;
    std::vector<ControlResult> failedPreviews;
    std::vector<ControlResult> results;
    std::vector<PauseNote> notes;

private:
    FakeNode &m_node;
    QTemporaryDir m_folder;
    std::unique_ptr<Poller> m_poller;
    std::unique_ptr<ControlService> m_service;
};

ControlRequest receiptsOff(const QString &reason = QStringLiteral("group storm"))
{
    return SetCallbacksRequest{kNode, {true, true, false}, reason};
}

ControlRequest pause(const QString &reason, std::optional<Millis> resumeAfter = std::nullopt)
{
    return PauseQueueRequest{kNode, reason, resumeAfter};
}

} // namespace

class TestControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesCallbacksOffAndRestoresThem()
    {
        FakeNode node;
        Rig rig(node);
        const QJsonObject before = node.webhooks();
        const auto shown = rig.preview(receiptsOff({}));
        QVERIFY(shown.has_value());
        QCOMPARE(shown->title, QStringLiteral("Switch read callbacks off on Support EU"));
        QCOMPARE(shown->nodeName, QStringLiteral("Support EU"));
        QVERIFY(shown->target.startsWith(QStringLiteral("PATCH http://127.0.0.1:")));
        QCOMPARE(shown->changes.size(), std::size_t{1});
        QCOMPARE(shown->changes.front().what, QStringLiteral("webhooks.message.read"));
        QCOMPARE(shown->changes.front().before, QStringLiteral("on"));
        QCOMPARE(shown->changes.front().after, QStringLiteral("off"));
        QVERIFY(shown->consequences.join(QLatin1Char(' ')).contains(QStringLiteral("not measured")));
        QVERIFY2(node.callback(QStringLiteral("read")), "the preview already wrote");

        const ControlResult off = rig.confirm(shown->ticket, receiptsOff());
        QVERIFY2(off.outcome == ControlOutcome::Verified, qPrintable(off.detail));
        QVERIFY(off.restorable);
        QVERIFY(!node.callback(QStringLiteral("read")));
        // Everything else of `webhooks` was written back as it was, also what we do not know.
        QJsonObject expected = before;
        QJsonObject message = expected.value(QStringLiteral("message")).toObject();
        message.insert(QStringLiteral("read"), false);
        expected.insert(QStringLiteral("message"), message);
        QCOMPARE(node.webhooks(), expected);

        const ControlResult restored = rig.carryOut(RestoreRequest{kNode, off.id, QStringLiteral("storm over")});
        QVERIFY2(restored.outcome == ControlOutcome::Verified, qPrintable(restored.detail));
        QCOMPARE(node.webhooks(), before);
        QCOMPARE(rig.audit().size(), std::size_t{2});
    }

    void putsBackWhatTheNodeLost()
    {
        FakeNode node;
        Rig rig(node);
        const QJsonObject before = node.webhooks();
        const ControlResult off = rig.carryOut(receiptsOff());
        QJsonObject lost = node.webhooks();
        lost.insert(QStringLiteral("url"), QString());
        lost.insert(QStringLiteral("max_concurrent_requests"), 24);
        node.settings.insert(QStringLiteral("webhooks"), lost);
        const auto shown = rig.preview(RestoreRequest{kNode, off.id, {}});
        QVERIFY(shown.has_value());
        QString all = shown->consequences.join(QLatin1Char('\n'));
        for (const auto &change : shown->changes)
            all += change.what + change.before + change.after;
        QVERIFY2(all.contains(QStringLiteral("https://ops.example:8443/hook/•••")), qPrintable(all));
        QVERIFY2(!all.contains(QStringLiteral("c2VjcmV0")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("webhooks.max_concurrent_requests was changed since")), qPrintable(all));
        const ControlResult restored =
            rig.confirm(shown->ticket, RestoreRequest{kNode, off.id, QStringLiteral("undo")});
        QVERIFY2(restored.outcome == ControlOutcome::Verified, qPrintable(restored.detail));
        QCOMPARE(node.webhooks().value(QStringLiteral("url")), before.value(QStringLiteral("url")));
        QCOMPARE(node.webhooks().value(QStringLiteral("max_concurrent_requests")).toInt(), 24);
        QVERIFY(node.callback(QStringLiteral("read")));
    }

    void worksWithClientsThatOnlyKnowSentStatus()
    {
        FakeNode node;
        QJsonObject webhooks = node.webhooks();
        webhooks.remove(QStringLiteral("message"));
        node.settings.insert(QStringLiteral("webhooks"), webhooks);
        Rig rig(node);
        QVERIFY(!rig.preview(receiptsOff()));
        QVERIFY2(rig.failedPreviews.back().detail.contains(QStringLiteral("2.41.2")),
                 qPrintable(rig.failedPreviews.back().detail));
        const ControlRequest sentOff = SetCallbacksRequest{kNode, {false, true, true}, QStringLiteral("campaign")};
        const ControlResult off = rig.carryOut(sentOff);
        QVERIFY2(off.outcome == ControlOutcome::Verified, qPrintable(off.detail));
        QCOMPARE(node.settings.value(QStringLiteral("sent_status")).toBool(true), false);
        QCOMPARE(node.webhooks(), webhooks);
    }

    void refusesWhatCannotBeVerified()
    {
        FakeNode node;
        node.settings.remove(QStringLiteral("sent_status"));
        node.settings.insert(QStringLiteral("webhooks"), QJsonObject{{QStringLiteral("url"), QString()}});
        Rig rig(node);
        QVERIFY(!rig.preview(receiptsOff()));
        QCOMPARE(rig.failedPreviews.back().outcome, ControlOutcome::Failed);
        QCOMPARE(node.server().countOf("PATCH", QStringLiteral("/v1/settings/application")), 0);
    }

    void isUnverifiedWhenTheNodeIgnoresIt()
    {
        FakeNode node;
        node.ignorePatch = true;
        Rig rig(node);
        const ControlResult result = rig.carryOut(receiptsOff());
        QVERIFY2(result.outcome == ControlOutcome::Unverified, qPrintable(result.detail));
        QVERIFY2(result.detail.contains(QStringLiteral("still has \"read\" callbacks on")), qPrintable(result.detail));
        QVERIFY(result.restorable);
        QCOMPARE(rig.audit().back().outcome, ControlOutcome::Unverified);
    }

    void failsWhenTheNodeRefuses()
    {
        FakeNode node;
        node.patchStatus = 500;
        Rig rig(node);
        const ControlResult result = rig.carryOut(receiptsOff());
        QVERIFY2(result.outcome == ControlOutcome::Failed, qPrintable(result.detail));
        QVERIFY(!result.restorable);
        QVERIFY(node.callback(QStringLiteral("read")));
    }

    void readsBackAfterAnErrorToo()
    {
        FakeNode node;
        node.patchStatus = 500;
        node.applyDespiteError = true;
        Rig rig(node);
        const ControlResult result = rig.carryOut(receiptsOff());
        QVERIFY2(result.outcome == ControlOutcome::Verified, qPrintable(result.detail));
        QVERIFY2(result.detail.contains(QStringLiteral("although")), qPrintable(result.detail));
    }

    void writesNothingWhenTheStateChangedMeanwhile()
    {
        FakeNode node;
        Rig rig(node);
        const auto shown = rig.preview(receiptsOff());
        QVERIFY(shown.has_value());
        QJsonObject changed = node.webhooks();
        changed.insert(QStringLiteral("max_concurrent_requests"), 24);
        node.settings.insert(QStringLiteral("webhooks"), changed);
        const ControlResult result = rig.confirm(shown->ticket, receiptsOff());
        QCOMPARE(result.outcome, ControlOutcome::Failed);
        QVERIFY2(result.detail.contains(QStringLiteral("changed meanwhile")), qPrintable(result.detail));
        QCOMPARE(node.server().countOf("PATCH", QStringLiteral("/v1/settings/application")), 0);
        QCOMPARE(node.webhooks(), changed);
    }

    void confirmsOnlyWhatWasPreviewed()
    {
        FakeNode node;
        Rig rig(node);
        const auto shown = rig.preview(receiptsOff());
        QVERIFY(shown.has_value());
        const ControlRequest other = SetCallbacksRequest{kNode, {false, false, false}, QStringLiteral("x")};
        QCOMPARE(rig.confirm(shown->ticket, other).outcome, ControlOutcome::Failed);
        QCOMPARE(rig.confirm(shown->ticket, receiptsOff(QStringLiteral("  "))).outcome, ControlOutcome::Failed);
        QVERIFY(node.callback(QStringLiteral("read")));
        // The ticket stands until it is used, and no longer.
        QCOMPARE(rig.confirm(shown->ticket, receiptsOff()).outcome, ControlOutcome::Verified);
        QCOMPARE(rig.confirm(shown->ticket, receiptsOff()).outcome, ControlOutcome::Failed);
    }

    void cancels()
    {
        FakeNode node;
        Rig rig(node);
        const auto shown = rig.preview(receiptsOff());
        QVERIFY(shown.has_value());
        rig.service().cancel(shown->ticket);
        QCOMPARE(rig.nextResult().outcome, ControlOutcome::Cancelled);
        QCOMPARE(rig.confirm(shown->ticket, receiptsOff()).outcome, ControlOutcome::Failed);
        QVERIFY(rig.audit().empty());
    }

    void notesTheIntentBeforeWriting()
    {
        FakeNode node;
        Rig rig(node);
        QByteArray atPatch;
        node.beforePatch = [&] { atPatch = rig.auditText(); };
        rig.carryOut(receiptsOff());
        QVERIFY2(atPatch.contains("\"phase\":\"intent\""), atPatch.constData());
        QVERIFY(!atPatch.contains("\"phase\":\"result\""));
        QVERIFY(rig.auditText().contains("\"phase\":\"result\""));
    }

    void writesNothingWithoutAnAuditTrail()
    {
        FakeNode node;
        Rig rig(node);
        const auto shown = rig.preview(receiptsOff());
        QVERIFY(shown.has_value());
        // A folder in the trail's place: root could write to a file without permissions.
        QVERIFY(QDir().mkpath(rig.auditFile()));
        const ControlResult result = rig.confirm(shown->ticket, receiptsOff());
        QCOMPARE(result.outcome, ControlOutcome::Failed);
        QVERIFY2(result.detail.contains(QStringLiteral("audit trail")), qPrintable(result.detail));
        QVERIFY(node.callback(QStringLiteral("read")));
    }

    void pausesAndResumes()
    {
        FakeNode node;
        Rig rig(node);
        const ControlResult paused = rig.carryOut(pause(QStringLiteral("budget is spent")));
        QVERIFY2(paused.outcome == ControlOutcome::Verified, qPrintable(paused.detail));
        QVERIFY(node.paused);
        QTRY_VERIFY(!rig.notes.empty());
        QVERIFY(rig.notes.back().paused);
        QCOMPARE(rig.notes.back().why, QStringLiteral("budget is spent"));
        QVERIFY(!rig.notes.back().resumesAt);

        QVERIFY(!rig.preview(pause(QStringLiteral("again"))));
        QVERIFY(rig.failedPreviews.back().detail.contains(QStringLiteral("nothing to do")));

        const ControlResult resumed = rig.carryOut(ResumeQueueRequest{kNode, {}});
        QVERIFY2(resumed.outcome == ControlOutcome::Verified, qPrintable(resumed.detail));
        QVERIFY(!node.paused);
        QVERIFY(!rig.notes.back().paused);
    }

    void isUnverifiedWhenTheQueueIgnoresIt()
    {
        FakeNode node;
        node.ignorePause = true;
        Rig rig(node);
        const ControlResult result = rig.carryOut(pause(QStringLiteral("x")));
        QVERIFY2(result.outcome == ControlOutcome::Unverified, qPrintable(result.detail));
    }

    void failsWhenTheQueueRefuses()
    {
        FakeNode node;
        node.commandStatus = 503;
        Rig rig(node);
        const ControlResult result = rig.carryOut(pause(QStringLiteral("x"), Millis{60'000}));
        QVERIFY2(result.outcome == ControlOutcome::Failed, qPrintable(result.detail));
        // And no timed resume is left behind.
        rig.notes.clear();
        rig.stop();
        rig.start();
        QVERIFY(rig.preview(pause(QStringLiteral("y"))).has_value());
        QVERIFY(rig.notes.empty());
    }

    void resumesByItself()
    {
        FakeNode node;
        Rig rig(node);
        const ControlResult paused = rig.carryOut(pause(QStringLiteral("short break"), Millis{1500}));
        QVERIFY2(paused.outcome == ControlOutcome::Verified, qPrintable(paused.detail));
        QVERIFY(node.paused);
        QVERIFY(rig.notes.back().resumesAt.has_value());
        rig.results.clear();
        const ControlResult resumed = rig.nextResult();
        QVERIFY2(resumed.outcome == ControlOutcome::Verified, qPrintable(resumed.detail));
        QVERIFY(!node.paused);
        QVERIFY(rig.auditText().contains("timed resume (paused for: short break)"));
        QVERIFY(!rig.notes.back().paused);
    }

    void resumesAfterARestart()
    {
        FakeNode node;
        Rig rig(node);
        rig.carryOut(pause(QStringLiteral("over night"), Millis{1500}));
        rig.stop();
        QVERIFY(node.paused);
        QTest::qWait(1600); // the time comes while nobody is there
        QVERIFY(node.paused);
        rig.notes.clear();
        rig.results.clear();
        rig.start();
        QVERIFY2(rig.nextResult().outcome == ControlOutcome::Verified, qPrintable(rig.results.back().detail));
        QVERIFY(!node.paused);
        QVERIFY(rig.notes.front().paused);
        QCOMPARE(rig.notes.front().why, QStringLiteral("over night"));
        QVERIFY(!rig.notes.back().paused);
    }

    void rearmsAfterARestart()
    {
        FakeNode node;
        Rig rig(node);
        rig.carryOut(pause(QStringLiteral("break"), Millis{3000}));
        rig.stop();
        rig.results.clear();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(!rig.notes.empty(), 5000);
        QVERIFY2(rig.nextResult().outcome == ControlOutcome::Verified, qPrintable(rig.results.back().detail));
        QVERIFY(!node.paused);
    }

    void aManualResumeDropsTheTimer()
    {
        FakeNode node;
        Rig rig(node);
        rig.carryOut(pause(QStringLiteral("break"), Millis{2000}));
        QCOMPARE(rig.carryOut(ResumeQueueRequest{kNode, QStringLiteral("done")}).outcome, ControlOutcome::Verified);
        const int commands = node.server().countOf("POST", QStringLiteral("/queue/resume"));
        QTest::qWait(2500); // past the time that was set
        QCOMPARE(node.server().countOf("POST", QStringLiteral("/queue/resume")), commands);
        QVERIFY(!rig.notes.back().resumesAt);
    }

    void triesATimedResumeAgain()
    {
        FakeNode node;
        Rig rig(node);
        rig.carryOut(pause(QStringLiteral("break"), Millis{1000}));
        node.queueStatus = 500;
        rig.results.clear();
        QCOMPARE(rig.nextResult().outcome, ControlOutcome::Failed);
        QVERIFY(node.paused);
        QVERIFY(rig.notes.back().paused);
        node.queueStatus = 200;
        rig.results.clear();
        QCOMPARE(rig.nextResult().outcome, ControlOutcome::Verified);
        QVERIFY(!node.paused);
    }

    void controlsOfOneNodeWaitForEachOther()
    {
        FakeNode node;
        Rig rig(node);
        const ControlRequest sentOff = SetCallbacksRequest{kNode, {false, true, true}, QStringLiteral("a")};
        const auto first = rig.preview(sentOff);
        const auto second = rig.preview(receiptsOff());
        QVERIFY(first && second);
        rig.results.clear();
        rig.service().confirm(first->ticket, sentOff);
        rig.service().confirm(second->ticket, receiptsOff());
        QTRY_COMPARE_WITH_TIMEOUT(rig.results.size(), std::size_t{2}, 15'000);
        QCOMPARE(rig.results.at(0).ticket, first->ticket);
        QCOMPARE(rig.results.at(0).outcome, ControlOutcome::Verified);
        // The second one saw what the first had done and did not overwrite it.
        QCOMPARE(rig.results.at(1).outcome, ControlOutcome::Failed);
        QVERIFY(!node.callback(QStringLiteral("sent")));
        QVERIFY(node.callback(QStringLiteral("read")));
    }

    void saysWhatIsNotThere()
    {
        FakeNode node;
        Rig rig(node);
        QVERIFY(!rig.preview(SetCallbacksRequest{QStringLiteral("other"), {}, {}}));
        QVERIFY(!rig.preview(RestoreRequest{kNode, QStringLiteral("../../etc/passwd"), {}}));
        QVERIFY(!rig.preview(RestoreRequest{kNode, QStringLiteral("20260101T000000-00000000"), {}}));
        rig.stop();
    }

    void leavesNoSecretBehind()
    {
        FakeNode node;
        Rig rig(node);
        const ControlResult off = rig.carryOut(receiptsOff());
        rig.carryOut(RestoreRequest{kNode, off.id, QStringLiteral("undo")});
        rig.carryOut(pause(QStringLiteral("x"), Millis{60'000}));
        rig.stop();
        QDirIterator files(rig.folder(), QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++seen;
            QVERIFY2(!content.contains(node.password), qPrintable(file.fileName()));
            QVERIFY2(!content.contains("eyJ0ZXN0-token"), qPrintable(file.fileName()));
            const bool snapshot = file.fileName().contains(QStringLiteral("/snapshots/"));
            QVERIFY2(snapshot || !content.contains("c2VjcmV0"), qPrintable(file.fileName()));
            struct stat status
            {};
            QCOMPARE(::stat(QFile::encodeName(file.fileName()).constData(), &status), 0);
            QCOMPARE(status.st_mode & 0777, mode_t{0600});
        }
        QVERIFY(seen >= 4);
        QCOMPARE(firstBrokenAuditLine(rig.auditFile()), qint64{0});
    }
};

BAROGRAPH_TEST(TestControls)
#include "tst_controls.moc"
