// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/notice_board.h"

#include <algorithm>

namespace barograph {

void NoticeBoard::add(const IngestedEvent &event, UtcTime arrival)
{
    if (event.apart == ApartKind::SessionNotice)
        addSession(event.code, arrival);
    else if ((event.apart == ApartKind::Failed || event.apart == ApartKind::ErrorNotice) && event.code != 0)
        addError(event.code, arrival);
}

std::vector<ErrorSeen> NoticeBoard::errors() const
{
    auto sorted = m_errors;
    std::sort(sorted.begin(), sorted.end(), [](const ErrorSeen &a, const ErrorSeen &b) { return a.lastAt > b.lastAt; });
    return sorted;
}

void NoticeBoard::addError(quint32 code, UtcTime arrival)
{
    auto place = std::find_if(m_errors.begin(), m_errors.end(), [code](const auto &seen) { return seen.code == code; });
    if (place == m_errors.end() && m_errors.size() < kPlaces)
        place = m_errors.insert(m_errors.end(), ErrorSeen{code, 0, arrival});
    else if (place == m_errors.end()) {
        place = std::min_element(m_errors.begin(), m_errors.end(),
                                 [](const auto &a, const auto &b) { return a.lastAt < b.lastAt; });
        *place = {code, 0, arrival};
    }
    ++place->count;
    place->lastAt = std::max(place->lastAt, arrival);
}

void NoticeBoard::addSession(quint32 code, UtcTime arrival)
{
    const auto state =
        code <= static_cast<quint32>(SessionState::Failed) ? static_cast<SessionState>(code) : SessionState::Unknown;
    if (!m_session || m_session->state != state)
        m_session = SessionView{state, arrival};
}

} // namespace barograph
