// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/ingest_options.h"
#include "listener/tls_context.h"

namespace barograph {

/// The certificate that the listener listens with: the operator's, or one of ours that is made where there is none.
/// Notices when its files were replaced, and when it is about to expire. Lives on the ingest thread.
class ListenerCertificate
{
public:
    /// The options outlive it.
    explicit ListenerCertificate(const IngestOptions &options)
        : m_options(options)
    {}

    /// Reads it. Null without TLS. The error is a sentence for the operator.
    tl::expected<std::shared_ptr<const TlsContext>, QString> make();
    /// The listener has begun to use this one, which may be null. The next look is due at once.
    void use(std::shared_ptr<const TlsContext> tls);
    /// Null: plain HTTP, or not listening yet.
    const std::shared_ptr<const TlsContext> &inUse() const { return m_tls; }

    struct Look
    {
        bool isReplaced = false; ///< inUse() is another one, for the listener to take up
        QString notice;          ///< what the operator should know; may be empty
    };
    /// Nothing without TLS, or when it was looked at a short while ago.
    std::optional<Look> look(UtcTime now);

private:
    TlsFiles files() const;
    bool isOwn() const { return m_options.listener.certificateFile.isEmpty(); }

    const IngestOptions &m_options;
    std::shared_ptr<const TlsContext> m_tls;
    QByteArray m_stamp; ///< of the files as they were last looked at, see stampOf()
    QString m_problem;  ///< changed files that cannot be used
    UtcTime m_lookedAt{};
};

} // namespace barograph
