// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace barograph {

/// The ids of the nodes in a configuration file, in its order: enough to say beforehand what taking it over would
/// change. It only looks at lines; whoever takes the file over reads it whole and says what is wrong with it. Pure.
QStringList nodeIdsInToml(const QByteArray &toml);

/// What an import would do to the nodes that there are, by id.
struct ImportOutline
{
    QStringList added;
    QStringList changed;
    QStringList removed; ///< only where everything is replaced
};
ImportOutline outlineOfImport(const QStringList &inFile, const QStringList &present, bool replace);

} // namespace barograph
