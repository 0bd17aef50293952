// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/fingerprinter.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"

#include <QFile>
#include <QStringList>

namespace barograph::test {

/// Decodes bodies as the listener gives them: with readable bytes behind, which must not matter.
class DecoderBench
{
public:
    explicit DecoderBench(NodeKind kind, const DecodeLimits &limits = {})
        : m_decoder(makeDecoder(kind, limits))
    {}

    tl::expected<DecodeStats, DecodeError> decode(const QByteArray &body)
    {
        const QByteArray padded = body + QByteArray(static_cast<qsizetype>(kBodyPadding), '}');
        items.clear();
        return m_decoder->decode({padded.constData(), static_cast<std::size_t>(body.size())}, {prints, unknown}, items);
    }

    /// "delivery", "receive", "failed:131056"…, one per item.
    QStringList kinds() const
    {
        static const QStringList kEvents{QStringLiteral("receive"), QStringLiteral("send"), QStringLiteral("delivery"),
                                         QStringLiteral("read")};
        static const QStringList kApart{
            QStringLiteral("failed"),    QStringLiteral("deleted"),        QStringLiteral("played"),
            QStringLiteral("reaction"),  QStringLiteral("system"),         QStringLiteral("error"),
            QStringLiteral("service"),   QStringLiteral("not-understood"), QStringLiteral("own-device"),
            QStringLiteral("send-echo"), QStringLiteral("session"),        QStringLiteral("group"),
            QStringLiteral("edited"),    QStringLiteral("other")};
        QStringList list;
        for (const auto &item : items) {
            const QString name = item.kind ? kEvents[static_cast<int>(indexOf(*item.kind))]
                                           : kApart[static_cast<int>(indexOf(item.apart))];
            list << (item.code == 0 ? name : name + QLatin1Char(':') + QString::number(item.code));
        }
        return list;
    }

    /// How often a name was not known.
    quint64 unknownCount(std::string_view name) const
    {
        for (const auto &[known, count] : unknown.top()) {
            if (known == name)
                return count;
        }
        return 0;
    }

    InstallationKey key{InstallationKey::Bytes{1, 2, 3}};
    Fingerprinter prints{key};
    NameTally unknown;
    std::vector<DecodedItem> items;

private:
    std::unique_ptr<Decoder> m_decoder;
};

inline QByteArray dataFile(const QByteArray &name)
{
    QFile file(QStringLiteral(BAROGRAPH_TEST_DATA "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace barograph::test
