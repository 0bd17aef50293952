// SPDX-License-Identifier: GPL-3.0-or-later
#include "capacity_screens.h"

#include "panels/capacity_panel.h"
#include "support/frame_factory.h"
#include "timeline/time_view.h"
#include "widgets/hour_cells.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTextStream>

#include <cmath>

namespace barograph {

namespace {

constexpr int kMinuteLevel = 2;

/// A bot that is busy by day; Barograph was not running for an hour and a half, and began at `from`.
TimeBucket minuteOfDay(UtcSecond start, UtcSecond from, double load)
{
    TimeBucket bucket;
    const qint64 ofDay = unixSeconds(start) % 86'400 / 60;
    if (start < from || (ofDay >= 60 && ofDay < 90)) {
        addUnknown(bucket, 60);
        return bucket;
    }
    const double wave = std::sin(static_cast<double>(ofDay % 160) / 160 * 3.14159);
    for (qint64 second = 0; second < 60; ++second) {
        const double noise = static_cast<double>((unixSeconds(start) * 31 + second * 7'919) % 97) / 97;
        const auto reads = static_cast<quint32>(load * wave * (0.4 + noise));
        addSecond(bucket, start + Seconds{second}, {{{2, 1, 0, reads}}, kAllKindsMask, 0}, 20);
    }
    return bucket;
}

struct Scene
{
    QString name;
    double load = 0; ///< < 0: nothing was ever stored
    bool budget = true;
    CapacityPanel::Span span = CapacityPanel::Span::Today;
    bool unread = false;
    QString error;
    bool hour = false; ///< one is looked at
};

bool renderScene(const QDir &folder, const QString &suffix, const QSize &size, const Scene &scene)
{
    const UtcTime now = testing::frameTime();
    TimeView view;
    TimelineStore store;
    QObject::connect(&store, &TimelineStore::wanted, &store, [&](const std::vector<TileKey> &keys) {
        for (const auto &key : keys) {
            if (scene.unread && key.level == kMinuteLevel)
                continue;
            const UtcSecond until = scene.load < 0 ? UtcSecond{} : secondOf(now) - Seconds{300};
            TimelineTile tile{key, nullptr, until, scene.error};
            if (scene.error.isEmpty()) {
                auto buckets = std::make_shared<std::vector<TimeBucket>>(kBucketsPerTile);
                for (int i = 0; scene.load >= 0 && key.level == kMinuteLevel && i < kBucketsPerTile; ++i)
                    (*buckets)[static_cast<std::size_t>(i)] = minuteOfDay(
                        key.from() + key.bucketWidth() * i, secondOf(now) - std::chrono::hours{60}, scene.load);
                tile.buckets = buckets;
            }
            store.setTile(tile);
        }
    });
    NodeFrame node = scene.load < 0 ? testing::unknownNode() : testing::calmNode();
    if (!scene.budget)
        node.allocatedTps = {};
    const FramePtr frame = testing::frameOf({node});
    store.setFrame(frame);
    view.setNow(now);
    CapacityPanel panel(view, store);
    panel.setSpan(scene.span);
    panel.resize(size.width() > 1'600 ? QSize(520, 420) : QSize(330, 400));
    panel.show();
    for (int pass = 0; pass < 4; ++pass) {
        panel.setNode(node, now + Millis{pass * 6'000});
        QCoreApplication::processEvents();
    }
    if (scene.hour) {
        auto *hours = panel.findChild<HourCells *>();
        for (const int key : {Qt::Key_Home, Qt::Key_Right, Qt::Key_Right}) {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(hours, &press);
        }
        QCoreApplication::processEvents();
    }
    const QString path = folder.filePath(QStringLiteral("capacity-%1-%2.png").arg(scene.name, suffix));
    const bool ok = panel.grab().save(path);
    QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
    return ok;
}

} // namespace

bool renderCapacity(const QDir &folder, const QString &suffix, const QSize &size)
{
    using Span = CapacityPanel::Span;
    const std::vector<Scene> scenes{
        {QStringLiteral("busy"), 18, true, Span::Today, false, {}, true},
        {QStringLiteral("week"), 14, true, Span::Week, false, {}, false},
        {QStringLiteral("calm"), 3, true, Span::Today, false, {}, false},
        {QStringLiteral("no-budget"), -1, false, Span::OnScreen, false, {}, false},
        {QStringLiteral("nothing"), -1, false, Span::Today, false, {}, false},
        {QStringLiteral("reading"), 3, true, Span::Week, true, {}, false},
        {QStringLiteral("failed"), 3, true, Span::Week, false,
         QStringLiteral(
             "The disk failed while history.sqlite was being used. Check the disk and the space left on it."),
         false},
    };
    bool ok = true;
    for (const auto &scene : scenes)
        ok = renderScene(folder, suffix, size, scene) && ok;
    return ok;
}

} // namespace barograph
