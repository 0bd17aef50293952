// SPDX-License-Identifier: GPL-3.0-or-later
// Notes from the window through the services into the history and back, also after a restart.

#include "main_window.h"
#include "markers/marker_book.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "test_case.h"
#include "wiring.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace barograph;

namespace {

constexpr int kNotePatience = 60'000;
const QString kNotedNode = QStringLiteral("support-eu");

struct NoteProgram
{
    explicit NoteProgram(const QString &folder)
        : paths(pathsBelow(folder))
        , secrets({}, SessionSecretStore::Keychain::DoNotUse,
                  {paths.sealedSecretsFile(), paths.secretsChoiceFile(), {}})
        , backend(paths, secrets)
    {
        NodeConfig node;
        node.id = kNotedNode;
        node.kind = NodeKind::Waha;
        config.nodes = {node};
        config.listener.port = 0;
        connectMarkers(window, backend);
    }
    ~NoteProgram() { backend.stop(); }

    QStringList notes()
    {
        QStringList texts;
        if (const auto markers = window.markers().markers(kNotedNode)) {
            for (const auto &marker : *markers)
                texts.append(marker.text);
        }
        return texts;
    }

    Config config;
    Paths paths;
    SessionSecretStore secrets;
    Backend backend;
    MainWindow window;
};

} // namespace

class TestNotesEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoteOutlivesTheProgram()
    {
        QTemporaryDir folder;
        const UtcTime at = utcNow();
        QString id;
        {
            NoteProgram program(folder.path());
            QVERIFY(program.backend.start(program.config));
            QSignalSpy answers(&program.window, &MainWindow::annotationAnswered);
            Q_EMIT program.window.annotationRequested({kNotedNode, at, QStringLiteral(" Provider restarted "), {}});
            Q_EMIT program.window.annotationRequested({kNotedNode, at, QStringLiteral("call 4917012345678"), {}});
            Q_EMIT program.window.annotationRequested({QStringLiteral("nobody"), at, QStringLiteral("x"), {}});
            // What is refused is answered at once; the other when it is on the disk, and shown no sooner.
            QCOMPARE(answers.size(), 2);
            QVERIFY(!answers[0][0].value<AnnotationAnswer>().ok);
            QVERIFY(!answers[0][0].value<AnnotationAnswer>().error.contains(QStringLiteral("4917012345678")));
            QVERIFY(!answers[1][0].value<AnnotationAnswer>().ok);
            QCOMPARE(program.notes(), QStringList());
            QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 3, kNotePatience);
            QVERIFY(answers[2][0].value<AnnotationAnswer>().ok);
            id = answers[2][0].value<AnnotationAnswer>().id;
            QCOMPARE(program.notes(), QStringList{QStringLiteral("Provider restarted")});
        }
        {
            NoteProgram program(folder.path());
            QVERIFY(program.backend.start(program.config));
            program.window.markers().look(kNotedNode, at - Seconds{60}, at + Seconds{60});
            QTRY_COMPARE_WITH_TIMEOUT(program.notes(), QStringList{QStringLiteral("Provider restarted")},
                                      kNotePatience);
            QCOMPARE(program.window.markers().find(kNotedNode, id)->at, at);
            Q_EMIT program.window.annotationRequested({kNotedNode, at, QStringLiteral("Provider failed"), id});
            QTRY_COMPARE_WITH_TIMEOUT(program.notes(), QStringList{QStringLiteral("Provider failed")}, kNotePatience);
            Q_EMIT program.window.annotationRemovalRequested({kNotedNode, id});
            QTRY_COMPARE_WITH_TIMEOUT(program.notes(), QStringList(), kNotePatience);
        }
        NoteProgram program(folder.path());
        QVERIFY(program.backend.start(program.config));
        QSignalSpy read(&program.backend, &Backend::markersRead);
        program.window.markers().look(kNotedNode, at - Seconds{60}, at + Seconds{60});
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, kNotePatience);
        QCOMPARE(program.notes(), QStringList());
        // What was done is no note.
        QSignalSpy answers(&program.window, &MainWindow::annotationAnswered);
        Q_EMIT program.window.annotationRemovalRequested({kNotedNode, QStringLiteral("support-eu/1/5")});
        QVERIFY(!answers[0][0].value<AnnotationAnswer>().ok);
    }
};

BAROGRAPH_TEST(TestNotesEndToEnd)
#include "tst_notes_end_to_end.moc"
