// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timeline_tile.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace barograph {

/// Reads tiles from the history, on a thread of its own with a read-only connection of its own, also while they are
/// being written. A node or a time that is not stored gives gaps, not an error; errors are sentences.
class TileReader : public QObject
{
    Q_OBJECT

public:
    /// Tiles of one node that lie side by side are read together, as many as this.
    static constexpr std::size_t kAtOnce = 8;

    /// Returns at once. `file` need not exist yet.
    explicit TileReader(const QString &file, QObject *parent = nullptr);
    /// Ends the thread after the read that is under way.
    ~TileReader() override;

    /// All tiles that are wanted now, the most wanted first. What was asked for earlier and is not among them is not
    /// read any more, except what is being read. Any thread, never waits.
    void request(const std::vector<TileKey> &keys);

Q_SIGNALS:
    /// Each tile asked for and not given up, once. Emitted on the reader's thread.
    void tilesRead(const std::vector<barograph::TimelineTile> &tiles);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace barograph
