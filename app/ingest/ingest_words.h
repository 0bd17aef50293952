// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// Why webhooks cannot be received, and what to do. Any thread may ask for them.
struct IngestWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Ingest)
};

} // namespace barograph
