// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of the journal, and as the inside of a batch whose checksum is right.

#include "storage/journal_scan.h"

#include <cstdlib>

using namespace barograph;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void scan(journal::Bytes bytes)
{
    std::size_t end = 0;
    const auto scan = journal::scanSegment(bytes, [&end](const journal::FrameView &frame) {
        require(frame.offset >= end); // in order, none overlapping
        end = frame.offset + frame.whole.size();
        std::vector<JournalRecord> records;
        journal::readRecords(frame, records);
    });
    require(scan.frames == 0 || scan.end == end);
    require(scan.end <= bytes.size() || scan.frames == 0);
}

/// What can be read can be written, and is then the same again.
void readBack(journal::Bytes payload)
{
    std::vector<unsigned char> frame(journal::kFrameHeaderBytes);
    frame.insert(frame.end(), payload.begin(), payload.end());
    std::vector<JournalRecord> records;
    journal::readRecords({0, frame, 1, 0}, records);

    std::vector<unsigned char> written;
    journal::appendFrame(written, 1, records);
    const auto again = journal::frameAt(written, 0);
    require(again.has_value());
    std::vector<JournalRecord> sameRecords;
    require(journal::readRecords(*again, sameRecords));
    std::vector<unsigned char> writtenAgain;
    journal::appendFrame(writtenAgain, 1, sameRecords);
    require(written == writtenAgain);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::vector<unsigned char> exact(data, data + size);
    scan(exact);
    readBack(exact);
    return 0;
}
