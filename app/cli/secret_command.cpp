// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secret_command.h"

#include "secrets/keychain_store.h"

#include <QEventLoop>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace barograph {

namespace {

/// Switches the terminal's echo off for as long as it lives.
class NoEcho
{
public:
    NoEcho()
    {
        m_active = ::isatty(STDIN_FILENO) != 0 && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_active)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~NoEcho()
    {
        if (m_active)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

    bool isTerminal() const { return m_active; }

private:
    termios m_before{};
    bool m_active = false;
};

void say(std::FILE *stream, const QString &text)
{
    std::fputs((text % QLatin1Char('\n')).toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

QByteArray readLine(const CommandLine &line)
{
    const NoEcho noEcho;
    if (noEcho.isTerminal())
        say(stderr, QStringLiteral("%1 of node %2 (is not shown): ").arg(line.secretName, line.nodeId));
    constexpr qsizetype kLongest = 4096;
    QByteArray value;
    for (int c = std::getchar(); c != EOF && c != '\n' && value.size() < kLongest; c = std::getchar())
        value.append(static_cast<char>(c));
    if (value.endsWith('\r'))
        value.chop(1);
    return value;
}

int finish(const SecretStore::Stored &stored, const QString &success)
{
    if (stored)
        say(stdout, success);
    else
        say(stderr, stored.error());
    return stored ? 0 : 1;
}

} // namespace

int storeSecret(const CommandLine &line, const QByteArray &value, SecretStore &store)
{
    if (value.isEmpty() && !line.removeSecret) {
        say(stderr, QStringLiteral("Nothing was given on standard input, so nothing is stored."));
        return 1;
    }
    QEventLoop loop;
    SecretStore::Stored outcome;
    const auto done = [&](const SecretStore::Stored &stored) {
        outcome = stored;
        loop.quit();
    };
    if (line.removeSecret)
        store.remove(line.nodeId, line.secretName, &loop, done);
    else
        store.set(line.nodeId, line.secretName, Secret(value), &loop, done);
    loop.exec();
    const QString what =
        line.removeSecret ? QStringLiteral("Removed %1 of node %2.") : QStringLiteral("Stored %1 of node %2.");
    return finish(outcome, what.arg(line.secretName, line.nodeId));
}

int runSecretCommand(const CommandLine &line)
{
    KeychainSecretStore keychain;
    return storeSecret(line, line.removeSecret ? QByteArray() : readLine(line), keychain);
}

} // namespace barograph
