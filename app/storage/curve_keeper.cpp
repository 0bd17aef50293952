// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/curve_keeper.h"

#include <QLoggingCategory>

namespace barograph {

Q_LOGGING_CATEGORY(lcCurves, "barograph.storage.curves")

namespace {

/// Nodes that were taken out keep theirs, in case they come back; this many are enough.
constexpr qsizetype kMostCurves = 1'000;

} // namespace

CurveKeeper::CurveKeeper(QString file)
    : m_file(std::move(file))
{
    m_writer.setMaxThreadCount(1);
    auto loaded = loadReceiptCurves(m_file);
    if (loaded)
        m_curves = *std::move(loaded);
    else
        qCWarning(lcCurves).noquote() << loaded.error();
}

CurveKeeper::~CurveKeeper()
{
    m_writer.waitForDone();
}

std::optional<ReceiptCurve> CurveKeeper::curveOf(const QString &nodeId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_curves.constFind(nodeId);
    return found == m_curves.constEnd() ? std::nullopt : std::optional(*found);
}

void CurveKeeper::keep(const QString &nodeId, const ReceiptCurve &curve)
{
    const std::lock_guard lock(m_mutex);
    m_curves.insert(nodeId, curve);
    if (m_curves.size() > kMostCurves) {
        const auto oldest = std::min_element(m_curves.cbegin(), m_curves.cend(), [](const auto &a, const auto &b) {
            return a.learntUntil < b.learntUntil;
        });
        m_curves.erase(oldest);
    }
    m_changed = true;
    if (!std::exchange(m_writing, true))
        m_writer.start([this] { write(); });
}

void CurveKeeper::write()
{
    std::unique_lock lock(m_mutex);
    while (std::exchange(m_changed, false)) {
        const auto curves = m_curves;
        lock.unlock();
        const auto saved = saveReceiptCurves(m_file, curves);
        lock.lock();
        const auto problem = saved ? QString() : saved.error();
        if (!problem.isEmpty() && problem != m_problem)
            qCWarning(lcCurves).noquote() << problem;
        m_problem = problem;
    }
    m_writing = false;
}

} // namespace barograph
