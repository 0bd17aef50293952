// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/visibility_text.h"

#include "text/joined.h"
#include "text/labels.h"

#include <QCoreApplication>
#include <QStringList>

namespace barograph {

namespace {

struct VisibilityWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Visibility)
};

/// Where the reason lies with the product itself and is worth knowing.
QString whyOfProduct(NodeKind kind)
{
    switch (kind) {
    case NodeKind::PickyAssist:
        return VisibilityWords::tr("Picky Assist sends no reports for messages to groups.");
    case NodeKind::Waha:
        return VisibilityWords::tr("WAHA tells receipts of groups as an event of its own (message.ack.group), and some "
                                   "of its engines have none.");
    case NodeKind::Evolution:
        return VisibilityWords::tr("Evolution API keeps receipts of groups in its own database and sends none.");
    case NodeKind::Gowa:
        return VisibilityWords::tr("GOWA has no receipt “sent”: it forwards only what other devices of the account "
                                   "send.");
    case NodeKind::OnPremises:
    case NodeKind::CloudApi:
        break;
    }
    return {};
}

} // namespace

QString visibilityText(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Visible:
        return VisibilityWords::tr("told");
    case Visibility::BySettings:
        return VisibilityWords::tr("only if the node is set up to tell");
    case Visibility::NotVisible:
        break;
    }
    return VisibilityWords::tr("not visible");
}

QString visibilityNote(const KindVisibility &visibility, EventKind kind)
{
    const Visibility alone = visibility.individual[kind];
    const Visibility group = visibility.group[kind];
    if (alone == group)
        return alone == Visibility::Visible ? QString() : visibilityText(alone);
    if (group == Visibility::Visible)
        return VisibilityWords::tr("single chats: %1").arg(visibilityText(alone));
    if (alone == Visibility::Visible)
        return VisibilityWords::tr("groups: %1").arg(visibilityText(group));
    return VisibilityWords::tr("single chats: %1, groups: %2").arg(visibilityText(alone), visibilityText(group));
}

QString visibilityWhy(NodeKind nodeKind, const KindVisibility &visibility, EventKind kind)
{
    const auto has = [&](Visibility wanted) {
        return visibility.individual[kind] == wanted || visibility.group[kind] == wanted;
    };
    QStringList sentences;
    if (visibility.isBlindFor(kind))
        sentences << VisibilityWords::tr("Webhooks of this kind of node never tell it. It happens and spends budget, "
                                         "out of our sight: this is neither zero nor unknown.");
    else if (has(Visibility::NotVisible))
        sentences << VisibilityWords::tr("Webhooks of this kind of node tell only a part of it. The rest happens and "
                                         "spends budget, out of our sight: the number is the least that there is.");
    if (has(Visibility::BySettings))
        sentences << VisibilityWords::tr("It is counted only if the node or its engine is set up to tell it.");
    if (sentences.isEmpty())
        return {};
    sentences << whyOfProduct(nodeKind);
    return joinedSentences(sentences);
}

QString notVisibleSummary(const KindVisibility &visibility)
{
    QStringList all;
    QStringList alone;
    QStringList group;
    for (const EventKind kind : kEventKinds) {
        const bool hidesAlone = visibility.individual[kind] == Visibility::NotVisible;
        const bool hidesGroup = visibility.group[kind] == Visibility::NotVisible;
        if (hidesAlone && hidesGroup)
            all << eventKindText(kind);
        else if (hidesAlone)
            alone << eventKindText(kind);
        else if (hidesGroup)
            group << eventKindText(kind);
    }
    QStringList parts;
    if (!all.isEmpty())
        parts << VisibilityWords::tr("not visible: %1").arg(joinedList(all));
    if (!alone.isEmpty())
        parts << VisibilityWords::tr("not visible in single chats: %1").arg(joinedList(alone));
    if (!group.isEmpty())
        parts << VisibilityWords::tr("not visible in groups: %1").arg(joinedList(group));
    if (parts.size() < 2)
        return parts.value(0);
    return parts.size() == 2 ? VisibilityWords::tr("%1; %2", "remarks").arg(parts[0], parts[1])
                             : VisibilityWords::tr("%1; %2; %3", "remarks").arg(parts[0], parts[1], parts[2]);
}

} // namespace barograph
