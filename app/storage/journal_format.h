// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_record.h"

#include <cstddef>
#include <span>
#include <vector>

namespace barograph {

/// How records lie on disk. All numbers little-endian. Pure functions; any bytes may be given to the readers.
///
///     segment = header, frame*, zeros (space reserved ahead)
///     header  = "BAROJRNL", u32 version, u32 header bytes (32), u64 segment number, u32 0, u32 crc of the 28 before
///     frame   = u32 magic, u32 payload bytes, u32 record count, u32 crc, u64 sequence, payload
///     record  = u8 type, u8 flags, u16 bytes including these 8, u16 node, u8 kind, u8 apart, rest by type
///
/// A frame is one batch that became durable as a whole. Its checksum (CRC-32 as in zlib) covers all of the frame but
/// the checksum itself. Sequences rise by one from frame to frame, across segments; sequence 0 marks a frame that
/// restates what earlier segments said (node table, listening or not, feeds, counters), so that each can be read alone.
/// A record of an unknown type is passed over by its length.
namespace journal {

using Bytes = std::span<const unsigned char>;

inline constexpr quint32 kFormatVersion = 1;
inline constexpr std::size_t kSegmentHeaderBytes = 32;
inline constexpr std::size_t kFrameHeaderBytes = 24;
inline constexpr std::size_t kMaxFramePayloadBytes = std::size_t{16} << 20U;
inline constexpr quint64 kRestatingSequence = 0;

void appendSegmentHeader(std::vector<unsigned char> &out, quint64 segment);

enum class HeaderFault : quint8 { None, Unreadable, NewerVersion };
struct SegmentHeader
{
    HeaderFault fault = HeaderFault::Unreadable;
    quint64 segment = 0;
};
SegmentHeader readSegmentHeader(Bytes segment);

void appendFrame(std::vector<unsigned char> &out, quint64 sequence, std::span<const JournalRecord> records);

/// One intact frame inside a segment's bytes.
struct FrameView
{
    std::size_t offset = 0; ///< of the frame's first byte
    Bytes whole;
    quint64 sequence = 0;
    quint32 recordCount = 0;

    Bytes payload() const { return whole.subspan(kFrameHeaderBytes); }
};
/// The frame that starts exactly at `offset`, if it is whole and its checksum is right.
std::optional<FrameView> frameAt(Bytes segment, std::size_t offset);
/// The first intact frame at or behind `offset`.
std::optional<FrameView> findFrame(Bytes segment, std::size_t offset);

/// Appends the frame's records to `out`. False if the payload does not add up; what was readable has been appended.
bool readRecords(const FrameView &frame, std::vector<JournalRecord> &out);

} // namespace journal
} // namespace barograph
