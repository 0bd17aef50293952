// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace barograph {

/// What is wrong with a configuration, where, and what to do about it.
struct ConfigError
{
    int line = 0;   ///< from 1; 0 = not about a line of the file
    int column = 0; ///< from 1; 0 = unknown
    QString field;  ///< e.g. "node[1].url"; empty for a syntax error or a file that cannot be read
    QString text;   ///< one or two sentences

    /// "line 12, node[1].url: …", for a terminal or a dialog.
    QString toString() const;
};

/// A configuration that can be used, with what was noticed on the way.
struct LoadedConfig
{
    Config config;
    QStringList warnings; ///< unknown keys and the like: nothing that hinders
};

/// Reads a TOML configuration file; docs/configuration.md documents it. A file that does not exist is an error: the
/// caller decides whether that means an empty configuration.
tl::expected<LoadedConfig, ConfigError> loadConfig(const QString &path);
/// The same from text. Pure.
tl::expected<LoadedConfig, ConfigError> parseConfig(const QByteArray &toml);

/// Checks values that did not come from a file, e.g. from the node dialog. The first thing wrong, if any. Pure.
std::optional<ConfigError> checkConfig(const Config &config);
std::optional<ConfigError> checkNode(const NodeConfig &node);

/// Writes `config` through a temporary file, so that a crash leaves either the old or the new one, and keeps the old
/// one as `path` + ".bak". Comments of the old file are only in that one. The file is readable by the user only.
/// A configuration that checkConfig() refuses is not written.
tl::expected<void, ConfigError> saveConfig(const QString &path, const Config &config);
/// The text that saveConfig writes. Pure.
QByteArray configToToml(const Config &config);

} // namespace barograph
