// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/picky/probe_answer.h"

#include "nodes/asked/answer_text.h"
#include "nodes/probe_words.h"

namespace barograph {

tl::expected<PickyAnswer, QString> parsePickyAnswer(const QByteArray &body)
{
    const auto root = answer::object(body, ProbeWords::tr("Picky Assist's answer"));
    if (!root)
        return tl::unexpected(root.error());
    const QJsonValue status = root->value(QLatin1String("status"));
    if (const auto code = answer::count(status)) {
        return tl::unexpected(ProbeWords::tr("Picky Assist answered code %1 instead of a state. Check the stored token "
                                             "and the application number of this node.")
                                  .arg(*code));
    }
    PickyAnswer told;
    told.session.word = answer::line(status);
    if (told.session.word.isEmpty()) {
        return tl::unexpected(ProbeWords::tr("Picky Assist's answer tells no state. Check the stored token and the "
                                             "application number of this node."));
    }
    const QString word = told.session.word.toUpper();
    if (word == QLatin1String("CONNECTED")) {
        told.session.state = SessionState::Working;
    } else if (word == QLatin1String("TIMEOUT")) {
        told.session.state = SessionState::Failed;
        told.session.why = ProbeWords::tr("Picky Assist does not reach the number's device or automation server. Check "
                                          "that it runs and is online, or restart it in the console.");
    } else if (word == QLatin1String("UNPAIRED")) {
        told.session.state = SessionState::NeedsLogin;
        told.session.why = ProbeWords::tr("The number is not paired. Scan the QR code in Picky Assist's console.");
    }
    told.session.version = answer::line(root->value(QLatin1String("version")));
    told.pendingOut = answer::count(root->value(QLatin1String("message_queue_count")));
    return told;
}

} // namespace barograph
