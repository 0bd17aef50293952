// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/config_outline.h"

#include <QRegularExpression>

namespace barograph {

QStringList nodeIdsInToml(const QByteArray &toml)
{
    static const QRegularExpression idLine(QStringLiteral("\\A\\s*id\\s*=\\s*[\"']([^\"']*)[\"']"));
    static const QRegularExpression header(QStringLiteral("\\A\\s*\\["));
    static const QRegularExpression nodeHeader(QStringLiteral("\\A\\s*\\[\\[\\s*node\\s*\\]\\]"));
    QStringList ids;
    bool inNode = false;
    const auto lines = QString::fromUtf8(toml).split(u'\n');
    for (const QString &line : lines) {
        if (header.match(line).hasMatch())
            inNode = nodeHeader.match(line).hasMatch();
        else if (const auto match = idLine.match(line); inNode && match.hasMatch())
            ids << match.captured(1);
    }
    return ids;
}

ImportOutline outlineOfImport(const QStringList &inFile, const QStringList &present, bool replace)
{
    ImportOutline outline;
    for (const QString &id : inFile)
        (present.contains(id) ? outline.changed : outline.added) << id;
    for (const QString &id : present) {
        if (replace && !inFile.contains(id))
            outline.removed << id;
    }
    return outline;
}

} // namespace barograph
