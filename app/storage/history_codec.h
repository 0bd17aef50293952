// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "core/fingerprint.h"
#include "core/reading.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <vector>

namespace barograph {

/// How values that are no plain numbers are kept in the history file.

/// 16 bytes, big-endian.
QByteArray fingerprintBytes(const Fingerprint &print);
/// Null for anything that is not 16 bytes.
Fingerprint fingerprintFromBytes(const QByteArray &bytes);

/// [{"what":…,"before":…,"after":…}, …]
QString changesToJson(const std::vector<ControlChange> &changes);
/// What cannot be read is left out.
std::vector<ControlChange> changesFromJson(const QString &json);

/// A stored number and its Truth as one reading. A truth that needs a value but has none is unknown.
Reading<quint32> readingFromStored(const QVariant &number, uint truth, UtcTime at);

} // namespace barograph
