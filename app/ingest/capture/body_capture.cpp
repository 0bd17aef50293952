// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/capture/body_capture.h"

#include <algorithm>

namespace barograph {

BodyCapture::BodyCapture(QString folder)
    : BodyCapture(std::move(folder), Limits{})
{}

BodyCapture::BodyCapture(QString folder, const Limits &limits)
    : m_folder(std::move(folder))
    , m_limits(limits)
    , m_writer(limits.waitingBytes)
{}

const BodyCapture::Active *BodyCapture::find(NodeIndex node) const
{
    const auto found =
        std::find_if(m_active.begin(), m_active.end(), [node](const Active &active) { return active.node == node; });
    return found == m_active.end() ? nullptr : &*found;
}

template<typename Condition> bool BodyCapture::stopIf(Condition condition)
{
    const auto size = m_active.size();
    for (auto i = size; i-- > 0;) {
        if (!condition(m_active[i]))
            continue;
        m_writer.end(m_active[i].file, m_active[i].dropped);
        m_active.erase(m_active.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return m_active.size() != size;
}

void BodyCapture::start(NodeIndex node, const QString &nodeId, Seconds duration, UtcTime now)
{
    stop(node);
    if (m_folder.isEmpty())
        return;
    const auto length = std::clamp(duration, Seconds{1}, kCaptureMost);
    m_active.push_back({node, now + length, std::chrono::steady_clock::now() + length,
                        std::make_shared<CaptureFile>(m_folder, nodeId, now, now + length, m_limits.fileBytes), 0});
}

void BodyCapture::stop(NodeIndex node)
{
    stopIf([node](const Active &active) { return active.node == node; });
}

void BodyCapture::stopAll()
{
    stopIf([](const Active &) { return true; });
}

bool BodyCapture::stopOverdue()
{
    if (m_active.empty())
        return false;
    return stopIf([now = std::chrono::steady_clock::now()](const Active &active) {
        return active.deadline <= now || active.file->isOver();
    });
}

std::optional<UtcTime> BodyCapture::until(NodeIndex node) const
{
    const auto *active = find(node);
    return active != nullptr ? std::optional(active->until) : std::nullopt;
}

void BodyCapture::offer(NodeIndex node, UtcTime at, int status, std::string_view reason, std::string_view body)
{
    for (auto &active : m_active) {
        if (active.node != node)
            continue;
        CapturedBody captured{at, status, reason, std::string(body.substr(0, m_limits.bodyBytes)), body.size()};
        if (!m_writer.give(active.file, std::move(captured)))
            ++active.dropped;
    }
}

} // namespace barograph
