// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "cli/help_text.h"
#include "core/language_choice.h"
#include "secrets/secret_store.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace barograph {

namespace {

using Parsed = tl::expected<CommandLine, QString>;

struct Options
{
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")};
    QCommandLineOption config{QStringLiteral("config"), QStringLiteral("Use this configuration file."),
                              QStringLiteral("FILE")};
    QCommandLineOption data{QStringLiteral("data"),
                            QStringLiteral("Keep everything below this folder instead of the user's own folders."),
                            QStringLiteral("DIR")};
    QCommandLineOption secrets{QStringLiteral("secrets"),
                               QStringLiteral("Read secrets from this TOML file (mode 0600) instead of the keychain."),
                               QStringLiteral("FILE")};
    QCommandLineOption demo{QStringLiteral("demo"), QStringLiteral("Watch a simulated node, with data of its own.")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"),
                                  QStringLiteral("Write a picture of the window to this PNG file and end."),
                                  QStringLiteral("FILE")};
    QCommandLineOption after{QStringLiteral("after"),
                             QStringLiteral("When to take the picture: 10s, 500ms or 2m (default 10s)."),
                             QStringLiteral("TIME")};
    QCommandLineOption theme{
        QStringLiteral("theme"),
        QStringLiteral("dark, light, high-contrast-dark, high-contrast-light or system (default)."),
        QStringLiteral("NAME")};
    QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of the window, e.g. 1600x1000."),
                            QStringLiteral("WxH")};
    QCommandLineOption language{QStringLiteral("language"),
                                QStringLiteral("en, es or system (default): the language of the window."),
                                QStringLiteral("NAME")};
    QCommandLineOption node{QStringLiteral("node"), QStringLiteral("Id of the node."), QStringLiteral("ID")};
    QCommandLineOption name{QStringLiteral("name"), SecretName::kAll.join(QLatin1String(", ")), QStringLiteral("NAME")};
    QCommandLineOption verifyToken{
        QStringLiteral("verify-token"),
        QStringLiteral("Print the token that is entered beside the address where the node verifies it.")};
    QCommandLineOption remove{QStringLiteral("remove"), QStringLiteral("Remove the secret instead of storing it.")};
    QCommandLineOption newPassphrase{
        QStringLiteral("new-passphrase"),
        QStringLiteral("Give the encrypted file of secrets another passphrase; asks for both.")};
    QCommandLineOption out{QStringLiteral("out"), QStringLiteral("Write the certificate to this file."),
                           QStringLiteral("FILE")};
    QCommandLineOption renew{QStringLiteral("renew"),
                             QStringLiteral("Make a new one first. Nodes that trust the former one must be given it.")};
};

tl::expected<Millis, QString> parseTime(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{1,7})(ms|s|m)?\\z"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return tl::unexpected(QStringLiteral("--after wants a time like 10s, 500ms or 2m, not \"%1\".").arg(text));
    const qint64 number = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 factor = unit == QLatin1String("ms") ? 1 : unit == QLatin1String("m") ? 60'000 : 1000;
    const Millis time{number * factor};
    if (time > Millis{24 * 3600 * 1000})
        return tl::unexpected(QStringLiteral("--after wants at most a day, not \"%1\".").arg(text));
    return time;
}

tl::expected<QSize, QString> parseSize(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{3,5})x([0-9]{3,5})\\z"));
    const auto match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < 320 || size.height() < 240 || size.width() > 16'384 ||
        size.height() > 16'384)
        return tl::unexpected(
            QStringLiteral("--size wants WIDTHxHEIGHT from 320x240 to 16384x16384, not \"%1\".").arg(text));
    return size;
}

tl::expected<ThemeChoice, QString> parseTheme(const QString &text)
{
    if (const auto choice = themeChoiceFromName(text))
        return *choice;
    QStringList names;
    for (const ThemeChoice choice : kThemeChoices)
        names << themeChoiceName(choice);
    return tl::unexpected(
        QStringLiteral("--theme wants one of %1, not \"%2\".").arg(names.join(QLatin1String(", ")), text));
}

tl::expected<QString, QString> parseLanguage(const QString &text)
{
    if (isLanguageChoice(text))
        return text;
    return tl::unexpected(QStringLiteral("--language wants en, es or system, not \"%1\".").arg(text));
}

/// The sub-command is the first word, so that its options can differ from the window's.
CommandKind commandOf(const QStringList &arguments)
{
    const QString word = arguments.value(1);
    if (word == QLatin1String("report"))
        return CommandKind::Report;
    if (word == QLatin1String("secret"))
        return CommandKind::Secret;
    if (word == QLatin1String("webhook-url"))
        return CommandKind::WebhookUrl;
    if (word == QLatin1String("listener-certificate"))
        return CommandKind::ListenerCertificate;
    return CommandKind::Gui;
}

void addOptions(QCommandLineParser &parser, const Options &options, CommandKind kind)
{
    parser.addOptions({options.help, options.version, options.config, options.data});
    switch (kind) {
    case CommandKind::Secret:
        parser.setApplicationDescription(QStringLiteral(
            "barograph secret: store a secret of a node in the keychain, or, where none runs, in an encrypted file. It "
            "is read from standard input, the file's passphrase from the terminal or from the file that "
            "BAROGRAPH_SECRETS_PASSPHRASE_FILE names."));
        parser.addOptions({options.node, options.name, options.remove, options.newPassphrase});
        break;
    case CommandKind::WebhookUrl:
        parser.setApplicationDescription(
            QStringLiteral("barograph webhook-url: print the address to which a node has to send its webhooks."));
        parser.addOptions({options.node, options.verifyToken});
        break;
    case CommandKind::ListenerCertificate:
        parser.setApplicationDescription(
            QStringLiteral("barograph listener-certificate: print the certificate of the webhook listener (PEM), for "
                           "upload to a node that shall trust it. Makes one if there is none and none is configured."));
        parser.addOptions({options.out, options.renew});
        break;
    default:
        parser.setApplicationDescription(QStringLiteral(
            "Barograph shows what the throughput of high-volume WhatsApp numbers is spent on.\n\n"
            "Commands (first argument):\n"
            "  (none)       open the window\n"
            "  report       write a report; see: barograph report --help\n"
            "  secret       store a secret of a node in the keychain; see: barograph secret --help\n"
            "  webhook-url  print a node's webhook address; see: barograph webhook-url --help\n"
            "  listener-certificate\n"
            "               print the listener's certificate; see: barograph listener-certificate --help"));
        parser.addOptions({options.secrets, options.demo, options.screenshot, options.after, options.theme,
                           options.size, options.language});
        break;
    }
}

Parsed readGui(const QCommandLineParser &parser, const Options &options, CommandLine line)
{
    line.demo = parser.isSet(options.demo);
    line.screenshotFile = parser.value(options.screenshot);
    if (parser.isSet(options.screenshot) && line.screenshotFile.isEmpty())
        return tl::unexpected(QStringLiteral("--screenshot wants the name of a PNG file."));
    if (parser.isSet(options.after)) {
        if (!parser.isSet(options.screenshot))
            return tl::unexpected(QStringLiteral("--after only makes sense together with --screenshot."));
        const auto time = parseTime(parser.value(options.after));
        if (!time)
            return tl::unexpected(time.error());
        line.screenshotAfter = *time;
    }
    if (parser.isSet(options.theme)) {
        const auto theme = parseTheme(parser.value(options.theme));
        if (!theme)
            return tl::unexpected(theme.error());
        line.theme = *theme;
    }
    if (parser.isSet(options.size)) {
        const auto size = parseSize(parser.value(options.size));
        if (!size)
            return tl::unexpected(size.error());
        line.size = *size;
    }
    if (parser.isSet(options.language)) {
        const auto language = parseLanguage(parser.value(options.language));
        if (!language)
            return tl::unexpected(language.error());
        line.language = *language;
    }
    return line;
}

Parsed readNodeCommand(const QCommandLineParser &parser, const Options &options, CommandLine line)
{
    line.nodeId = parser.value(options.node);
    line.newPassphrase = line.kind == CommandKind::Secret && parser.isSet(options.newPassphrase);
    if (line.newPassphrase)
        return line;
    if (line.nodeId.isEmpty())
        return tl::unexpected(QStringLiteral("Say which node: --node ID."));
    if (line.kind != CommandKind::Secret) {
        line.verifyToken = parser.isSet(options.verifyToken);
        return line;
    }
    line.secretName = parser.value(options.name);
    line.removeSecret = parser.isSet(options.remove);
    if (!SecretName::kAll.contains(line.secretName))
        return tl::unexpected(
            QStringLiteral("Say which secret, with --name: %1.").arg(SecretName::kAll.join(QLatin1String(", "))));
    return line;
}

} // namespace

tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    CommandLine line;
    line.kind = commandOf(arguments);
    if (line.kind == CommandKind::Report) {
        line.rest = arguments.mid(2);
        return line;
    }
    const Options options;
    QCommandLineParser parser;
    addOptions(parser, options, line.kind);
    QStringList words = arguments;
    if (line.kind != CommandKind::Gui)
        words.removeAt(1);
    if (!parser.parse(words))
        return tl::unexpected(parser.errorText() % QStringLiteral(" Try: barograph --help"));
    if (parser.isSet(options.help)) {
        line.kind = CommandKind::Help;
        line.helpText =
            helpTextOf(parser, words.size() == arguments.size() ? QStringLiteral("barograph")
                                                                : QStringLiteral("barograph ") % arguments[1]);
        return line;
    }
    if (parser.isSet(options.version)) {
        line.kind = CommandKind::Version;
        return line;
    }
    if (!parser.positionalArguments().isEmpty()) {
        return tl::unexpected(QStringLiteral("\"%1\" is not understood. Try: barograph --help")
                                  .arg(parser.positionalArguments().constFirst()));
    }
    line.configFile = parser.value(options.config);
    line.dataDir = parser.value(options.data);
    if (line.kind == CommandKind::Gui) {
        line.secretsFile = parser.value(options.secrets);
        return readGui(parser, options, line);
    }
    if (line.kind == CommandKind::ListenerCertificate) {
        line.outFile = parser.value(options.out);
        line.renew = parser.isSet(options.renew);
        if (parser.isSet(options.out) && line.outFile.isEmpty())
            return tl::unexpected(QStringLiteral("--out wants the name of a file."));
        return line;
    }
    return readNodeCommand(parser, options, line);
}

} // namespace barograph
