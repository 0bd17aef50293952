// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/config_change.h"

namespace barograph {

/// A configuration file as it was found.
struct ConfigFound
{
    std::optional<QByteArray> bytes; ///< nothing: there is no such file
    tl::expected<LoadedConfig, ConfigError> loaded;
};

/// What became of writing a configuration.
enum class ConfigWritten : quint8 {
    Done,
    ChangedMeanwhile, ///< the file is not the one that the change was made from; nothing was written
    Failed
};
struct ConfigWriteResult
{
    ConfigWritten how = ConfigWritten::Failed;
    ConfigError error; ///< Failed
    QByteArray bytes;  ///< Done: what the file holds now
};

// All of these wait for the disk.

/// Where there is no file, `otherwise` is what it would hold.
ConfigFound findConfig(const QString &path, const Config &otherwise);
/// Writes only if the file still holds `expected`.
ConfigWriteResult writeConfig(const QString &path, const Config &config, const std::optional<QByteArray> &expected);
/// Writes a copy somewhere else.
tl::expected<void, ConfigError> exportConfig(const QString &path, const Config &config);

} // namespace barograph
