// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QFont>
#include <QPalette>
#include <QRect>

class QPainter;

namespace barograph {

/// One node in the list, painted from its frame: state in a shape and a word, what its budget is spent on, lag, age of
/// the last event.
class NodeCard
{
public:
    NodeCard(const NodeFrame &node, UtcTime now)
        : m_node(node)
        , m_now(now)
    {}

    static int heightFor(const QFont &font);
    void paint(QPainter &painter, const QRect &rect, const QFont &font, const QPalette &palette, bool selected) const;
    /// All that the card says, for screen readers and for the hover.
    QString text() const;

private:
    QString stateLine() const;
    QString loadText() const;
    QString agesText() const;
    void paintBar(QPainter &painter, const QRect &rect, const QPalette &palette) const;

    const NodeFrame &m_node;
    UtcTime m_now;
};

/// One word for a state: "OK", "Degraded", "Down", "Unknown".
QString stateWord(NodeState state);

} // namespace barograph
