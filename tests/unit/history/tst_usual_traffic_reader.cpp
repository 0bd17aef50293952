// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_samples.h"
#include "storage/history_writer.h"
#include "storage/usual_traffic_reader.h"
#include "test_case.h"

#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::samples;

namespace {

/// 2026-02-02 00:00 UTC, a Monday.
constexpr qint64 kMidnight = 1'769'990'400 - kStart;
constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;

/// Eight days from kMidnight on, of which the hours from 10 to 12 were watched: a receive in every minute of the first
/// of them, in every fourth of the second. Nothing else is stored, to keep it small.
std::vector<ClosedSecond> someDays(int days)
{
    std::vector<ClosedSecond> seconds;
    for (int day = 0; day < days; ++day) {
        for (qint64 second = 10 * kHour; second < 12 * kHour; ++second) {
            const bool busy = second % 60 == 7 && (second < 11 * kHour || (second / 60) % 4 == 0);
            // Reads are switched off.
            seconds.push_back(closed(kMidnight + day * kDay + second, SecondCounts{{busy ? 30U : 0U, 0, 0, 0}},
                                     kAllKindsMask & ~SecondSample::bit(EventKind::Read),
                                     SecondSample::bit(EventKind::Read)));
        }
    }
    return seconds;
}

void store(const QString &file, const QString &node, std::vector<ClosedSecond> seconds)
{
    HistoryWriter writer(file);
    writer.enqueue(node, node, false, std::move(seconds));
    QVERIFY(writer.flush());
}

UtcTime timeAt(qint64 offset)
{
    return UtcTime{at(offset)};
}

} // namespace

class TestUsualTrafficReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsFromTheHistory()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("history.sqlite"));
        UsualTrafficReader reader(file);
        QVERIFY(!reader.look(timeAt(kMidnight)));
        store(file, QStringLiteral("support-eu"), someDays(5));
        store(file, QStringLiteral("quiet"), idle(kMidnight, kMidnight + 100));

        const auto learnt = reader.look(timeAt(kMidnight + 7 * kDay));
        QVERIFY2(learnt, learnt ? "" : qPrintable(learnt.error()));
        QCOMPARE(learnt->size(), std::size_t{2});
        const auto &busy = (*learnt)[0].nodeId == QLatin1String("quiet") ? (*learnt)[1].usual : (*learnt)[0].usual;
        const auto &quiet = (*learnt)[0].nodeId == QLatin1String("quiet") ? (*learnt)[0].usual : (*learnt)[1].usual;
        const auto ten = timeAt(kMidnight + 10 * kHour + 60);
        const auto eleven = ten + std::chrono::hours{1};
        QVERIFY(busy.isKnown(EventKind::Receive, ten));
        QVERIFY(busy.isKnown(EventKind::Send, ten));
        QVERIFY(!busy.isKnown(EventKind::Read, ten));
        QVERIFY(!busy.isKnown(EventKind::Receive, ten - std::chrono::hours{2}));
        // 15 of 60 busy minutes in the second hour, which is beside the first.
        QVERIFY(qAbs(busy.pace(EventKind::Receive, eleven) - 0.283) < 0.01);
        QCOMPARE(busy.pace(EventKind::Receive, ten), busy.pace(EventKind::Receive, eleven));
        QVERIFY(!quiet.isKnown(EventKind::Receive, ten));
    }

    void goesOnWhereItStopped()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("history.sqlite"));
        store(file, QStringLiteral("support-eu"), someDays(3));
        UsualTrafficReader reader(file);
        const auto ten = timeAt(kMidnight + 10 * kHour);
        auto learnt = reader.look(timeAt(kMidnight + 2 * kDay));
        QVERIFY(learnt && !learnt->front().usual.isKnown(EventKind::Receive, ten));
        // The third day is new; the first two are remembered and not counted twice.
        learnt = reader.look(timeAt(kMidnight + 3 * kDay));
        QVERIFY(learnt && learnt->front().usual.isKnown(EventKind::Receive, ten));
        const auto fresh = UsualTrafficReader(file).look(timeAt(kMidnight + 3 * kDay));
        QVERIFY(fresh);
        QVERIFY(fresh->front().usual == learnt->front().usual);
        learnt = reader.look(timeAt(kMidnight + 3 * kDay));
        QVERIFY(learnt && fresh->front().usual == learnt->front().usual);
    }

    void aMinuteThatWasNotWatchedToTheEndSaysNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("history.sqlite"));
        std::vector<ClosedSecond> seconds;
        for (auto &second : someDays(5)) {
            if (unixSeconds(second.second) % 60 < 30)
                seconds.push_back(second);
        }
        store(file, QStringLiteral("support-eu"), std::move(seconds));
        const auto learnt = UsualTrafficReader(file).look(timeAt(kMidnight + 7 * kDay));
        QVERIFY(learnt);
        QVERIFY(!learnt->front().usual.isKnown(EventKind::Receive, timeAt(kMidnight + 10 * kHour)));
    }
};

BAROGRAPH_TEST(TestUsualTrafficReader)
#include "tst_usual_traffic_reader.moc"
