// SPDX-License-Identifier: GPL-3.0-or-later
#include "start_place.h"

#include "config/paths.h"
#include "main_window.h"
#include "show_call.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QGuiApplication>

namespace barograph {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kPlacePatience = 5s;
constexpr std::chrono::milliseconds kPlacePause = 50ms;

struct PlaceWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::StartPlace)
};

QString unreachableText(const QString &dataFolder, qint64 process)
{
    const QString folder = QDir::toNativeSeparators(dataFolder);
    if (process == 0)
        return PlaceWords::tr(
                   "Another Barograph already writes to %1 and does not show its window: it does not answer. "
                   "Wait for it or end it and try again, or start this one with another folder "
                   "(--data FOLDER).")
            .arg(folder);
    return PlaceWords::tr("Another Barograph (process %2) already writes to %1 and does not show its window: it does "
                          "not answer. Wait for it or end it and try again, or start this one with another folder "
                          "(--data FOLDER).")
        .arg(folder)
        .arg(process);
}

} // namespace

StartPlace takeStartPlace(const QString &dataFolder, const QByteArray &token)
{
    // One that cannot be made is told by whoever needs it next.
    makePrivateFolder(dataFolder);
    const QDeadlineTimer patience(kPlacePatience);
    for (;;) {
        auto claim = InstanceClaim::take(dataFolder);
        if (claim)
            return {StartPlace::Kind::Own, *std::move(claim), {}};
        if (!claim.error().taken)
            return {};
        const auto answer = askToShow(dataFolder, token, std::chrono::milliseconds{patience.remainingTime()});
        if (answer == ShowAnswer::Shown)
            return {StartPlace::Kind::ShownByIt, {}, {}};
        if (answer == ShowAnswer::Interrupted || !waitInLoop(kPlacePause))
            return {StartPlace::Kind::Interrupted, {}, {}};
        if (patience.hasExpired())
            return {StartPlace::Kind::Unreachable, {}, unreachableText(dataFolder, claim.error().process)};
    }
}

void bringToFront(MainWindow &window, const QByteArray &token)
{
    // Qt's part for Wayland takes it from there when a window is activated. On X11 the window manager judges by itself.
    if (!token.isEmpty() && QGuiApplication::platformName().startsWith(QLatin1String("wayland")))
        qputenv("XDG_ACTIVATION_TOKEN", token);
    window.bringUp();
}

} // namespace barograph
