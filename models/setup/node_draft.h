// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"

#include <QMetaType>

#include <map>

namespace barograph {

/// A node as a dialog holds it, before it is saved. Secrets by SecretName; one that is not in here stays as it is
/// stored, an empty one is removed from the store.
struct NodeDraft
{
    NodeConfig config;
    std::map<QString, Secret> secrets;
    QString editedId; ///< id of the configured node that this is a change of; empty = a new one
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::NodeDraft)
