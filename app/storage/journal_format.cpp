// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_format.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace barograph {

std::optional<UtcTime> recordTime(const JournalRecord &record)
{
    if (const auto *event = std::get_if<IngestedEvent>(&record))
        return event->arrival;
    if (const auto *counter = std::get_if<CounterRecord>(&record))
        return counter->delta.at;
    if (const auto *listening = std::get_if<ListeningRecord>(&record))
        return listening->at;
    if (const auto *heartbeat = std::get_if<HeartbeatRecord>(&record))
        return heartbeat->at;
    if (const auto *tally = std::get_if<TallyRecord>(&record))
        return tally->at;
    if (const auto *feed = std::get_if<FeedRecord>(&record))
        return feed->at;
    return std::nullopt;
}

namespace journal {
namespace {

constexpr std::array<unsigned char, 8> kSegmentMagic{'B', 'A', 'R', 'O', 'J', 'R', 'N', 'L'};
constexpr quint32 kFrameMagic = 0x314D5246; // "FRM1" in the file
constexpr std::array<unsigned char, 4> kFrameMagicBytes{'F', 'R', 'M', '1'};
constexpr std::size_t kRecordHeaderBytes = 8;

enum class RecordType : quint8 { Event = 1, Counter, Listening, Heartbeat, Tally, Node, Feed };

enum EventFlag : quint8 { kHasKind = 1, kRedelivered = 2, kHasEventTime = 4, kHasGroup = 8, kHasCode = 64 };
constexpr unsigned kWayShift = 4; ///< two bits of the flags
constexpr quint8 kWayMask = 3;

template<typename Number> Number readNumber(const unsigned char *from)
{
    return qFromLittleEndian<Number>(from);
}

quint32 frameChecksum(const unsigned char *frame, std::size_t payloadBytes)
{
    // Header without the checksum field (bytes 12..15), then the payload.
    auto crc = ::crc32(0, frame, 12);
    crc = ::crc32(crc, frame + 16, 8);
    crc = ::crc32_z(crc, frame + kFrameHeaderBytes, payloadBytes);
    return static_cast<quint32>(crc);
}

/// Writes one record at the end of a buffer.
class RecordWriter
{
public:
    explicit RecordWriter(std::vector<unsigned char> &out)
        : m_out(out)
    {}

    void begin(RecordType type, quint8 flags, NodeIndex node, quint8 kind, quint8 apart, std::size_t bodyBytes)
    {
        const auto bytes = kRecordHeaderBytes + bodyBytes;
        m_at = m_out.size();
        m_out.resize(m_at + bytes);
        putNumber(static_cast<quint8>(type));
        putNumber(flags);
        putNumber(static_cast<quint16>(bytes));
        putNumber(node);
        putNumber(kind);
        putNumber(apart);
    }
    template<typename Number> void putNumber(Number value)
    {
        qToLittleEndian(value, m_out.data() + m_at);
        m_at += sizeof(Number);
    }
    void putTime(UtcTime time) { putNumber(unixMillis(time)); }
    void putPrint(const Fingerprint &print)
    {
        putNumber(print.high);
        putNumber(print.low);
    }
    void putBytes(const std::string &text)
    {
        std::memcpy(m_out.data() + m_at, text.data(), text.size());
        m_at += text.size();
    }

private:
    std::vector<unsigned char> &m_out;
    std::size_t m_at = 0;
};

/// Group and code stand at the end, in this order, where there are any.
std::size_t eventBodyBytes(quint8 flags)
{
    return std::size_t{48} + ((flags & kHasGroup) != 0 ? 16 : 0) + ((flags & kHasCode) != 0 ? 4 : 0);
}

struct Encoder
{
    RecordWriter writer;

    void operator()(const IngestedEvent &event)
    {
        quint8 flags = event.kind ? kHasKind : 0;
        flags = static_cast<quint8>(flags | (event.redelivered ? kRedelivered : 0));
        flags = static_cast<quint8>(flags | (event.eventTime ? kHasEventTime : 0));
        flags = static_cast<quint8>(flags | (event.group.isNull() ? 0 : kHasGroup));
        flags = static_cast<quint8>(flags | (event.code == 0 ? 0 : kHasCode));
        flags = static_cast<quint8>(flags | (static_cast<unsigned>(event.way) << kWayShift));
        writer.begin(RecordType::Event, flags, event.node, static_cast<quint8>(event.kind.value_or(EventKind::Receive)),
                     static_cast<quint8>(event.apart), eventBodyBytes(flags));
        writer.putTime(event.arrival);
        writer.putTime(event.eventTime.value_or(UtcTime{}));
        writer.putPrint(event.message);
        writer.putPrint(event.participant);
        if (!event.group.isNull())
            writer.putPrint(event.group);
        if (event.code != 0)
            writer.putNumber(event.code);
    }
    void operator()(const CounterRecord &record)
    {
        writer.begin(RecordType::Counter, 0, record.node, static_cast<quint8>(record.delta.source), 0, 40);
        writer.putTime(record.delta.at);
        writer.putNumber(record.delta.counter);
        writer.putNumber(record.delta.sends);
        writer.putNumber(static_cast<qint64>(record.delta.span.count()));
        writer.putTime(record.delta.countsFrom);
    }
    void operator()(const ListeningRecord &record)
    {
        writer.begin(RecordType::Listening, record.listening ? 1 : 0, 0, 0, 0, 8);
        writer.putTime(record.at);
    }
    void operator()(const HeartbeatRecord &record)
    {
        writer.begin(RecordType::Heartbeat, 0, 0, 0, 0, 8);
        writer.putTime(record.at);
    }
    void operator()(const TallyRecord &record)
    {
        writer.begin(RecordType::Tally, 0, record.node, static_cast<quint8>(record.what), 0, 16);
        writer.putTime(record.at);
        writer.putNumber(record.count);
    }
    void operator()(const NodeRecord &record)
    {
        writer.begin(RecordType::Node, 0, record.node, 0, 0, record.id.size());
        writer.putBytes(record.id);
    }
    void operator()(const FeedRecord &record)
    {
        writer.begin(RecordType::Feed, 0, record.node, static_cast<quint8>(record.feed), 0, 8);
        writer.putTime(record.at);
    }
};

/// One record's bytes; `size` includes the record header and has been checked against the payload.
struct RawRecord
{
    const unsigned char *at = nullptr;
    std::size_t size = 0;

    quint8 flags() const { return at[1]; }
    NodeIndex node() const { return readNumber<quint16>(at + 4); }
    quint8 kind() const { return at[6]; }
    quint8 apart() const { return at[7]; }
    template<typename Number> Number number(std::size_t offset) const
    {
        return readNumber<Number>(at + kRecordHeaderBytes + offset);
    }
    UtcTime time(std::size_t offset) const { return fromUnixMillis(number<qint64>(offset)); }
    Fingerprint print(std::size_t offset) const { return {number<quint64>(offset), number<quint64>(offset + 8)}; }
    bool hasBody(std::size_t bytes) const { return size >= kRecordHeaderBytes + bytes; }
};

std::optional<JournalRecord> readEvent(const RawRecord &raw)
{
    const quint8 flags = raw.flags();
    const bool hasGroup = (flags & kHasGroup) != 0;
    const auto way = static_cast<quint8>((flags >> kWayShift) & kWayMask);
    if (!raw.hasBody(eventBodyBytes(flags)) || raw.kind() >= kEventKindCount || raw.apart() >= kApartKindCount ||
        way > static_cast<quint8>(SendWay::Status))
        return std::nullopt;
    IngestedEvent event;
    event.node = raw.node();
    if ((flags & kHasKind) != 0)
        event.kind = static_cast<EventKind>(raw.kind());
    event.apart = static_cast<ApartKind>(raw.apart());
    event.redelivered = (flags & kRedelivered) != 0;
    event.way = static_cast<SendWay>(way);
    event.arrival = raw.time(0);
    if ((flags & kHasEventTime) != 0)
        event.eventTime = raw.time(8);
    event.message = raw.print(16);
    event.participant = raw.print(32);
    if (hasGroup)
        event.group = raw.print(48);
    if ((flags & kHasCode) != 0)
        event.code = raw.number<quint32>(hasGroup ? 64 : 48);
    return event;
}

std::optional<JournalRecord> readCounter(const RawRecord &raw)
{
    if (!raw.hasBody(40) || raw.kind() > static_cast<quint8>(SendSource::StatsCounter))
        return std::nullopt;
    CounterRecord record;
    record.node = raw.node();
    record.delta.at = raw.time(0);
    record.delta.counter = raw.number<quint64>(8);
    record.delta.sends = raw.number<quint64>(16);
    record.delta.span = Millis{raw.number<qint64>(24)};
    record.delta.source = static_cast<SendSource>(raw.kind());
    record.delta.countsFrom = raw.time(32);
    return record;
}

std::optional<JournalRecord> readKnown(const RawRecord &raw, RecordType type)
{
    switch (type) {
    case RecordType::Event:
        return readEvent(raw);
    case RecordType::Counter:
        return readCounter(raw);
    case RecordType::Listening:
        if (!raw.hasBody(8))
            return std::nullopt;
        return ListeningRecord{(raw.flags() & 1) != 0, raw.time(0)};
    case RecordType::Heartbeat:
        if (!raw.hasBody(8))
            return std::nullopt;
        return HeartbeatRecord{raw.time(0)};
    case RecordType::Tally:
        if (!raw.hasBody(16) || raw.kind() > static_cast<quint8>(TallyRecord::What::BadRequests))
            return std::nullopt;
        return TallyRecord{raw.node(), static_cast<TallyRecord::What>(raw.kind()), raw.number<quint64>(8), raw.time(0)};
    case RecordType::Node:
        if (raw.size - kRecordHeaderBytes > kMaxNodeIdBytes)
            return std::nullopt;
        return NodeRecord{raw.node(), std::string(reinterpret_cast<const char *>(raw.at + kRecordHeaderBytes),
                                                  raw.size - kRecordHeaderBytes)};
    case RecordType::Feed:
        if (!raw.hasBody(8) || raw.kind() > static_cast<quint8>(EventFeed::Absent))
            return std::nullopt;
        return FeedRecord{raw.node(), static_cast<EventFeed>(raw.kind()), raw.time(0)};
    }
    return std::nullopt;
}

bool isKnownType(quint8 type)
{
    return type >= static_cast<quint8>(RecordType::Event) && type <= static_cast<quint8>(RecordType::Feed);
}

} // namespace

void appendSegmentHeader(std::vector<unsigned char> &out, quint64 segment)
{
    const auto at = out.size();
    out.resize(at + kSegmentHeaderBytes, 0);
    auto *header = out.data() + at;
    std::copy(kSegmentMagic.begin(), kSegmentMagic.end(), header);
    qToLittleEndian(kFormatVersion, header + 8);
    qToLittleEndian(static_cast<quint32>(kSegmentHeaderBytes), header + 12);
    qToLittleEndian(segment, header + 16);
    qToLittleEndian(static_cast<quint32>(::crc32(0, header, 28)), header + 28);
}

SegmentHeader readSegmentHeader(Bytes segment)
{
    if (segment.size() < kSegmentHeaderBytes || !std::equal(kSegmentMagic.begin(), kSegmentMagic.end(), segment.data()))
        return {};
    if (readNumber<quint32>(segment.data() + 28) != static_cast<quint32>(::crc32(0, segment.data(), 28)))
        return {};
    if (readNumber<quint32>(segment.data() + 8) > kFormatVersion)
        return {HeaderFault::NewerVersion, 0};
    if (readNumber<quint32>(segment.data() + 12) != kSegmentHeaderBytes)
        return {};
    return {HeaderFault::None, readNumber<quint64>(segment.data() + 16)};
}

void appendFrame(std::vector<unsigned char> &out, quint64 sequence, std::span<const JournalRecord> records)
{
    const auto at = out.size();
    out.resize(at + kFrameHeaderBytes);
    Encoder encoder{RecordWriter(out)};
    for (const auto &record : records)
        std::visit(encoder, record);
    const auto payloadBytes = out.size() - at - kFrameHeaderBytes;
    auto *frame = out.data() + at;
    qToLittleEndian(kFrameMagic, frame);
    qToLittleEndian(static_cast<quint32>(payloadBytes), frame + 4);
    qToLittleEndian(static_cast<quint32>(records.size()), frame + 8);
    qToLittleEndian(sequence, frame + 16);
    qToLittleEndian(frameChecksum(frame, payloadBytes), frame + 12);
}

std::optional<FrameView> frameAt(Bytes segment, std::size_t offset)
{
    if (offset > segment.size() || segment.size() - offset < kFrameHeaderBytes)
        return std::nullopt;
    const auto *frame = segment.data() + offset;
    const std::size_t payloadBytes = readNumber<quint32>(frame + 4);
    if (readNumber<quint32>(frame) != kFrameMagic || payloadBytes > kMaxFramePayloadBytes ||
        payloadBytes > segment.size() - offset - kFrameHeaderBytes)
        return std::nullopt;
    if (readNumber<quint32>(frame + 12) != frameChecksum(frame, payloadBytes))
        return std::nullopt;
    return FrameView{offset, segment.subspan(offset, kFrameHeaderBytes + payloadBytes), readNumber<quint64>(frame + 16),
                     readNumber<quint32>(frame + 8)};
}

std::optional<FrameView> findFrame(Bytes segment, std::size_t offset)
{
    auto from = segment.begin() + static_cast<std::ptrdiff_t>(std::min(offset, segment.size()));
    while (true) {
        from = std::search(from, segment.end(), kFrameMagicBytes.begin(), kFrameMagicBytes.end());
        if (from == segment.end())
            return std::nullopt;
        if (auto frame = frameAt(segment, static_cast<std::size_t>(from - segment.begin())))
            return frame;
        ++from;
    }
}

bool readRecords(const FrameView &frame, std::vector<JournalRecord> &out)
{
    Bytes rest = frame.payload();
    quint32 read = 0;
    while (!rest.empty()) {
        if (rest.size() < kRecordHeaderBytes)
            return false;
        const RawRecord raw{rest.data(), readNumber<quint16>(rest.data() + 2)};
        if (raw.size < kRecordHeaderBytes || raw.size > rest.size())
            return false;
        if (isKnownType(rest[0])) {
            auto record = readKnown(raw, static_cast<RecordType>(rest[0]));
            if (!record)
                return false;
            out.push_back(std::move(*record));
        }
        ++read;
        rest = rest.subspan(raw.size);
    }
    return read == frame.recordCount;
}

} // namespace journal
} // namespace barograph
