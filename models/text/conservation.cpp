// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/conservation.h"

#include "text/labels.h"
#include "text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace barograph {

namespace {

struct ConservationWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Conservation)
};

quint64 accountedFor(const IngestTotals &totals)
{
    return totals.counted + totals.apart + totals.redelivered + totals.rejected;
}

QString groupedCount(quint64 number)
{
    return formatCount(static_cast<qint64>(number));
}

} // namespace

bool isConserved(const IngestTotals &totals)
{
    return totals.received == accountedFor(totals);
}

QString conservationText(const IngestTotals &totals)
{
    const QString text =
        (isConserved(totals)
             ? ConservationWords::tr("%1 events received = %2 counted + %3 apart + %4 redelivered + %5 rejected")
             : ConservationWords::tr("%1 events received, but %2 counted + %3 apart + %4 redelivered + %5 rejected = "
                                     "%6. Please report this as an error in Barograph."))
            .arg(groupedCount(totals.received), groupedCount(totals.counted), groupedCount(totals.apart),
                 groupedCount(totals.redelivered), groupedCount(totals.rejected));
    return isConserved(totals) ? text : text.arg(groupedCount(accountedFor(totals)));
}

QString apartSumText(const IngestTotals &totals, const ApartCounts &apart)
{
    std::vector<std::pair<quint64, QString>> parts;
    for (std::size_t i = 0; i < apart.size(); ++i) {
        if (apart[i] > 0)
            parts.emplace_back(apart[i], apartKindText(static_cast<ApartKind>(i)).toLower());
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    const quint64 sum = std::accumulate(apart.begin(), apart.end(), quint64{0});
    if (sum == 0 && totals.apart == 0)
        return {};
    QStringList words;
    for (const auto &[count, name] : parts)
        words << ConservationWords::tr("%1 %2").arg(groupedCount(count), name);
    const QString text = words.isEmpty() ? ConservationWords::tr("nothing by kind") : words.join(QStringLiteral(" + "));
    if (sum == totals.apart)
        return ConservationWords::tr("%1 apart = %2").arg(groupedCount(totals.apart), text);
    return ConservationWords::tr("%1 apart, but the kinds make %2: %3. Please report this as an error in Barograph.")
        .arg(groupedCount(totals.apart), groupedCount(sum), text);
}

} // namespace barograph
