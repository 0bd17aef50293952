// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_recovery.h"
#include "storage/journal_writer.h"

#include <QFile>
#include <QTemporaryDir>

namespace barograph::test {

inline IngestedEvent someEvent(quint64 number)
{
    IngestedEvent event;
    event.node = static_cast<NodeIndex>(number % 3);
    if (number % 5 != 0)
        event.kind = kEventKinds[number % kEventKindCount];
    else
        event.apart = static_cast<ApartKind>(number % kApartKindCount);
    event.redelivered = number % 7 == 0;
    event.message = {number, ~number};
    event.participant = {number * 3, number * 5};
    if (number % 4 == 0)
        event.group = {number * 7, 1};
    event.arrival = fromUnixMillis(1'760'000'000'000 + static_cast<qint64>(number));
    if (number % 2 == 0)
        event.eventTime = fromUnixMillis(1'759'999'999'000);
    if (number % 13 == 12) {
        event.way = number % 2 == 0 ? SendWay::Message : SendWay::Status;
        event.code = static_cast<quint32>(number);
    }
    return event;
}

/// One record of each type.
inline std::vector<JournalRecord> oneOfEach()
{
    NodeMeter::CounterDelta delta;
    delta.counter = 1'000'000'000'000;
    delta.sends = 17;
    delta.at = fromUnixMillis(1'760'000'000'123);
    delta.span = Millis{2000};
    delta.source = SendSource::StatsCounter;
    delta.countsFrom = fromUnixMillis(1'759'000'000'000);
    return {NodeRecord{2, "node-a"},
            someEvent(1),
            someEvent(4),
            someEvent(5),
            CounterRecord{2, delta},
            ListeningRecord{true, fromUnixMillis(5)},
            ListeningRecord{false, fromUnixMillis(6)},
            HeartbeatRecord{fromUnixMillis(7)},
            TallyRecord{1, TallyRecord::What::RejectedItems, 9, fromUnixMillis(8)},
            TallyRecord{1, TallyRecord::What::BadRequests, 1, fromUnixMillis(9)},
            FeedRecord{2, EventFeed::Listener, fromUnixMillis(10)},
            FeedRecord{2, EventFeed::None, fromUnixMillis(11)},
            FeedRecord{2, EventFeed::Tap, fromUnixMillis(12)}};
}

// Conversions make plain == ambiguous inside QVERIFY.
inline bool same(const JournalRecord &a, const JournalRecord &b)
{
    return a == b;
}
inline bool same(const std::vector<JournalRecord> &a, const std::vector<JournalRecord> &b)
{
    return a == b;
}

/// A journal in a folder of its own.
struct JournalFixture
{
    QTemporaryDir directory;
    QString folder = directory.path();
    JournalLimits limits;
    std::shared_ptr<JournalDisk> disk = std::make_shared<JournalDisk>();
    UtcTime now = fromUnixMillis(1'760'000'000'000);

    JournalWriter writer(JournalWriter::Start start = {})
    {
        return JournalWriter(folder, limits, start, disk, [this] { return now; });
    }
    std::vector<JournalRecord> recover(JournalRecovery *details = nullptr)
    {
        std::vector<JournalRecord> records;
        const auto recovery =
            recoverJournal(folder, [&records](const JournalRecord &record) { records.push_back(record); });
        if (recovery && details != nullptr)
            *details = *recovery;
        if (!recovery)
            qWarning("%s", qPrintable(recovery.error().text));
        return records;
    }
    QByteArray content(quint64 number)
    {
        QFile file(journalFilePath(folder, number));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool setContent(quint64 number, const QByteArray &bytes)
    {
        QFile file(journalFilePath(folder, number));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
};

} // namespace barograph::test
