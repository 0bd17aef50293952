// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_meaning.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace barograph {

namespace {

struct KnownError
{
    quint32 code;
    const char *meaning; ///< of context "ErrorMeaning"
    bool spendsBudget = false;
};

constexpr std::array kCloudErrors{
    KnownError{4, QT_TRANSLATE_NOOP("ErrorMeaning", "The app makes too many API calls. Ask less often.")},
    KnownError{368, QT_TRANSLATE_NOOP("ErrorMeaning",
                                      "The business account is restricted for a policy violation. Look at its account "
                                      "quality page.")},
    KnownError{80007,
               QT_TRANSLATE_NOOP("ErrorMeaning", "The business account makes too many API calls. Ask less often.")},
    KnownError{130429,
               QT_TRANSLATE_NOOP("ErrorMeaning", "The number's throughput is used up. Slow the outbound queue down."),
               true},
    KnownError{131020, QT_TRANSLATE_NOOP("ErrorMeaning", "The group has one member only. Nothing can be sent to it.")},
    KnownError{131041, QT_TRANSLATE_NOOP("ErrorMeaning",
                                         "The group does not exist, or the number is not in it. Stop sending to it.")},
    KnownError{131048, QT_TRANSLATE_NOOP("ErrorMeaning",
                                         "Sending is restricted because messages were blocked or called spam. Pause "
                                         "campaigns and look at the number's quality.")},
    KnownError{131049, QT_TRANSLATE_NOOP("ErrorMeaning",
                                         "Meta withheld a marketing message from somebody who gets many. Do not send "
                                         "it again at once.")},
    KnownError{131056, QT_TRANSLATE_NOOP("ErrorMeaning",
                                         "Too many messages to the same person in a short time. Wait before writing to "
                                         "that person again; others are not affected.")},
    KnownError{131057, QT_TRANSLATE_NOOP("ErrorMeaning",
                                         "The number is in maintenance, for example while its throughput is raised. "
                                         "Wait a minute.")},
    KnownError{131201, QT_TRANSLATE_NOOP("ErrorMeaning",
                                         "A change to a group was made for some members only. See which ones are "
                                         "missing.")},
    KnownError{131204, QT_TRANSLATE_NOOP("ErrorMeaning", "The group would have too many members.")},
    KnownError{131207,
               QT_TRANSLATE_NOOP("ErrorMeaning", "The group is suspended for a policy violation. Stop sending to it.")},
    KnownError{131208,
               QT_TRANSLATE_NOOP("ErrorMeaning",
                                 "Too many group operations from this number in a short time. Slow group "
                                 "messages down."),
               true},
    KnownError{131211, QT_TRANSLATE_NOOP("ErrorMeaning", "The number has as many groups as it may create.")},
};

constexpr std::array kOnPremErrors{
    KnownError{400,
               QT_TRANSLATE_NOOP("ErrorMeaning", "Media could not be downloaded. See whether their address works.")},
    KnownError{401, QT_TRANSLATE_NOOP("ErrorMeaning",
                                      "The group does not exist, or the number is not in it. Stop sending to it.")},
    KnownError{402, QT_TRANSLATE_NOOP("ErrorMeaning", "Payment is not set up or overdue. See the account's billing.")},
    KnownError{408, QT_TRANSLATE_NOOP("ErrorMeaning",
                                      "The message waited for more than a day. The person was not reachable.")},
    KnownError{410, QT_TRANSLATE_NOOP("ErrorMeaning", "The message ran out of time before it could be delivered.")},
    KnownError{429, QT_TRANSLATE_NOOP("ErrorMeaning", "The number sends too fast. Slow the outbound queue down."),
               true},
    KnownError{430, QT_TRANSLATE_NOOP("ErrorMeaning", "The number's certificate is not accepted. Register it again.")},
    KnownError{432, QT_TRANSLATE_NOOP("ErrorMeaning", "The number's certificate is not accepted. Register it again.")},
    KnownError{433, QT_TRANSLATE_NOOP("ErrorMeaning", "The number's certificate is not accepted. Register it again.")},
    KnownError{470, QT_TRANSLATE_NOOP("ErrorMeaning",
                                      "The person last wrote more than 24 hours ago. Only a template can be sent.")},
    KnownError{471, QT_TRANSLATE_NOOP("ErrorMeaning",
                                      "Sending is restricted because messages were blocked or called spam. Pause "
                                      "campaigns and look at the number's quality.")},
    KnownError{472, QT_TRANSLATE_NOOP("ErrorMeaning",
                                      "WhatsApp withheld the message as part of an experiment. Do not send it again.")},
    KnownError{500, QT_TRANSLATE_NOOP("ErrorMeaning", "An error inside WhatsApp. Try again later.")},
    KnownError{1000, QT_TRANSLATE_NOOP("ErrorMeaning", "An error that the node does not explain. See its logs.")},
    KnownError{1001, QT_TRANSLATE_NOOP("ErrorMeaning", "The message is too long.")},
    KnownError{1002, QT_TRANSLATE_NOOP("ErrorMeaning", "The recipient's type does not fit the recipient.")},
    KnownError{1003, QT_TRANSLATE_NOOP("ErrorMeaning", "The number is not a member of the group.")},
    KnownError{1004, QT_TRANSLATE_NOOP("ErrorMeaning", "What was to be created exists already.")},
    KnownError{1005, QT_TRANSLATE_NOOP("ErrorMeaning",
                                       "Access denied. The login has expired, or the client is too old and has to be "
                                       "upgraded.")},
    KnownError{1006, QT_TRANSLATE_NOOP("ErrorMeaning", "What was asked for does not exist.")},
    KnownError{1007, QT_TRANSLATE_NOOP("ErrorMeaning", "The recipient is blocked.")},
    KnownError{1008, QT_TRANSLATE_NOOP("ErrorMeaning", "The request lacks a parameter.")},
    KnownError{1009, QT_TRANSLATE_NOOP("ErrorMeaning", "A parameter of the request has a value that is not valid.")},
    KnownError{1010, QT_TRANSLATE_NOOP("ErrorMeaning", "The request has a parameter that does not belong there.")},
    KnownError{1011, QT_TRANSLATE_NOOP("ErrorMeaning", "The node is not ready yet. Try again in a moment.")},
    KnownError{1012, QT_TRANSLATE_NOOP("ErrorMeaning", "The node does not know the group.")},
    KnownError{1013, QT_TRANSLATE_NOOP("ErrorMeaning", "The recipient is no valid WhatsApp user.")},
    KnownError{1014, QT_TRANSLATE_NOOP("ErrorMeaning",
                                       "An error inside the node, often between its containers. See whether CoreApp "
                                       "runs.")},
    KnownError{1015, QT_TRANSLATE_NOOP("ErrorMeaning", "Too many requests to the node's API. Slow the bot down."),
               true},
    KnownError{1016,
               QT_TRANSLATE_NOOP("ErrorMeaning",
                                 "The node is overloaded: its outgoing or callback queue is full. Stop sending "
                                 "until it has drained."),
               true},
    KnownError{1017, QT_TRANSLATE_NOOP("ErrorMeaning",
                                       "The request reached a Master that is not the primary one, as happens during a "
                                       "failover. Try again.")},
    KnownError{1018, QT_TRANSLATE_NOOP("ErrorMeaning",
                                       "The request reached a CoreApp that is not the primary one, as happens during a "
                                       "failover. Try again.")},
    KnownError{2001, QT_TRANSLATE_NOOP("ErrorMeaning", "The template does not exist in that language.")},
};

template<std::size_t Size> const KnownError *findError(const std::array<KnownError, Size> &errors, quint32 code)
{
    const auto *const found =
        std::find_if(errors.begin(), errors.end(), [code](const KnownError &error) { return error.code == code; });
    return found == errors.end() ? nullptr : found;
}

/// The gateways give errors as text, and Picky Assist's table of numbers is not to be had.
const KnownError *knownError(NodeKind kind, quint32 code)
{
    if (kind == NodeKind::CloudApi)
        return findError(kCloudErrors, code);
    if (kind == NodeKind::OnPremises)
        return findError(kOnPremErrors, code);
    return nullptr;
}

} // namespace

QString errorMeaning(NodeKind kind, quint32 code)
{
    const KnownError *const error = knownError(kind, code);
    return error == nullptr ? QString() : QCoreApplication::translate("ErrorMeaning", error->meaning);
}

bool isBudgetError(NodeKind kind, quint32 code)
{
    const KnownError *const error = knownError(kind, code);
    return error != nullptr && error->spendsBudget;
}

} // namespace barograph
