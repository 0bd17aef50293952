// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The code block behind the line `<!-- snippet: NAME -->` in docs/receiving-webhooks.md; empty if there is none.
QString docSnippet(const QString &name);

/// Replaces `from`, which must occur exactly `times` times: else the result is empty, so that a snippet that was
/// changed without its test does not pass for the wrong reason.
QString withReplaced(const QString &text, const QString &from, const QString &to, qsizetype times = 1);
