// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QString>

namespace barograph {

// What is said about the incoming queue and the bot's server. No full stop at the end unless it is a sentence of
// advice.

/// "12,400 waiting (estimate)", "200 waiting", "no queue", "5,231 waiting (stale 5 min)", "unknown", "cannot be told
/// from this kind of node".
QString incomingDepthText(const IncomingView &view, UtcTime now);
/// "drains in 4 min", "fills in 11 min: incoming messages will be lost", "full: incoming messages are being lost",
/// "steady"… Empty where nothing can be said.
QString incomingForecastText(const IncomingView &view);
/// "growing by 4.3 a second", "shrinking by 12 a second", "neither growing nor shrinking", "unknown".
QString incomingGrowthText(const IncomingView &view);
/// One or two sentences: how the depth was come by, and what it does not show.
QString incomingHowText(const IncomingView &view);
/// "about 8,100 messages within the next hour", "none", "unknown".
QString atRiskText(const IncomingView &view);
/// What to do about it; empty where nothing has to be done.
QString incomingAdvice(const IncomingView &view, const BotServerView &bot);
/// "the node's clock is 4.2 s ahead", "the clocks agree", "unknown".
QString clockSkewText(const Reading<Millis> &skew, UtcTime now);

/// "answers in 1.9 s; WhatsApp's norm is 250 ms", "14% of callbacks fail", "makes no callbacks at present", "unknown",
/// "cannot be told from this kind of node".
QString botAnswerText(const BotServerView &view, UtcTime now);
/// "too small by the published rule: 2 CPU/2 GB, needs 6 CPU/6 GB for 20 TPS".
QString botSizeText(const BotServerView &view, const Reading<double> &allocatedTps);
/// "2 CPU/2 GB".
QString serverSizeText(const ServerSize &size);

/// For the node's card: "FILLS IN 11 MIN", "LOST SOON", "LOSING MESSAGES", "SLOW BOT", "BOT FAILS"; empty when all is
/// well, nothing is known, or the node is switched off.
QString riskBadge(const NodeFrame &node);
/// What the badge is about, in sentences, for its hover; empty without a badge.
QString riskHow(const NodeFrame &node, UtcTime now);
/// Worth more than a look.
bool isRiskCritical(const NodeFrame &node);

} // namespace barograph
