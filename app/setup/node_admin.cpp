// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/node_admin.h"

#include "config/paths.h"
#include "setup/setup_words.h"
#include "text/joined.h"

#include <QFileInfo>

namespace barograph {

namespace {

/// Somebody who saves all the time would keep an edit busy for ever.
constexpr int kMostEditAttempts = 5;

} // namespace

NodeAdmin::NodeAdmin(const QString &configFile, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_path(configFile)
    , m_secrets(secrets)
{
    m_disk.setMaxThreadCount(1); // one after the other
}

NodeAdmin::~NodeAdmin()
{
    m_disk.waitForDone();
}

template<typename Work, typename Done> void NodeAdmin::onDisk(Work work, Done done)
{
    m_disk.start([this, work = std::move(work), done = std::move(done)] {
        // Shared, because what is posted has to be copyable.
        auto result = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            this, [done, result] { done(*result); }, Qt::QueuedConnection);
    });
}

void NodeAdmin::begin(const Config &running)
{
    m_running = running;
    m_config = running;
    const QString folder = QFileInfo(m_path).absolutePath();
    // A folder that is not there cannot be watched. One that is there is not ours to change.
    if (!QFileInfo::exists(folder))
        makePrivateFolder(folder);
    m_watch = std::make_unique<ConfigWatch>(m_path);
    connect(m_watch.get(), &ConfigWatch::maybeChanged, this, &NodeAdmin::reload);
    // It may have been changed since it was read; also the first look to compare with.
    reload();
}

const NodeConfig *NodeAdmin::node(const QString &nodeId) const
{
    for (const NodeConfig &node : m_config.nodes) {
        if (node.id == nodeId)
            return &node;
    }
    return nullptr;
}

void NodeAdmin::edit(const ConfigEditRequest &request)
{
    m_waiting.push_back(request);
    startNext();
}

void NodeAdmin::startNext()
{
    if (m_job || m_reloading)
        return;
    if (m_reloadWanted) {
        reload();
        return;
    }
    if (m_waiting.empty())
        return;
    m_job = std::make_unique<Job>();
    m_job->request = std::move(m_waiting.front());
    m_waiting.pop_front();
    prepare();
}

void NodeAdmin::prepare()
{
    ++m_job->attempts;
    onDisk(
        [path = m_path, otherwise = m_config, edit = m_job->request.edit] {
            Prepared prepared{findConfig(path, otherwise), {}};
            if (!prepared.found.loaded) {
                prepared.change = tl::unexpected(prepared.found.loaded.error());
                return prepared;
            }
            const Config &config = prepared.found.loaded->config;
            if (const auto *import = std::get_if<ImportConfig>(&edit)) {
                const auto file = loadConfig(import->filePath);
                if (file)
                    prepared.change = importedConfig(config, file->config, import->replace);
                else
                    prepared.change = tl::unexpected(file.error());
                return prepared;
            }
            prepared.change = changeConfig(config, edit);
            if (const auto *wanted = std::get_if<ExportConfig>(&edit)) {
                if (const auto written = exportConfig(wanted->filePath, config); !written)
                    prepared.change = tl::unexpected(written.error());
                else
                    prepared.change->text =
                        SetupWords::tr("The configuration is in %1. It holds no secrets.").arg(wanted->filePath);
            }
            return prepared;
        },
        [this](const Prepared &prepared) { onPrepared(prepared); });
}

void NodeAdmin::onPrepared(const Prepared &prepared)
{
    if (!prepared.found.loaded) {
        ConfigError error = prepared.found.loaded.error();
        error.text = SetupWords::tr("%1 Nothing was changed: correct this in %2 first.").arg(error.text, m_path);
        fail(error);
        return;
    }
    if (!prepared.change) {
        fail(prepared.change.error());
        return;
    }
    m_job->bytes = prepared.found.bytes;
    m_job->change = *prepared.change;
    const auto go = [this](const SecretStore::Stored &stored) {
        if (!stored)
            finish(false,
                   SetupWords::tr("Nothing was changed, because a secret could not be stored. %1").arg(stored.error()));
        else
            write();
    };
    m_job->secrets = std::make_unique<SecretTransaction>(m_secrets, m_job->change.before, nullptr);
    m_job->secrets->run(go);
}

void NodeAdmin::write()
{
    onDisk(
        [path = m_path, bytes = m_job->bytes, before = m_config, change = m_job->change.config] {
            // What is the same is not written: the comments of a file would be lost for nothing.
            const ConfigFound now = findConfig(path, before);
            if (now.bytes && now.loaded && now.loaded->config == change)
                return ConfigWriteResult{
                    now.bytes == bytes ? ConfigWritten::Done : ConfigWritten::ChangedMeanwhile, {}, *now.bytes};
            if (!now.bytes && before == change && !bytes)
                return ConfigWriteResult{ConfigWritten::Done, {}, {}};
            return writeConfig(path, change, bytes);
        },
        [this](const ConfigWriteResult &result) { onWritten(result); });
}

void NodeAdmin::onWritten(const ConfigWriteResult &result)
{
    if (result.how == ConfigWritten::Done) {
        if (!result.bytes.isEmpty())
            m_bytes = result.bytes;
        m_fileIsWrong = false;
        adopt(m_job->change.config);
        tidyUp();
        return;
    }
    m_job->secrets->undo([this, result] {
        if (result.how == ConfigWritten::Failed)
            fail(result.error);
        else if (m_job->attempts < kMostEditAttempts)
            prepare();
        else
            finish(false, SetupWords::tr("%1 is being changed all the time by something else, so nothing was changed "
                                         "here. Try again.")
                              .arg(m_path));
    });
}

void NodeAdmin::tidyUp()
{
    QStringList touched = m_job->secrets->touched();
    m_job->secrets = std::make_unique<SecretTransaction>(m_secrets, m_job->change.after, nullptr);
    m_job->secrets->run([this, touched](const SecretStore::Stored &stored) {
        for (const QString &nodeId : touched)
            Q_EMIT secretsChanged(nodeId);
        const QString left =
            stored ? QString() : SetupWords::tr("Its former secrets could not be removed: %1").arg(stored.error());
        finish(true, joinedSentences({m_job->change.text, left, restartNote(m_job->change.config)}));
    });
}

void NodeAdmin::fail(const ConfigError &error)
{
    // The field goes by itself for a dialog that marks it; in the sentence it tells where a file is wrong.
    finish(false, error.line > 0 ? error.toString() : error.text, error.field);
}

void NodeAdmin::finish(bool ok, const QString &text, const QString &field)
{
    ConfigEditResult result;
    result.ticket = m_job->request.ticket;
    result.ok = ok;
    result.text = text;
    result.field = field;
    if (ok)
        result.nodeId = m_job->change.nodeId;
    // Not deleted here: a transaction of it may be calling us.
    if (auto *secrets = m_job->secrets.release())
        secrets->deleteLater();
    m_job.reset();
    Q_EMIT edited(result);
    startNext();
}

void NodeAdmin::reload()
{
    if (m_job || m_reloading) {
        m_reloadWanted = true;
        return;
    }
    m_reloadWanted = false;
    m_reloading = true;
    onDisk([path = m_path, otherwise = m_config] { return findConfig(path, otherwise); },
           [this](const ConfigFound &found) {
               m_reloading = false;
               onReloaded(found);
               startNext();
           });
}

void NodeAdmin::onReloaded(const ConfigFound &found)
{
    if (found.bytes == m_bytes)
        return; // our own writing, or nothing at all
    const bool hadFile = m_bytes.has_value();
    m_bytes = found.bytes;
    ConfigEditResult notice;
    if (!found.bytes) {
        notice.text = SetupWords::tr("%1 is gone. Barograph goes on with the nodes it knows, and writes the file again "
                                     "when you change one.")
                          .arg(m_path);
        Q_EMIT edited(notice);
        return;
    }
    if (!found.loaded) {
        m_fileIsWrong = true;
        notice.field = found.loaded.error().field;
        notice.text = SetupWords::tr("%1 was changed and cannot be used: %2 Barograph goes on with the nodes as they "
                                     "were.")
                          .arg(m_path, found.loaded.error().toString());
        Q_EMIT edited(notice);
        return;
    }
    const bool wasWrong = std::exchange(m_fileIsWrong, false);
    const Config &config = found.loaded->config;
    const QString difference = nodesDifference(m_config.nodes, config.nodes);
    const QString restart =
        m_config.listener == config.listener && m_config.journal == config.journal ? QString() : restartNote(config);
    adopt(config);
    if (difference.isEmpty() && restart.isEmpty() && !wasWrong)
        return; // comments only, or the first look
    notice.ok = true;
    QString news;
    if (difference.isEmpty())
        news = (hadFile ? SetupWords::tr("%1 was changed.") : SetupWords::tr("%1 was found.")).arg(m_path);
    else
        news = (hadFile ? SetupWords::tr("%1 was changed: %2.") : SetupWords::tr("%1 was found: %2."))
                   .arg(m_path, difference);
    const QStringList &warnings = found.loaded->warnings;
    notice.text = joinedSentences(
        {news, restart, warnings.isEmpty() ? QString() : SetupWords::tr("In %1.").arg(warnings.constFirst())});
    Q_EMIT edited(notice);
}

void NodeAdmin::adopt(const Config &config)
{
    const bool changed = config.nodes != m_config.nodes;
    m_config = config;
    if (changed)
        Q_EMIT nodesChanged(m_config.nodes);
}

QString NodeAdmin::restartNote(const Config &config) const
{
    QStringList parts;
    if (config.listener != m_running.listener)
        parts << QStringLiteral("[listener]");
    if (config.journal != m_running.journal)
        parts << QStringLiteral("[journal]");
    if (parts.isEmpty())
        return {};
    return SetupWords::tr("What was changed under %1 takes effect when Barograph is started again.")
        .arg(joinedList(parts));
}

} // namespace barograph
