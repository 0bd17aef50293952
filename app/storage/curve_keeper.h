// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/curve_file.h"

#include <QThreadPool>

#include <mutex>
#include <optional>

namespace barograph {

/// Keeps what nodes have learnt from group storms across restarts. All functions are thread-safe and none but the
/// constructor and the destructor waits for the disk; what changes while a write goes on is written after it.
class CurveKeeper
{
public:
    /// Reads the file; one that cannot be used is logged and begun anew with the first change.
    explicit CurveKeeper(QString file);
    ~CurveKeeper(); ///< writes what has changed

    std::optional<ReceiptCurve> curveOf(const QString &nodeId) const;
    void keep(const QString &nodeId, const ReceiptCurve &curve);

private:
    void write();

    QString m_file;
    mutable std::mutex m_mutex;
    ReceiptCurves m_curves;
    bool m_changed = false;
    bool m_writing = false;
    QString m_problem; ///< that was logged last
    QThreadPool m_writer;
};

} // namespace barograph
