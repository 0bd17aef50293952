// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/config_change.h"

#include "secrets/secret_store.h"
#include "setup/setup_words.h"
#include "text/joined.h"

#include <algorithm>

namespace barograph {

namespace {

using Changed = tl::expected<ConfigChange, ConfigError>;

constexpr qsizetype kLongestId = 40;
constexpr qsizetype kLongestName = 80;

std::size_t rowOf(const Config &config, const QString &nodeId)
{
    const auto found = std::find_if(config.nodes.begin(), config.nodes.end(),
                                    [&nodeId](const NodeConfig &node) { return node.id == nodeId; });
    return static_cast<std::size_t>(found - config.nodes.begin());
}

Changed nodeGone(const QString &nodeId)
{
    return tl::unexpected(
        ConfigError{0, 0, QString(),
                    SetupWords::tr("There is no node \"%1\" in the configuration any more. It was removed meanwhile.")
                        .arg(nodeId)});
}

/// The dialog's fields have no place in a list.
ConfigError withoutPlace(ConfigError error, std::size_t row)
{
    const QString prefix = QStringLiteral("node[%1].").arg(row);
    if (error.field.startsWith(prefix))
        error.field.remove(0, prefix.size());
    return error;
}

Changed checkedChange(ConfigChange change, std::size_t row)
{
    if (const auto error = checkConfig(change.config))
        return tl::unexpected(withoutPlace(*error, row));
    return change;
}

QString quotedName(const NodeConfig &node)
{
    return QStringLiteral("“%1”").arg(node.name);
}

Changed applySave(const Config &config, const NodeDraft &draft)
{
    const NodeConfig &node = draft.config;
    ConfigChange change;
    change.config = config;
    change.nodeId = node.id;
    if (auto error = checkNode(node))
        return tl::unexpected(*error);
    const bool isNew = draft.editedId.isEmpty();
    const std::size_t row = isNew ? config.nodes.size() : rowOf(config, draft.editedId);
    if (!isNew && row == config.nodes.size())
        return nodeGone(draft.editedId);
    const std::size_t taken = rowOf(config, node.id);
    if (taken != config.nodes.size() && taken != row) {
        return tl::unexpected(ConfigError{0, 0, QStringLiteral("id"),
                                          SetupWords::tr("The id \"%1\" is taken by %2. Choose another one.")
                                              .arg(node.id, quotedName(config.nodes[taken]))});
    }
    if (isNew)
        change.config.nodes.push_back(node);
    else
        change.config.nodes[row] = node;

    const bool renamed = !isNew && draft.editedId != node.id;
    for (const QString &name : SecretName::kAll) {
        const auto entered = draft.secrets.find(name);
        if (entered != draft.secrets.end())
            change.before.push_back({node.id, name, entered->second, {}});
        else if (renamed)
            change.before.push_back({node.id, name, std::nullopt, draft.editedId});
        if (renamed)
            change.after.push_back({draft.editedId, name, Secret(), {}});
    }
    change.text = isNew ? SetupWords::tr("%1 was added.").arg(quotedName(node))
                        : SetupWords::tr("%1 was saved.").arg(quotedName(node));
    if (renamed)
        change.text = joinedSentences(
            {change.text,
             SetupWords::tr("With its id, its webhook address changed: set the new one at the node. What was "
                            "counted so far stays under the old id, \"%1\".")
                 .arg(draft.editedId)});
    return checkedChange(std::move(change), row);
}

Changed applyRemove(const Config &config, const RemoveNode &edit)
{
    const std::size_t row = rowOf(config, edit.nodeId);
    if (row == config.nodes.size())
        return nodeGone(edit.nodeId);
    ConfigChange change;
    change.config = config;
    change.text = SetupWords::tr("%1 was removed. Its counts and its history stay.").arg(quotedName(config.nodes[row]));
    change.config.nodes.erase(change.config.nodes.begin() + static_cast<std::ptrdiff_t>(row));
    if (edit.secretsToo) {
        for (const QString &name : SecretName::kAll)
            change.after.push_back({edit.nodeId, name, Secret(), {}});
    }
    return checkedChange(std::move(change), row);
}

QString freeId(const Config &config, const QString &id)
{
    for (int number = 1;; ++number) {
        const QString ending = number == 1 ? QStringLiteral("-copy") : QStringLiteral("-copy-%1").arg(number);
        QString candidate = id.left(kLongestId - ending.size()) % ending;
        if (rowOf(config, candidate) == config.nodes.size())
            return candidate;
    }
}

Changed applyDuplicate(const Config &config, const DuplicateNode &edit)
{
    const std::size_t row = rowOf(config, edit.nodeId);
    if (row == config.nodes.size())
        return nodeGone(edit.nodeId);
    ConfigChange change;
    change.config = config;
    NodeConfig copy = config.nodes[row];
    const QString named = SetupWords::tr("%1 (copy)");
    copy.id = freeId(config, copy.id);
    copy.name = named.arg(copy.name.left(kLongestName - (named.size() - 2))); // without its %1
    copy.enabled = false;
    for (const QString &name : SecretName::kAll)
        change.before.push_back({copy.id, name, std::nullopt, edit.nodeId});
    change.nodeId = copy.id;
    change.text = SetupWords::tr("%1 was made. It is switched off until you switch it on.").arg(quotedName(copy));
    change.config.nodes.insert(change.config.nodes.begin() + static_cast<std::ptrdiff_t>(row) + 1, copy);
    return checkedChange(std::move(change), row + 1);
}

Changed applyMove(const Config &config, const MoveNode &edit)
{
    const std::size_t row = rowOf(config, edit.nodeId);
    if (row == config.nodes.size())
        return nodeGone(edit.nodeId);
    ConfigChange change;
    change.config = config;
    change.nodeId = edit.nodeId;
    auto &nodes = change.config.nodes;
    const auto from = nodes.begin() + static_cast<std::ptrdiff_t>(row);
    const auto to =
        nodes.begin() + std::clamp<std::ptrdiff_t>(edit.row, 0, static_cast<std::ptrdiff_t>(nodes.size()) - 1);
    if (from < to)
        std::rotate(from, from + 1, to + 1);
    else
        std::rotate(to, from, from + 1);
    change.text = SetupWords::tr("%1 was moved.").arg(quotedName(config.nodes[row]));
    return checkedChange(std::move(change), row);
}

template<typename Change> Changed changeOne(const Config &config, const QString &nodeId, Change make)
{
    const std::size_t row = rowOf(config, nodeId);
    if (row == config.nodes.size())
        return nodeGone(nodeId);
    ConfigChange change;
    change.config = config;
    change.nodeId = nodeId;
    change.text = make(change.config.nodes[row]);
    return checkedChange(std::move(change), row);
}

struct Applier
{
    const Config &config;

    Changed operator()(const SaveNode &edit) const { return applySave(config, edit.draft); }
    Changed operator()(const RemoveNode &edit) const { return applyRemove(config, edit); }
    Changed operator()(const DuplicateNode &edit) const { return applyDuplicate(config, edit); }
    Changed operator()(const MoveNode &edit) const { return applyMove(config, edit); }
    Changed operator()(const SwitchNode &edit) const
    {
        return changeOne(config, edit.nodeId, [&edit](NodeConfig &node) {
            node.enabled = edit.enabled;
            return edit.enabled ? SetupWords::tr("%1 was switched on.").arg(quotedName(node))
                                : SetupWords::tr("%1 was switched off. Webhooks that it sends are still received.")
                                      .arg(quotedName(node));
        });
    }
    Changed operator()(const GroupNode &edit) const
    {
        return changeOne(config, edit.nodeId, [&edit](NodeConfig &node) {
            node.group = edit.group.trimmed();
            return node.group.isEmpty()
                       ? SetupWords::tr("%1 is in no group now.").arg(quotedName(node))
                       : SetupWords::tr("%1 is in the group “%2” now.").arg(quotedName(node), node.group);
        });
    }
    Changed operator()(const ImportConfig &) const { return unchanged(); }
    Changed operator()(const ExportConfig &) const { return unchanged(); }

    Changed unchanged() const
    {
        ConfigChange change;
        change.config = config;
        return change;
    }
};

QString countedIds(const QStringList &ids, const QString &counted)
{
    constexpr int kMostNamed = 5;
    if (ids.isEmpty())
        return {};
    QString list = ids.mid(0, kMostNamed).join(QLatin1String(", "));
    if (ids.size() > kMostNamed)
        list += QStringLiteral(", …");
    return SetupWords::tr("%1 (%2)", "how many nodes, and their ids").arg(counted, list);
}

} // namespace

Changed changeConfig(const Config &config, const ConfigEdit &edit)
{
    return std::visit(Applier{config}, edit);
}

Changed importedConfig(const Config &config, const Config &file, bool replace)
{
    ConfigChange change;
    change.config = file;
    if (!replace) {
        change.config = config;
        for (const NodeConfig &node : file.nodes) {
            const std::size_t row = rowOf(change.config, node.id);
            if (row == change.config.nodes.size())
                change.config.nodes.push_back(node);
            else
                change.config.nodes[row] = node;
        }
    }
    const QString difference = nodesDifference(config.nodes, change.config.nodes);
    change.text = difference.isEmpty() ? SetupWords::tr("Imported: the nodes are the same as before.")
                                       : SetupWords::tr("Imported: %1. Secrets are not part of such a file: enter "
                                                        "those of added nodes.")
                                             .arg(difference);
    if (const auto error = checkConfig(change.config))
        return tl::unexpected(*error);
    return change;
}

QString nodesDifference(const std::vector<NodeConfig> &before, const std::vector<NodeConfig> &after)
{
    const auto find = [](const std::vector<NodeConfig> &nodes, const QString &id) {
        return std::find_if(nodes.begin(), nodes.end(), [&id](const NodeConfig &node) { return node.id == id; });
    };
    QStringList added;
    QStringList changed;
    QStringList removed;
    for (const NodeConfig &node : after) {
        const auto known = find(before, node.id);
        if (known == before.end())
            added << node.id;
        else if (!(*known == node))
            changed << node.id;
    }
    for (const NodeConfig &node : before) {
        if (find(after, node.id) == after.end())
            removed << node.id;
    }
    QStringList parts{
        countedIds(added, SetupWords::tr("%n node(s) added", nullptr, static_cast<int>(added.size()))),
        countedIds(changed, SetupWords::tr("%n node(s) changed", nullptr, static_cast<int>(changed.size()))),
        countedIds(removed, SetupWords::tr("%n node(s) removed", nullptr, static_cast<int>(removed.size())))};
    parts.removeAll(QString());
    if (parts.isEmpty() && before != after)
        return SetupWords::tr("the order of the nodes changed");
    return parts.join(QLatin1String(", "));
}

} // namespace barograph
