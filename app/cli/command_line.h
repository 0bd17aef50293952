// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theme_choice.h"
#include "core/time.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

enum class CommandKind : quint8 { Gui, Report, Secret, WebhookUrl, ListenerCertificate, Help, Version };

/// What the command line asks for.
struct CommandLine
{
    CommandKind kind = CommandKind::Gui;

    // All commands
    QString configFile;  ///< empty = the user's own
    QString dataDir;     ///< everything below this folder instead of the XDG folders; empty = XDG
    QString secretsFile; ///< empty = none

    // Gui
    bool demo = false;
    QString screenshotFile; ///< write a picture of the window and end; empty = no
    Millis screenshotAfter{10'000};
    ThemeChoice theme = ThemeChoice::System;
    std::optional<QSize> size;
    QString language; ///< a language choice; empty = as chosen in the window the last time

    // Report: what follows the word "report", to be read by the report command
    QStringList rest;

    // Secret, WebhookUrl
    QString nodeId;
    QString secretName;
    bool removeSecret = false;
    bool newPassphrase = false; ///< of the encrypted file; then no node and no name
    bool verifyToken = false;   ///< print the verify token instead of the address

    // ListenerCertificate
    QString outFile; ///< empty = standard output
    bool renew = false;

    // Help: the text to print
    QString helpText;

    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

/// Reads the arguments, the program's name being the first. The error is a sentence for standard error, after which
/// the program ends with kBadUsageExitCode. Pure.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

inline constexpr int kBadUsageExitCode = 2;

} // namespace barograph
