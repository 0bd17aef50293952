// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bucket_codec.h"

#include <cmath>
#include <limits>

namespace barograph {

namespace {

constexpr quint64 kBucketFormat = 1;

class NumberWriter
{
public:
    explicit NumberWriter(QByteArray &bytes)
        : m_bytes(bytes)
    {}
    void put(quint64 number)
    {
        for (; number >= 0x80; number >>= 7)
            m_bytes.append(static_cast<char>((number & 0x7F) | 0x80));
        m_bytes.append(static_cast<char>(number));
    }
    template<typename Numbers> void putAll(const Numbers &numbers)
    {
        for (const auto number : numbers)
            put(number);
    }

private:
    QByteArray &m_bytes;
};

class NumberReader
{
public:
    explicit NumberReader(const QByteArray &bytes)
        : m_at(bytes.constData())
        , m_end(m_at + bytes.size())
    {}
    quint64 take()
    {
        quint64 number = 0;
        for (unsigned shift = 0; m_at != m_end && shift < 64; shift += 7) {
            const auto byte = static_cast<quint8>(*m_at++);
            number |= static_cast<quint64>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0)
                return number;
        }
        m_good = false;
        return 0;
    }
    template<typename Number> void takeInto(Number &number)
    {
        const quint64 taken = take();
        m_good = m_good && taken <= std::numeric_limits<Number>::max();
        number = static_cast<Number>(taken);
    }
    template<typename Numbers> void takeAll(Numbers &numbers)
    {
        for (auto &number : numbers)
            takeInto(number);
    }
    bool isGood() const { return m_good; }
    bool isAtEnd() const { return m_at == m_end; }

private:
    const char *m_at;
    const char *m_end;
    bool m_good = true;
};

quint64 wholeNumber(float value)
{
    constexpr double kMost = 1e15;
    return static_cast<quint64>(std::llround(std::min(std::max(double{value}, 0.0), kMost)));
}

} // namespace

QByteArray bucketBytes(const TimeBucket &bucket, UtcSecond start)
{
    QByteArray bytes;
    bytes.reserve(80);
    NumberWriter writer(bytes);
    writer.put(kBucketFormat);
    writer.put(bucket.seconds);
    writer.put(bucket.known);
    if (bucket.known > 0) {
        writer.put(static_cast<quint64>((bucket.highestAt - start).count()));
        writer.putAll(bucket.highest.counts.counts);
        writer.put(bucket.highest.knownMask * 16ULL + bucket.highest.notMeasuredMask);
        writer.putAll(bucket.most.counts);
        writer.putAll(bucket.least.counts);
        writer.putAll(bucket.sum.counts);
        writer.putAll(bucket.knownOf.counts);
        writer.put(bucket.budgetKnown);
        writer.put(bucket.atEighty);
        writer.put(bucket.atBudget);
        writer.putAll(bucket.over);
    }
    writer.put(bucket.notMeasuredMask * 16ULL + bucket.estimatedMask);
    quint64 known = 0;
    for (std::size_t i = 0; i < kGaugeKindCount; ++i)
        known |= bucket.gauges[i].isKnown() ? 1ULL << i : 0;
    writer.put((bucket.paused ? 1 : 0) + 2 * known);
    for (const auto &gauge : bucket.gauges) {
        if (!gauge.isKnown())
            continue;
        const quint64 least = wholeNumber(gauge.least);
        writer.put(least);
        writer.put(std::max(wholeNumber(gauge.most), least) - least);
    }
    return bytes;
}

std::optional<TimeBucket> bucketFromBytes(const QByteArray &bytes, UtcSecond start)
{
    NumberReader reader(bytes);
    if (reader.take() != kBucketFormat)
        return std::nullopt;
    TimeBucket bucket;
    reader.takeInto(bucket.seconds);
    reader.takeInto(bucket.known);
    if (bucket.known > 0) {
        quint32 offset = 0;
        reader.takeInto(offset);
        bucket.highestAt = start + Seconds{offset};
        reader.takeAll(bucket.highest.counts.counts);
        quint8 masks = 0;
        reader.takeInto(masks);
        bucket.highest.knownMask = masks >> 4U;
        bucket.highest.notMeasuredMask = masks & 0x0FU;
        reader.takeAll(bucket.most.counts);
        reader.takeAll(bucket.least.counts);
        reader.takeAll(bucket.sum.counts);
        reader.takeAll(bucket.knownOf.counts);
        reader.takeInto(bucket.budgetKnown);
        reader.takeInto(bucket.atEighty);
        reader.takeInto(bucket.atBudget);
        reader.takeAll(bucket.over);
    }
    quint8 masks = 0;
    reader.takeInto(masks);
    bucket.notMeasuredMask = masks >> 4U;
    bucket.estimatedMask = masks & 0x0FU;
    const quint64 known = reader.take();
    bucket.paused = (known & 1U) != 0;
    for (std::size_t i = 0; i < kGaugeKindCount; ++i) {
        if (((known >> (i + 1)) & 1U) == 0)
            continue;
        const quint64 least = reader.take();
        bucket.gauges[i].least = static_cast<float>(least);
        bucket.gauges[i].most = static_cast<float>(least + reader.take());
    }
    if (!reader.isGood() || !reader.isAtEnd())
        return std::nullopt;
    return bucket;
}

} // namespace barograph
