// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../journal/failing_disk.h"
#include "../journal/journal_fixture.h"
#include "ingest/group_commit.h"

#include <QStringList>

namespace barograph::test {

/// A GroupCommit whose ingest thread is the test's: it runs while the test waits for something.
class CommitStage
{
public:
    explicit CommitStage(GroupCommit::Options options = {})
    {
        fixture.disk = disk;
        const auto clock = [] { return utcNow(); };
        auto writer =
            std::make_unique<JournalWriter>(fixture.folder, fixture.limits, JournalWriter::Start{}, disk, clock);
        auto trim = [this]() -> tl::expected<int, JournalError> {
            if (trimFails)
                return tl::unexpected(JournalError{QStringLiteral("cannot trim")});
            return 0;
        };
        commit.emplace(
            context, std::move(writer), trim, options, clock,
            GroupCommit::Callbacks{[this](quint64 ticket, bool isDurable) { settled.emplace_back(ticket, isDurable); },
                                   [this](const std::vector<JournalRecord> &records) {
                                       durable.insert(durable.end(), records.begin(), records.end());
                                   },
                                   [this] { errors << commit->error(); }});
    }
    template<typename Condition> bool waitFor(Condition condition)
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!condition() && std::chrono::steady_clock::now() < end) {
            context.restart();
            context.run_one_for(std::chrono::milliseconds(50));
        }
        return condition();
    }

    JournalFixture fixture;
    std::shared_ptr<FailingDisk> disk = std::make_shared<FailingDisk>();
    std::atomic<bool> trimFails = false;
    boost::asio::io_context context{1};
    std::vector<std::pair<quint64, bool>> settled;
    std::vector<JournalRecord> durable;
    QStringList errors;
    std::optional<GroupCommit> commit;
};

} // namespace barograph::test
