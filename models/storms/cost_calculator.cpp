// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/cost_calculator.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace barograph {

namespace {

constexpr double kLongestSeconds = 7 * 3'600;
constexpr std::size_t kParts = 48;
/// The picture ends when so much of the receipts has been carried.
constexpr double kPictureShare = 0.95;
/// Sums of parts need not meet a whole number exactly.
constexpr double kHalfAReceipt = 0.5;

Millis millisOf(double seconds)
{
    return Millis{std::llround(seconds * 1000)};
}

/// What of the receipts has come by a time, if all messages go out at once.
class Arrivals
{
public:
    explicit Arrivals(const CostQuestion &question, double deliveries, double reads)
        : m_deliveries(deliveries)
        , m_reads(reads)
    {
        if (question.curve && question.curve->isUsable())
            m_shares.emplace(*question.curve);
    }

    bool isByCurve() const { return m_shares.has_value(); }
    double by(double seconds) const
    {
        if (!m_shares)
            return seconds > 0 ? m_deliveries + m_reads : 0;
        return m_deliveries * m_shares->by(Receipt::Delivery, seconds) + m_reads * m_shares->by(Receipt::Read, seconds);
    }

private:
    double m_deliveries;
    double m_reads;
    std::optional<ReceiptShares> m_shares;
};

void runQueue(const CostQuestion &question, const Arrivals &arrivals, CostAnswer &answer)
{
    const auto left = question.tps - question.otherPerSecond;
    // Where all come at once there is no tail to leave out.
    const auto pictured = arrivals.by(kLongestSeconds) * (arrivals.isByCurve() ? kPictureShare : 1) - kHalfAReceipt;
    std::vector<double> carriedBy{0};
    double waiting = 0;
    double most = static_cast<double>(question.incomingWaiting);
    double behindUntil = 0;
    double carried = 0;
    for (double second = 0; second < kLongestSeconds && carried < pictured; second += 1) {
        waiting += arrivals.by(second + 1) - arrivals.by(second);
        most = std::max(most, waiting + static_cast<double>(question.incomingWaiting));
        const auto taken = std::min(waiting, left);
        waiting -= taken;
        carried += taken;
        carriedBy.push_back(carried);
        if (waiting > left)
            behindUntil = second + 1;
    }
    answer.mostWaiting = static_cast<quint64>(std::llround(most));
    if (arrivals.isByCurve())
        answer.likelyBehind = millisOf(behindUntil);

    const auto seconds = carriedBy.size() - 1;
    const auto parts = std::min(kParts, seconds);
    for (std::size_t part = 0; part < parts; ++part) {
        const auto from = part * seconds / parts;
        const auto to = (part + 1) * seconds / parts;
        answer.spent.push_back((carriedBy[to] - carriedBy[from]) / (static_cast<double>(to - from) * question.tps));
    }
    answer.spentOver = Seconds{static_cast<qint64>(seconds)};
}

} // namespace

CostAnswer costOf(const CostQuestion &question)
{
    CostAnswer answer;
    answer.sends = question.groups.size();
    answer.members = std::accumulate(question.groups.begin(), question.groups.end(), quint64{0});
    answer.deliveries = question.kinds.deliveries ? answer.members : 0;
    answer.reads = question.kinds.reads ? answer.members : 0;
    const Arrivals arrivals(question, static_cast<double>(answer.deliveries), static_cast<double>(answer.reads));
    if (arrivals.isByCurve())
        answer.likelyReceipts = static_cast<quint64>(std::llround(arrivals.by(kLongestSeconds)));
    const auto atOnce = static_cast<qint64>(answer.receipts()) + question.incomingWaiting;
    answer.couldOverflow = atOnce > question.incomingCapacity;
    answer.mostWaiting = static_cast<quint64>(atOnce);
    answer.overflows = answer.couldOverflow && !arrivals.isByCurve();
    answer.nothingLeft = question.tps > 0 && question.otherPerSecond >= question.tps;
    if (!(question.tps > 0) || answer.nothingLeft || answer.receipts() == 0)
        return answer;
    answer.atMost = millisOf(static_cast<double>(answer.receipts()) / (question.tps - question.otherPerSecond));
    runQueue(question, arrivals, answer);
    answer.overflows = static_cast<qint64>(answer.mostWaiting) > question.incomingCapacity;
    return answer;
}

std::optional<std::vector<quint32>> groupsFromText(const QString &text)
{
    static const QRegularExpression kBetween(QStringLiteral("[,;+\\n]"));
    static const QRegularExpression kEntry(QStringLiteral("^(?:(\\d{1,6})\\s*[×x*]\\s*)?(\\d{1,6})$"),
                                           QRegularExpression::CaseInsensitiveOption);
    std::vector<quint32> groups;
    for (const auto &part : text.split(kBetween, Qt::SkipEmptyParts)) {
        const auto match = kEntry.match(part.trimmed());
        if (!match.hasMatch())
            return std::nullopt;
        const auto times = match.captured(1).isEmpty() ? 1U : match.captured(1).toUInt();
        const auto members = match.captured(2).toUInt();
        if (times == 0 || members == 0 || members > kMostEnteredMembers || groups.size() + times > kMostEnteredGroups)
            return std::nullopt;
        groups.insert(groups.end(), times, members);
    }
    return groups.empty() ? std::nullopt : std::optional(std::move(groups));
}

} // namespace barograph
