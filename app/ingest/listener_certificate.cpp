// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/listener_certificate.h"

#include "ingest/ingest_words.h"
#include "listener/own_certificate.h"
#include "text/joined.h"

namespace barograph {

TlsFiles ListenerCertificate::files() const
{
    const auto &listener = m_options.listener;
    if (isOwn())
        return {m_options.ownCertificateFile, m_options.ownKeyFile, listener.clientCaFile};
    return {listener.certificateFile, listener.keyFile, listener.clientCaFile};
}

tl::expected<std::shared_ptr<const TlsContext>, QString> ListenerCertificate::make()
{
    if (!m_options.listener.tls)
        return nullptr;
    const auto from = files();
    if (isOwn()) {
        const auto made = ensureOwnCertificate({from.certificate, from.key, m_options.listener.address},
                                               Renewal::WhenNeeded, m_options.clock());
        if (!made)
            return tl::unexpected(made.error());
    }
    // Before reading: a change in between is found at the next look.
    m_stamp = stampOf(from);
    return TlsContext::make(from, m_options.clock());
}

void ListenerCertificate::use(std::shared_ptr<const TlsContext> tls)
{
    m_tls = std::move(tls);
    m_problem.clear();
    m_lookedAt = {};
}

std::optional<ListenerCertificate::Look> ListenerCertificate::look(UtcTime now)
{
    const auto since = now - m_lookedAt;
    if (!m_tls || (since >= Millis{0} && since < m_options.certificateCheckPause))
        return std::nullopt;
    m_lookedAt = now;
    Look seen;
    const auto from = files();
    if (auto stamp = stampOf(from); stamp != m_stamp) {
        m_stamp = std::move(stamp);
        auto changed = TlsContext::make(from, now);
        if (changed) {
            m_tls = *std::move(changed);
            m_problem.clear();
            seen.isReplaced = true;
        } else {
            m_problem = joinedSentences(
                {changed.error(), IngestWords::tr("Until then the listener goes on with the former one.")});
        }
    }
    seen.notice = m_problem.isEmpty() ? certificateNotice(m_tls->expiresAt(), now, isOwn()) : m_problem;
    return seen;
}

} // namespace barograph
