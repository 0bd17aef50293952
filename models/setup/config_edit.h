// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/node_draft.h"

#include <QMetaType>
#include <QString>

#include <variant>

namespace barograph {

/// Adds the node, or changes the one named by NodeDraft::editedId.
struct SaveNode
{
    NodeDraft draft;
};
/// Counts and history stay; its secrets are removed from the store if `secretsToo`.
struct RemoveNode
{
    QString nodeId;
    bool secretsToo = true;
};
/// A copy with another id and " (copy)" behind the name, switched off, with the same secrets.
struct DuplicateNode
{
    QString nodeId;
};
/// To this row among all nodes, from 0.
struct MoveNode
{
    QString nodeId;
    int row = 0;
};
struct SwitchNode
{
    QString nodeId;
    bool enabled = true;
};
struct GroupNode
{
    QString nodeId;
    QString group;
};
/// Takes over nodes (and, with `replace`, everything) from a TOML file. Nodes whose id is taken already are changed.
struct ImportConfig
{
    QString filePath;
    bool replace = false;
};
/// Writes the whole configuration, which never holds secrets, as TOML.
struct ExportConfig
{
    QString filePath;
};

using ConfigEdit =
    std::variant<SaveNode, RemoveNode, DuplicateNode, MoveNode, SwitchNode, GroupNode, ImportConfig, ExportConfig>;

struct ConfigEditRequest
{
    quint64 ticket = 0;
    ConfigEdit edit;
};

struct ConfigEditResult
{
    quint64 ticket = 0; ///< 0: nobody asked; the file was changed by hand
    bool ok = false;
    QString text;   ///< what was done or, not ok, what is wrong, with line and field where there is one
    QString field;  ///< of the configuration, e.g. "url"; empty: about no single one
    QString nodeId; ///< that was added or changed; may be empty
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::ConfigEditRequest)
Q_DECLARE_METATYPE(barograph::ConfigEditResult)
