// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "frame/frame.h"
#include "markers/annotation.h"
#include "timeline/timeline_tile.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <optional>

namespace barograph {

/// All markers of each node that are known here, in one sorted list for the charts: those of the frame, those that the
/// history has of the time that is looked at, what was controlled from here, and the operator's notes. GUI thread.
class MarkerBook : public QObject
{
    Q_OBJECT

public:
    explicit MarkerBook(QObject *parent = nullptr);

    /// Cheap while nothing changed; call it with every frame.
    void setFrame(const Frame &frame);
    /// The charts of this node show that range now: asks for what is not here yet.
    void look(const QString &nodeId, UtcTime from, UtcTime to);
    /// Sorted by time; the same object while nothing changed. Null: none is known.
    MarkerList markers(const QString &nodeId) const;
    /// Not empty: part of what was looked at last cannot be read, and why.
    QString failure(const QString &nodeId) const;
    /// The note with this id; null if there is none.
    const Marker *find(const QString &nodeId, const QString &id) const;

public Q_SLOTS:
    /// Answer to wanted().
    void setSpan(const barograph::MarkerSpan &span);
    void addControl(const barograph::ControlResult &result);
    void takeAnswer(const barograph::AnnotationAnswer &answer);

Q_SIGNALS:
    /// Stored markers of [from, to) that somebody looks at and that are not here. Answered by setSpan().
    void wanted(const QString &nodeId, barograph::UtcTime from, barograph::UtcTime to);
    void changed(const QString &nodeId);

private:
    struct Node
    {
        MarkerList frame;                 ///< as it was merged last
        std::vector<Marker> stored;       ///< what the history has of [from, to)
        std::map<QString, Marker> ofHere; ///< controls and notes of this run, by id
        QSet<QString> gone;               ///< notes that were taken away: an answer on its way may still have them
        UtcTime from{};
        UtcTime to{}; ///< max: later ones come here by themselves
        UtcTime askedFrom{};
        UtcTime askedTo{};
        bool asked = false;                              ///< the answer is on its way
        std::optional<std::pair<UtcTime, UtcTime>> next; ///< to be asked when it is here
        UtcTime failedAt{};
        QString failure;
        MarkerList merged;
    };

    void ask(const QString &nodeId, Node &node, UtcTime from, UtcTime to);
    void merge(const QString &nodeId, Node &node);
    void keep(const Marker &marker);

    QHash<QString, Node> m_nodes;
    UtcTime m_now{};
};

/// What a control looks like on the time axis.
Marker markerOf(const ControlResult &result);

} // namespace barograph
