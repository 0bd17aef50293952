// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config_file.h"
#include "setup/config_edit.h"

namespace barograph {

/// One thing to do to the secret store.
struct SecretChange
{
    QString nodeId;
    QString name;
    std::optional<Secret> value; ///< nothing: take it from `from`; empty: remove it
    QString from;                ///< id of the node whose secret of that name is copied
};

/// What an edit makes of a configuration.
struct ConfigChange
{
    Config config;
    std::vector<SecretChange> before; ///< before the file is written; if one fails, nothing is changed
    std::vector<SecretChange> after;  ///< what is only tidied up
    QString text;                     ///< what was done, a sentence or two
    QString nodeId;                   ///< that was added or changed; may be empty
};

/// Applies an edit to `config`; the error names the field as the dialog knows it (no "node[3]." in front). Not for
/// ExportConfig, which changes nothing; ImportConfig goes by importedConfig(). Pure.
tl::expected<ConfigChange, ConfigError> changeConfig(const Config &config, const ConfigEdit &edit);

/// `file`'s nodes put into `config`: known ids are changed in their place, others follow at the end. With `replace` it
/// is `file` itself. Pure.
tl::expected<ConfigChange, ConfigError> importedConfig(const Config &config, const Config &file, bool replace);

/// What another configuration brings, for a notice: "2 nodes added (a, b), 1 changed (c)". Empty: the nodes are the
/// same. Pure.
QString nodesDifference(const std::vector<NodeConfig> &before, const std::vector<NodeConfig> &after);

} // namespace barograph
