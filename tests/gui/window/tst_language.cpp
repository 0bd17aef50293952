// SPDX-License-Identifier: GPL-3.0-or-later
// What a translation has to keep, that the window is whole in Spanish, and that every text goes through tr().
#include "core/language_choice.h"
#include "dialogs/capture_dialog.h"
#include "dialogs/certificate_dialog.h"
#include "dialogs/control_dialog.h"
#include "dialogs/export_dialog.h"
#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/storm_calculator.h"
#include "eventlog/event_filter.h"
#include "language.h"
#include "main_window.h"
#include "markers/annotation.h"
#include "pseudo_translator.h"
#include "support/frame_factory.h"
#include "support/health_frames.h"
#include "support/visible_texts.h"
#include "test_case.h"
#include "text/headline.h"
#include "text/numbers.h"
#include "text/shown_locale.h"
#include "text/visibility_text.h"

#include <QAction>
#include <QDir>
#include <QDirIterator>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace barograph;
using namespace barograph::testing;

namespace {

const QDir kSources(QStringLiteral(BAROGRAPH_TEST_DATA "/../.."));
const QDir kTranslations(kSources.filePath(QStringLiteral("resources/translations")));

struct TranslatedText
{
    QString context;
    QString source;
    QStringList forms;
    bool isFinished = true;
    bool isCounted = false;
};

std::vector<TranslatedText> readTranslation(const QString &path)
{
    QFile file(path);
    std::vector<TranslatedText> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            texts.push_back({context, {}, {}, true, xml.attributes().hasAttribute(QLatin1String("numerus"))});
        } else if (xml.name() == QLatin1String("source")) {
            texts.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            texts.back().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!texts.back().isCounted)
                texts.back().forms << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            texts.back().forms << xml.readElementText();
        }
    }
    return xml.hasError() ? std::vector<TranslatedText>() : texts;
}

/// Everything that a translation must have exactly as often, in whatever order.
QStringList keptParts(const QString &text)
{
    static const QRegularExpression parts(
        QStringLiteral("%(?:L?[0-9]{1,2}|n)|<[^<> ]+>|https?://[^ ,;]*[\\w/]|\\(\\*[^)]*\\)|--[a-z-]+"));
    QStringList found;
    auto matches = parts.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured();
    found.sort();
    return found;
}

qsizetype mnemonics(QString text)
{
    static const QRegularExpression entity(QStringLiteral("&[a-z]+;"));
    return text.remove(entity).remove(QLatin1String("&&")).count(u'&');
}

QString ending(const QString &text)
{
    static const QRegularExpression last(QStringLiteral("[.:…?!,;]*\\s*\\z"));
    return last.match(text).captured();
}

/// What is wrong with a translation, empty if nothing.
QString faultOf(const TranslatedText &text, qsizetype forms)
{
    if (!text.isFinished || text.forms.size() != (text.isCounted ? forms : 1))
        return QStringLiteral("not translated, or not in all numbers");
    for (const QString &form : text.forms) {
        if (form.isEmpty())
            return QStringLiteral("empty");
        QStringList wanted = keptParts(text.source);
        QStringList found = keptParts(form);
        if (wanted != found)
            return QStringLiteral("other placeholders, mark-up or addresses: %1").arg(found.join(u' '));
        if (mnemonics(text.source) != mnemonics(form))
            return QStringLiteral("another number of mnemonics");
        if (ending(text.source) != ending(form))
            return QStringLiteral("another ending");
        if (text.source.front().isSpace() != form.front().isSpace())
            return QStringLiteral("another beginning");
    }
    return {};
}

/// Mnemonics that two entries of a menu, or of one below it, share.
QStringList sharedMnemonics(const QList<QAction *> &entries, const QString &where)
{
    QStringList faults;
    QSet<QChar> taken;
    for (const QAction *entry : entries) {
        const auto at = entry->text().indexOf(u'&');
        if (at >= 0 && at + 1 < entry->text().size()) {
            const QChar letter = entry->text().at(at + 1).toLower();
            if (taken.contains(letter))
                faults << QStringLiteral("%1: %2").arg(where, entry->text());
            taken.insert(letter);
        }
        if (entry->menu())
            faults += sharedMnemonics(entry->menu()->actions(), entry->text());
    }
    return faults;
}

std::unique_ptr<MainWindow> shownWindow(const FramePtr &frame)
{
    auto window = std::make_unique<MainWindow>();
    window->setClock(frameTime);
    window->setFrame(frame);
    window->resize(1280, 720);
    window->show();
    return window;
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFilesHoldWhatTheSourcesSay()
    {
        QTemporaryDir folder;
        const QStringList names = kTranslations.entryList({QStringLiteral("barograph_*.ts")});
        QCOMPARE(names.size(), static_cast<qsizetype>(kLanguages.size()));
        for (const QString &name : names)
            QVERIFY(QFile::copy(kTranslations.filePath(name), folder.filePath(name)));
        QProcess update;
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(kSources.filePath(QStringLiteral("packaging/update-translations.sh")), {folder.path()});
        QVERIFY(update.waitForFinished(60'000));
        const QByteArray said = update.readAll();
        QVERIFY2(update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0, said.constData());
        for (const QString &name : names) {
            QFile now(folder.filePath(name));
            QFile kept(kTranslations.filePath(name));
            QVERIFY(now.open(QIODevice::ReadOnly) && kept.open(QIODevice::ReadOnly));
            QVERIFY2(now.readAll() == kept.readAll(),
                     qPrintable(name + QStringLiteral(": run packaging/update-translations.sh and translate. ") +
                                QString::fromLocal8Bit(said)));
        }
    }

    /// A text that is handed to translate() by a variable is not found by lupdate, and stays English without anybody
    /// noticing. Nor may a text be the end of a sentence that another one begins: other languages turn sentences round.
    void noTextHidesFromTheFiles()
    {
        static const QRegularExpression kByVariable(QStringLiteral("\\btranslate\\(\\s*\"[^\"]*\",\\s*[^\"\\s]"));
        static const QRegularExpression kGlued(QStringLiteral("\\btr\\(\"[ ,;:]"));
        QStringList wrong;
        int looked = 0;
        for (const char *folder : {"app", "models", "ui"}) {
            QDirIterator files(kSources.filePath(QString::fromLatin1(folder)), {QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                ++looked;
                const bool marked = text.contains(QStringLiteral("QT_TRANSLATE_NOOP"));
                const bool glued = qstrcmp(folder, "models") == 0 && text.contains(kGlued);
                if ((text.contains(kByVariable) && !marked) || glued)
                    wrong.append(file.fileName());
            }
        }
        QVERIFY(looked > 200);
        QCOMPARE(wrong, QStringList());
    }

    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("name");
        for (const Language &language : kLanguages)
            QTest::newRow(language.code.data()) << QStringLiteral("barograph_%1.ts").arg(language.code);
    }

    void everyTextIsTranslated()
    {
        QFETCH(const QString, name);
        const auto texts = readTranslation(kTranslations.filePath(name));
        QVERIFY(!texts.empty());
        constexpr qsizetype kSingularAndPlural = 2; // of English and Spanish; look it up when adding another language
        QStringList faults;
        for (const TranslatedText &text : texts) {
            if (const QString fault = faultOf(text, kSingularAndPlural); !fault.isEmpty())
                faults << QStringLiteral("%1: %2: %3").arg(text.context, text.source, fault);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void faultsAreSeen()
    {
        const auto fault = [](const char *source, const char *form) {
            return !faultOf({{}, QString::fromUtf8(source), {QString::fromUtf8(form)}, true, false}, 2).isEmpty();
        };
        QVERIFY(!fault("Step %1 of %2: &go.", "&Paso %1 de %2."));
        QVERIFY(fault("Step %1 of %2", "Paso %1 de %3"));
        QVERIFY(fault("&Go", "Ir"));
        QVERIFY(fault("<b>Go</b>", "<b>Ir"));
        QVERIFY(fault("Go.", "Ir"));
        QVERIFY(fault(" (go)", "(ir)"));
        QVERIFY(fault("Go", ""));
    }

    void choosesALanguage()
    {
        const QStringList german{QStringLiteral("de-DE"), QStringLiteral("es-MX"), QStringLiteral("en")};
        QCOMPARE(languageFor(QStringLiteral("system"), german), QStringLiteral("es"));
        QCOMPARE(languageFor(QStringLiteral("en"), german), QStringLiteral("en"));
        QCOMPARE(languageFor(QStringLiteral("pseudo"), german), QStringLiteral("pseudo"));
        QCOMPARE(languageFor(QStringLiteral("system"), {QStringLiteral("C")}), QStringLiteral("en"));
        QCOMPARE(languageFor(QStringLiteral("klingon"), {}), QStringLiteral("en"));
        const QLocale mexico(QLocale::Spanish, QLocale::Mexico);
        QCOMPARE(localeFor(QStringLiteral("es"), mexico), mexico);
        QCOMPARE(localeFor(QStringLiteral("es"), QLocale::c()).decimalPoint(), QStringLiteral(","));
        QCOMPARE(localeFor(QStringLiteral("en"), QLocale(QLocale::English, QLocale::SouthAfrica)).decimalPoint(),
                 QStringLiteral("."));
    }

    void makesPseudoTexts()
    {
        QCOMPARE(pseudoText(QStringLiteral("Copied %1")), QStringLiteral("«Ċóþíéđ %1···»").replace(u'þ', u'p'));
        QCOMPARE(pseudoText(QStringLiteral("&File")), QStringLiteral("«&Fíļé··»"));
        QCOMPARE(pseudoText(QStringLiteral(" <b>on</b> ")), QStringLiteral(" «<b>óñ</b>·» "));
        QVERIFY(
            pseudoText(QStringLiteral("PEM (*.pem *.crt);;All files (*)")).contains(QLatin1String("(*.pem *.crt);;")));
        QCOMPARE(outsideOfPseudo(QStringLiteral("a «b «c» d» e")), QStringLiteral("a  e"));
    }

    void countsInEnglish()
    {
        QCOMPARE(QCoreApplication::translate("barograph::ControlDialog", "After %n minute(s)", nullptr, 1),
                 QStringLiteral("After 1 minute"));
        QCOMPARE(QCoreApplication::translate("barograph::ControlDialog", "After %n minute(s)", nullptr, 5),
                 QStringLiteral("After 5 minutes"));
    }

    void menusTellTheChoice()
    {
        MainWindow window;
        QSignalSpy chosen(&window, &MainWindow::languageChosen);
        window.setLanguageChoice(QStringLiteral("es"));
        QAction *english = nullptr;
        for (QAction *action : window.findChildren<QAction *>()) {
            if (action->data().toString() == QLatin1String("es"))
                QVERIFY(action->isChecked());
            if (action->data().toString() == QLatin1String("en"))
                english = action;
        }
        QVERIFY(english && !english->isChecked());
        english->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("en"));
    }

    void mnemonicsOfAMenuDifferInEnglish()
    {
        const MainWindow window;
        const QStringList shared = sharedMnemonics(window.menuBar()->actions(), QStringLiteral("menu bar"));
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
    }

    void theWindowIsSpanish()
    {
        installLanguage(*qApp, QStringLiteral("es"));
        QCOMPARE(formatRate(12.5), QStringLiteral("12,5"));
        QCOMPARE(formatRate(12.0), QStringLiteral("12"));
        QCOMPARE(formatCount(1'234'567), QStringLiteral("1.234.567"));
        QCOMPARE(formatPercent(0.035), QStringLiteral("3,5 %"));
        QCOMPARE(formatDuration(Millis{400}), QStringLiteral("0,4 s"));
        const auto window = shownWindow(fullFrame());
        QStringList titles;
        for (const QAction *action : window->menuBar()->actions())
            titles << action->text().remove(u'&');
        for (const char *title : {"Archivo", "Nodo", "Números", "Ver", "Ayuda"})
            QVERIFY2(titles.contains(QString::fromUtf8(title)), qPrintable(titles.join(u' ')));
        const QStringList shared = sharedMnemonics(window->menuBar()->actions(), QStringLiteral("menu bar"));
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
    }

    /// Sentences as they are read at night: whole, and in the order of the language.
    void theHeadlinesAreSpanish()
    {
        installLanguage(*qApp, QStringLiteral("es"));
        const UtcTime now = frameTime();
        NodeFrame node;
        node.name = QStringLiteral("Soporte");
        node.judgement.state = NodeState::Ok;
        node.allocatedTps = Reading<double>::measured(20, now);
        node.tps[1] = Reading<double>::measured(20, now);
        node.lastEvent[EventKind::Receive] = now;
        auto series = std::make_shared<SecondSeries>();
        series->first = secondOf(now) - Seconds{600};
        series->samples.assign(601, SecondSample{{{20, 0, 0, 0}}, kAllKindsMask, 0});
        node.series = series;
        StormView storm;
        storm.groupSubject = QStringLiteral("Suscriptores 3");
        storm.reads = 100;
        storm.receiptsPerSecond = 14.2;
        storm.active = true;
        node.storms = {storm};
        QCOMPARE(
            headlineOf(node, now).text,
            QStringLiteral("Al 100 % de 20 TPS desde hace 10 min; el 71 % de ello son lecturas de Suscriptores 3"));
        node.tps[1] = Reading<double>::measured(2, now);
        node.storms.clear();
        node.outbound.paused = Reading<bool>::measured(true, now);
        node.outbound.pausedSince = now - Seconds{300};
        node.outbound.depthMessages = Reading<qint64>::measured(1'234, now);
        QCOMPARE(headlineOf(node, now).text,
                 QStringLiteral("La cola de salida lleva en pausa 5 min; 1.234 mensajes esperan en ella"));
        node.judgement = {NodeState::Down, QStringLiteral("sin respuesta"), 0, 1};
        QCOMPARE(headlineOf(node, now).text, QStringLiteral("Caído: sin respuesta"));
        KindVisibility visibility;
        for (const EventKind kind : {EventKind::Send, EventKind::Delivery, EventKind::Read})
            visibility.group[kind] = Visibility::NotVisible;
        const QString hidden = notVisibleSummary(visibility);
        QVERIFY2(hidden.startsWith(QStringLiteral("no visible en grupos: ")) && hidden.contains(QStringLiteral(" y ")),
                 qPrintable(hidden));
        EventFilter filter;
        QCOMPARE(readFilterLine(QStringLiteral("retraso>=5s grupo:4f2a mensaje:3f"), filter), QString());
        QCOMPARE(filter.leastLag, std::optional(Millis{5'000}));
        QVERIFY(!filter.group.isEmpty() && !filter.message.isEmpty() && filter.words.isEmpty());
        QCOMPARE(checkAnnotation({}).refusal, QStringLiteral("Escriba qué ocurrió."));
    }

    void everyTextOfTheWindowComesThroughTr_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("numbers in each state") << 0;
        QTest::newRow("each kind") << 1;
        QTest::newRow("asked") << 2;
        QTest::newRow("groups") << 3;
        QTest::newRow("health") << 4;
        QTest::newRow("incoming") << 5;
        QTest::newRow("storms") << 6;
        QTest::newRow("nothing yet") << 7;
    }

    void everyTextOfTheWindowComesThroughTr()
    {
        QFETCH(const int, which);
        installPseudo();
        const std::array frames{fullFrame,
                                kindsFrame,
                                askedFrame,
                                groupedFrame,
                                healthFrame,
                                +[] { return frameOf(incomingNodes()); },
                                +[] {
                                    return frameOf({foretoldStormsNode(), firstStormsNode()});
                                },
                                +[] { return frameOf({}); }};
        const FramePtr frame = frames[static_cast<std::size_t>(which)]();
        const auto window = shownWindow(frame);
        QStringList found;
        for (const NodeFrame &node : frame->nodes) {
            window->chooseNode(node.id);
            for (auto show : {&MainWindow::showWebhooks, &MainWindow::showMembers, &MainWindow::showNotices}) {
                (window.get()->*show)();
                QCoreApplication::processEvents();
                found += untranslatedTexts(*window, *frame);
            }
        }
        found += untranslatedTexts(*window, *frame);
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everyTextOfTheDialogsComesThroughTr()
    {
        installPseudo();
        const FramePtr frame = fullFrame();
        const QString name = frame->nodes.front().name;
        QStringList found;
        const auto look = [&found, &frame](QWidget &&dialog) {
            dialog.show();
            QCoreApplication::processEvents();
            found += untranslatedTexts(dialog, *frame);
        };
        look(ControlDialog({}, name));
        look(ExportDialog({{frame->nodes.front().id, name}}, frame->nodes.front().id, frameTime()));
        look(CaptureDialog(name, QStringLiteral("/tmp")));
        look(CertificateDialog(kindsFrame()->listener.certificateSha256));
        look(StormCalculator());
        look(AddNodeWizard(frameTime, nullptr));
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

private:
    void installPseudo()
    {
        if (!m_hasPseudo)
            installLanguage(*qApp, kPseudoLanguage);
        m_hasPseudo = true;
    }

    bool m_hasPseudo = false;
};

BAROGRAPH_TEST(TestLanguage)
#include "tst_language.moc"
