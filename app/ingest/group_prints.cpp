// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/group_prints.h"

#include "ingest/fingerprinter.h"
#include "nodes/gateway/jid.h"
#include "storms/group_directory.h"

#include <algorithm>

namespace barograph {

namespace {

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Fingerprint participantPrint(std::string_view id, NodeKind kind, const Fingerprinter &prints)
{
    switch (kind) {
    case NodeKind::Waha:
    case NodeKind::Evolution:
    case NodeKind::Gowa:
        return gateway::personPrint(prints, id);
    case NodeKind::OnPremises:
    case NodeKind::CloudApi:
    case NodeKind::PickyAssist:
        break;
    }
    return prints.participant(id.substr(id.substr(0, 1) == "+" ? 1 : 0));
}

} // namespace

KnownGroup hashedGroup(const GroupSeen &seen, NodeKind kind, const Fingerprinter &prints)
{
    KnownGroup group;
    group.id = prints.group(textOf(seen.id));
    group.subject = seen.subject.left(GroupDirectory::kLongestSubject);
    group.members = seen.members;
    // One more than is remembered tells that there were too many.
    const auto taken = std::min(seen.participants.size(), GroupDirectory::kMostParticipants + 1);
    group.participants.reserve(taken);
    for (std::size_t i = 0; i < taken; ++i) {
        const auto print = participantPrint(textOf(seen.participants[i]), kind, prints);
        if (!print.isNull())
            group.participants.push_back(print.low);
    }
    return group;
}

} // namespace barograph
