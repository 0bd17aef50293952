// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/webhook_url_command.h"

#include "config/config_file.h"
#include "core/node_traits.h"
#include "ingest/webhook_secret.h"

#include <QTextStream>

#include <algorithm>
#include <cstdio>

namespace barograph {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;

int refuse(const QString &why)
{
    QTextStream(stderr) << why << Qt::endl;
    return kFailed;
}

} // namespace

int runWebhookUrlCommand(const CommandLine &line, const Paths &paths)
{
    const auto loaded = loadConfig(paths.configFile);
    if (!loaded)
        return refuse(QStringLiteral("%1: %2").arg(paths.configFile, loaded.error().toString()));
    const auto &nodes = loaded->config.nodes;
    const auto known =
        std::find_if(nodes.begin(), nodes.end(), [&line](const NodeConfig &node) { return node.id == line.nodeId; });
    if (known == nodes.end()) {
        QStringList ids;
        for (const auto &node : nodes)
            ids << node.id;
        return refuse(QStringLiteral("There is no node \"%1\" in %2. Nodes there: %3.")
                          .arg(line.nodeId, paths.configFile,
                               ids.isEmpty() ? QStringLiteral("none") : ids.join(QLatin1String(", "))));
    }
    const auto &listener = loaded->config.listener;
    if (line.verifyToken && !asksForHandshake(known->kind))
        return refuse(QStringLiteral("Nodes of kind %1 do not verify addresses; there is no token to enter.")
                          .arg(nodeKindName(known->kind)));
    if (listener.port == 0 && !line.verifyToken)
        return refuse(QStringLiteral("The listener's port in %1 is 0, so it differs from run to run. Give it a fixed "
                                     "port, or copy the address from the window.")
                          .arg(paths.configFile));
    if (!makePrivateFolder(paths.dataDir))
        return refuse(QStringLiteral("The folder %1 cannot be made or written.").arg(paths.dataDir));
    const auto key = loadOrMakeInstallationKey(paths.installationKeyFile());
    if (!key)
        return refuse(key.error());

    if (line.verifyToken) {
        QTextStream(stdout) << QString::fromStdString(verifyToken(*key, line.nodeId.toStdString())) << Qt::endl;
        return kDone;
    }

    const QString host =
        listener.address.contains(QLatin1Char(':')) ? u'[' % listener.address % u']' : listener.address;
    const std::string secret = webhookSecret(*key, line.nodeId.toStdString());
    QTextStream(stdout) << (listener.tls ? "https://" : "http://") << host << ':' << listener.port << "/hook/"
                        << line.nodeId << '/' << QString::fromStdString(secret) << Qt::endl;
    return kDone;
}

} // namespace barograph
