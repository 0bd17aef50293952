// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace barograph {

/// True if `pointer` is empty or a well-formed RFC 6901 pointer ("/a/0/b~1c").
bool isJsonPointer(const QString &pointer);

/// What `pointer` names below `root`; undefined if it is not there or the pointer is malformed.
QJsonValue jsonAt(const QJsonValue &root, const QString &pointer);

} // namespace barograph
