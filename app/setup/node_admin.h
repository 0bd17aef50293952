// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/config_disk.h"
#include "setup/config_watch.h"
#include "setup/secret_transaction.h"

#include <QThreadPool>

#include <deque>
#include <memory>

namespace barograph {

/// Changes the configuration file for the dialogs, one edit after the other, and takes up what was changed in it by
/// hand.
///
/// An edit is made from what the file holds at that moment. Secrets are stored first; if that fails nothing is changed.
/// If the file was changed in between, the edit is made again from the new content. The disk is waited for on a thread
/// of its own, and so is parsing. Lives on the secret store's thread.
class NodeAdmin : public QObject
{
    Q_OBJECT

public:
    /// `secrets` must outlive this object.
    NodeAdmin(const QString &configFile, SecretStore &secrets, QObject *parent = nullptr);
    ~NodeAdmin() override; ///< waits for what is being written; what is not begun is dropped

    /// Call once. `running` is what the program started with, also where there is no file yet. Watches from then on.
    void begin(const Config &running);
    const std::vector<NodeConfig> &nodes() const { return m_config.nodes; }
    /// As of the newest configuration; null for an unknown id.
    const NodeConfig *node(const QString &nodeId) const;
    const ListenerConfig &runningListener() const { return m_running.listener; }

    /// edited() follows, once.
    void edit(const ConfigEditRequest &request);

Q_SIGNALS:
    /// Ticket 0: the file was changed by hand, and how that went.
    void edited(const barograph::ConfigEditResult &result);
    /// Comes before the edited() of the same change.
    void nodesChanged(const std::vector<barograph::NodeConfig> &nodes);
    /// After nodesChanged().
    void secretsChanged(const QString &nodeId);

private:
    /// The edit under way.
    struct Job
    {
        ConfigEditRequest request;
        int attempts = 0;
        std::optional<QByteArray> bytes; ///< what it was made from
        ConfigChange change;
        std::unique_ptr<SecretTransaction> secrets;
    };
    /// What an edit makes of the file.
    struct Prepared
    {
        ConfigFound found;
        tl::expected<ConfigChange, ConfigError> change;
    };

    template<typename Work, typename Done> void onDisk(Work work, Done done);
    void startNext();
    void prepare();
    void onPrepared(const Prepared &prepared);
    void write();
    void onWritten(const ConfigWriteResult &result);
    void tidyUp();
    void finish(bool ok, const QString &text, const QString &field = {});
    void fail(const ConfigError &error);
    void reload();
    void onReloaded(const ConfigFound &found);
    void adopt(const Config &config);
    QString restartNote(const Config &config) const;

    QString m_path;
    SecretStore &m_secrets;
    QThreadPool m_disk;
    std::unique_ptr<ConfigWatch> m_watch;
    Config m_running;                  ///< as the program started
    Config m_config;                   ///< in use, as far as it can be without a restart
    std::optional<QByteArray> m_bytes; ///< what the file held when we last looked or wrote
    bool m_fileIsWrong = false;        ///< what it held then could not be used
    std::deque<ConfigEditRequest> m_waiting;
    std::unique_ptr<Job> m_job; ///< null: none is under way
    bool m_reloading = false;
    bool m_reloadWanted = false;
};

} // namespace barograph
