// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal_input.h"

#include <QFile>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace barograph {

namespace {

constexpr qsizetype kLongestLine = 4096;

/// Switches a terminal's echo off for as long as it lives.
class NoEcho
{
public:
    explicit NoEcho(int descriptor)
        : m_descriptor(descriptor)
    {
        m_active = ::isatty(descriptor) != 0 && ::tcgetattr(descriptor, &m_before) == 0;
        if (!m_active)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(descriptor, TCSAFLUSH, &quiet);
    }
    ~NoEcho()
    {
        if (m_active)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

    bool isTerminal() const { return m_active; }

private:
    int m_descriptor;
    termios m_before{};
    bool m_active = false;
};

Secret lineFrom(std::FILE *stream)
{
    QByteArray value;
    for (int c = std::fgetc(stream); c != EOF && c != '\n' && value.size() < kLongestLine; c = std::fgetc(stream))
        value.append(static_cast<char>(c));
    if (value.endsWith('\r'))
        value.chop(1);
    return Secret(std::move(value));
}

} // namespace

void printLine(std::FILE *stream, const QString &text)
{
    std::fputs((text % QLatin1Char('\n')).toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

Secret readSecretLine(const QString &prompt)
{
    const NoEcho noEcho(STDIN_FILENO);
    if (noEcho.isTerminal())
        printLine(stderr, prompt);
    return lineFrom(stdin);
}

tl::expected<Secret, QString> askPassphrase(const QString &prompt)
{
    std::FILE *terminal = std::fopen("/dev/tty", "r+e");
    if (terminal == nullptr)
        return tl::unexpected(
            QStringLiteral("There is no terminal to ask for the passphrase at. Name a file that holds it in %1.")
                .arg(QLatin1String(kPassphraseFileVariable)));
    Secret typed;
    {
        const NoEcho noEcho(::fileno(terminal));
        printLine(terminal, prompt);
        // A stream that was written to has to be set back before it is read from.
        std::rewind(terminal);
        typed = lineFrom(terminal);
    }
    std::fclose(terminal);
    return typed;
}

tl::expected<Secret, QString> readPassphraseFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            QStringLiteral("The passphrase file %1 cannot be read: %2.").arg(path, file.errorString()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return tl::unexpected(
            QStringLiteral("The passphrase file %1 can be read by other users. Protect it with: chmod 600 %1")
                .arg(path));
    QByteArray line = file.readLine(kLongestLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return Secret(std::move(line));
}

} // namespace barograph
