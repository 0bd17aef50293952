// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibility.h"

namespace barograph {

namespace {

constexpr auto kYes = Visibility::Visible;
constexpr auto kSet = Visibility::BySettings;
constexpr auto kNo = Visibility::NotVisible;

} // namespace

KindVisibility visibilityOf(NodeKind kind)
{
    // In the order receive, send, delivery, read.
    switch (kind) {
    case NodeKind::OnPremises:
    case NodeKind::CloudApi:
        return {{{kYes, kYes, kYes, kYes}}, {{kYes, kYes, kYes, kYes}}};
    case NodeKind::PickyAssist:
        // Its event webhook has no group reports; group messages themselves arrive.
        return {{{kYes, kYes, kYes, kYes}}, {{kYes, kNo, kNo, kNo}}};
    case NodeKind::Waha:
        // Group acks are an event of their own, and some engines have none.
        return {{{kYes, kYes, kYes, kYes}}, {{kYes, kYes, kSet, kSet}}};
    case NodeKind::Evolution:
        // Receipts of groups only reach Evolution's own database.
        return {{{kYes, kYes, kYes, kYes}}, {{kYes, kYes, kNo, kNo}}};
    case NodeKind::Gowa:
        // There is no receipt "sent": only what other devices of the account send is forwarded.
        return {{{kYes, kSet, kYes, kYes}}, {{kYes, kSet, kYes, kYes}}};
    }
    return {};
}

} // namespace barograph
