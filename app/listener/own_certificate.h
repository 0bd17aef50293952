// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace barograph {

/// The certificate that the listener makes for itself when the operator has none.
struct OwnCertificate
{
    QString certificateFile; ///< Paths::listenerCertificateFile()
    QString keyFile;         ///< Paths::listenerKeyFile()
    QString address;         ///< ListenerConfig::address: a numeric one that nodes reach must be named
};

enum class Renewal : bool { WhenNeeded, Now };

/// Makes certificate and key (mode 0600) where there are none, and anew where they have expired, do not fit together,
/// or do not name the address; otherwise leaves them alone, because nodes were told to trust this one. True: made.
/// The error says what to do.
tl::expected<bool, QString> ensureOwnCertificate(const OwnCertificate &own, Renewal renewal, UtcTime now);

} // namespace barograph
