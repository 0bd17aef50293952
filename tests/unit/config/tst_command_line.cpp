// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "test_case.h"

using namespace barograph;

namespace {

tl::expected<CommandLine, QString> parse(const QString &words)
{
    return parseCommandLine(QStringList{QStringLiteral("barograph")} +
                            words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

CommandLine line(const std::function<void(CommandLine &)> &change)
{
    CommandLine made;
    change(made);
    return made;
}

} // namespace

Q_DECLARE_METATYPE(CommandLine)

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<CommandLine>("expected");
        const auto row = [](const char *words, const std::function<void(CommandLine &)> &change) {
            QTest::newRow(*words != '\0' ? words : "nothing") << QString::fromLatin1(words) << line(change);
        };
        row("", [](CommandLine &) {});
        row("--demo", [](CommandLine &l) { l.demo = true; });
        row("--config c.toml --data d --secrets s.toml", [](CommandLine &l) {
            l.configFile = QStringLiteral("c.toml");
            l.dataDir = QStringLiteral("d");
            l.secretsFile = QStringLiteral("s.toml");
        });
        row("--demo --screenshot p.png", [](CommandLine &l) {
            l.demo = true;
            l.screenshotFile = QStringLiteral("p.png");
        });
        const auto after = [&row](const char *words, Millis time) {
            row(words, [time](CommandLine &l) {
                l.screenshotFile = QStringLiteral("p.png");
                l.screenshotAfter = time;
            });
        };
        after("--screenshot p.png --after 10s", Millis{10'000});
        after("--screenshot p.png --after 500ms", Millis{500});
        after("--screenshot p.png --after 2m", Millis{120'000});
        after("--screenshot p.png --after 7", Millis{7000});
        row("--theme dark", [](CommandLine &l) { l.theme = ThemeChoice::Dark; });
        row("--theme=light", [](CommandLine &l) { l.theme = ThemeChoice::Light; });
        row("--theme high-contrast-dark", [](CommandLine &l) { l.theme = ThemeChoice::HighContrastDark; });
        row("--theme high-contrast-light", [](CommandLine &l) { l.theme = ThemeChoice::HighContrastLight; });
        row("--theme system", [](CommandLine &) {});
        row("--language es", [](CommandLine &l) { l.language = QStringLiteral("es"); });
        row("--language=pseudo", [](CommandLine &l) { l.language = QStringLiteral("pseudo"); });
        row("--size 1600x1000", [](CommandLine &l) { l.size = QSize(1600, 1000); });
        row("report --node a --help", [](CommandLine &l) {
            l.kind = CommandKind::Report;
            l.rest = QStringList{QStringLiteral("--node"), QStringLiteral("a"), QStringLiteral("--help")};
        });
        row("secret --node a --name password", [](CommandLine &l) {
            l.kind = CommandKind::Secret;
            l.nodeId = QStringLiteral("a");
            l.secretName = QStringLiteral("password");
        });
        row("secret --name api-key --remove --node a", [](CommandLine &l) {
            l.kind = CommandKind::Secret;
            l.nodeId = QStringLiteral("a");
            l.secretName = QStringLiteral("api-key");
            l.removeSecret = true;
        });
        row("secret --node a --name webhook-secret", [](CommandLine &l) {
            l.kind = CommandKind::Secret;
            l.nodeId = QStringLiteral("a");
            l.secretName = QStringLiteral("webhook-secret");
        });
        row("secret --new-passphrase", [](CommandLine &l) {
            l.kind = CommandKind::Secret;
            l.newPassphrase = true;
        });
        row("webhook-url --verify-token --node a", [](CommandLine &l) {
            l.kind = CommandKind::WebhookUrl;
            l.nodeId = QStringLiteral("a");
            l.verifyToken = true;
        });
        row("webhook-url --node a --data d", [](CommandLine &l) {
            l.kind = CommandKind::WebhookUrl;
            l.nodeId = QStringLiteral("a");
            l.dataDir = QStringLiteral("d");
        });
        row("listener-certificate", [](CommandLine &l) { l.kind = CommandKind::ListenerCertificate; });
        row("listener-certificate --out c.pem --renew --config f", [](CommandLine &l) {
            l.kind = CommandKind::ListenerCertificate;
            l.outFile = QStringLiteral("c.pem");
            l.renew = true;
            l.configFile = QStringLiteral("f");
        });
        row("--version", [](CommandLine &l) { l.kind = CommandKind::Version; });
        row("secret -v", [](CommandLine &l) { l.kind = CommandKind::Version; });
    }
    void understands()
    {
        QFETCH(QString, words);
        QFETCH(CommandLine, expected);
        const auto parsed = parse(words);
        QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error()));
        QVERIFY(*parsed == expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *words, const char *says) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(says);
        };
        row("--no-such-option", "no-such-option");
        row("--config", "config");
        row("file.toml", "file.toml");
        row("demo", "\"demo\" is not understood");
        row("--after 10s", "--screenshot");
        row("--screenshot p.png --after soon", "soon");
        row("--screenshot p.png --after -5s", "--after");
        row("--screenshot p.png --after 9999999m", "at most a day");
        row("--theme pink", "pink");
        row("--language xx", "xx");
        row("--size big", "big");
        row("--size 10x10", "320x240");
        row("--size 99999x99999", "16384");
        row("--size 1600x1000x2", "1600x1000x2");
        row("secret --name password", "--node");
        row("secret --node a", "--name");
        row("secret --node a --name pin", "api-key, webhook-secret");
        row("secret --node a --name password --verify-token", "verify-token");
        row("secret --node a --name password hunter2", "not understood");
        row("secret --node a --name password --demo", "demo");
        row("webhook-url", "--node");
        row("webhook-url --node a --name password", "name");
        row("listener-certificate --node a", "node");
        row("listener-certificate --out", "out");
        row("--renew", "renew");
        row("--node a", "node");
    }
    void refuses()
    {
        QFETCH(QString, words);
        QFETCH(QString, says);
        const auto parsed = parse(words);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().contains(says), qPrintable(parsed.error()));
    }

    void helps_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("mentions");
        QTest::newRow("all") << "--help"
                             << QStringList{QStringLiteral("Usage: barograph [options]"), QStringLiteral("--demo"),
                                            QStringLiteral("webhook-url"), QStringLiteral("report"),
                                            QStringLiteral("--screenshot")};
        QTest::newRow("secret") << "secret -h"
                                << QStringList{QStringLiteral("Usage: barograph secret [options]"),
                                               QStringLiteral("--name"), QStringLiteral("--remove")};
        QTest::newRow("certificate") << "listener-certificate --help"
                                     << QStringList{QStringLiteral("Usage: barograph listener-certificate [options]"),
                                                    QStringLiteral("--out"), QStringLiteral("--renew")};
        QTest::newRow("webhook") << "webhook-url --help" << QStringList{QStringLiteral("--node")};
    }
    void helps()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, mentions);
        const auto parsed = parse(words);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->kind, CommandKind::Help);
        for (const QString &word : mentions)
            QVERIFY2(parsed->helpText.contains(word), qPrintable(parsed->helpText));
    }
};

BAROGRAPH_TEST(TestCommandLine)
#include "tst_command_line.moc"
