// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/state_news.h"
#include "text/joined.h"

#include "text/labels.h"

#include <QCoreApplication>
#include <QStringList>

namespace barograph {

namespace {

struct NewsWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::StateNews)
};

/// More than these are not listened to; the list shows all.
constexpr int kMostSpoken = 3;

} // namespace

NodeStates nodeStates(const Frame &frame)
{
    NodeStates states;
    for (const NodeFrame &node : frame.nodes)
        states.insert(node.id, node.judgement.state);
    return states;
}

QString stateNews(const NodeStates &before, const Frame &now)
{
    QStringList sentences;
    int more = 0;
    for (const NodeFrame &node : now.nodes) {
        const auto was = before.constFind(node.id);
        if (was == before.constEnd() || *was == node.judgement.state)
            continue;
        if (sentences.size() == kMostSpoken)
            ++more;
        else
            sentences << NewsWords::tr("%1 is now: %2.").arg(node.name, nodeStateText(node.judgement.state));
    }
    if (more > 0)
        sentences << NewsWords::tr("%n more numbers have changed.", nullptr, more);
    return joinedSentences(sentences);
}

} // namespace barograph
