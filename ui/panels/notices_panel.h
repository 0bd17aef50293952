// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "text/node_notices.h"

#include <QScrollArea>

class QVBoxLayout;

namespace barograph {

/// What is worth knowing about the chosen number and is no state: settings that were changed elsewhere, as a diff, and
/// what will end. Built anew only when the notices change, so that a selection or the focus survives.
class NoticesPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit NoticesPanel(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);
    int count() const { return static_cast<int>(m_notices.size()); }
    bool needsAttention() const;

Q_SIGNALS:
    /// The operator has seen the changed settings.
    void driftDismissed();

private:
    void rebuild();
    QWidget *makeNotice(const NodeNotice &notice);

    std::vector<NodeNotice> m_notices;
    QVBoxLayout *m_layout;
};

} // namespace barograph
