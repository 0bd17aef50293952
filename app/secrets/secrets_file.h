// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QHash>
#include <QString>

#include <tl/expected.hpp>

#include <map>

namespace barograph {

/// Secrets given beforehand, by (node id, name).
using GivenSecrets = std::map<std::pair<QString, QString>, Secret>;

/// Reads a TOML file with one table per node id: [support-eu] password = "…", api-key = "…". Refused if others than
/// the owner may read it. The error says what to do and never repeats the file's content.
tl::expected<GivenSecrets, QString> loadSecretsFile(const QString &path);

/// The environment variable that gives a secret: BAROGRAPH_SECRET_<NODE ID>_<NAME> in capitals, "_" for "-".
QByteArray secretVariable(const QString &nodeId, const QString &name);

} // namespace barograph
