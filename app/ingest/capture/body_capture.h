// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "ingest/capture/capture_writer.h"

#include <functional>
#include <vector>

namespace barograph {

inline constexpr Seconds kCaptureDefault{10 * 60};
inline constexpr Seconds kCaptureMost{60 * 60};

/// Keeps redacted copies of a node's webhook bodies in a file for some minutes, for fault finding. Off unless the
/// operator switches it on, and off again by itself and after a restart. Lives on the ingest thread, which it costs a
/// copy of each body while it is on, and one comparison while it is off.
class BodyCapture
{
public:
    struct Limits
    {
        std::size_t bodyBytes = std::size_t{256} << 10U;  ///< of one body; how much more there was is said
        std::size_t waitingBytes = std::size_t{8} << 20U; ///< beyond, bodies are dropped and counted
        qint64 fileBytes = qint64{64} << 20;              ///< beyond, the capture ends
    };

    /// No `folder`: nothing can be captured.
    explicit BodyCapture(QString folder);
    BodyCapture(QString folder, const Limits &limits);
    /// Ends all files, behind what was offered.
    ~BodyCapture() { stopAll(); }
    BodyCapture(const BodyCapture &) = delete;
    BodyCapture &operator=(const BodyCapture &) = delete;

    /// A second and kCaptureMost are the bounds of `duration`. Where a capture is on already, a new one takes its
    /// place.
    void start(NodeIndex node, const QString &nodeId, Seconds duration, UtcTime now);
    void stop(NodeIndex node);
    void stopAll();
    /// Stops what has lasted long enough or cannot be written any more. True if there was any. The clock that is looked
    /// at cannot be set back.
    bool stopOverdue();

    bool isOn(NodeIndex node) const { return !m_active.empty() && find(node) != nullptr; }
    std::optional<UtcTime> until(NodeIndex node) const;
    /// `body` is copied as far as the limit goes. Does nothing where no capture is on.
    void offer(NodeIndex node, UtcTime at, int status, std::string_view reason, std::string_view body);

private:
    struct Active
    {
        NodeIndex node = 0;
        UtcTime until{};
        std::chrono::steady_clock::time_point deadline;
        std::shared_ptr<CaptureFile> file;
        quint64 dropped = 0;
    };
    const Active *find(NodeIndex node) const;
    template<typename Condition> bool stopIf(Condition condition);

    QString m_folder;
    Limits m_limits;
    std::vector<Active> m_active;
    CaptureWriter m_writer;
};

} // namespace barograph
