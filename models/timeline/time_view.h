// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QObject>

#include <array>
#include <optional>
#include <vector>

namespace barograph {

/// A stretch of time to look at.
struct ViewRange
{
    Millis span{600'000};
    std::optional<UtcTime> right; ///< empty: live, it ends with the newest moment

    friend bool operator==(const ViewRange &, const ViewRange &) = default;
};

/// Where everybody looks: the time range, the cursor and the two reference marks that all charts of a node view and its
/// event log share. Whoever changes one of them changes it for all. Knows no widget. GUI thread.
class TimeView : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis kLeastSpan{10'000};
    static constexpr Millis kMostSpan = std::chrono::hours{24 * 90};

    explicit TimeView(QObject *parent = nullptr);

    /// The newest moment there are data for. While live, the view moves there, and never back by less than a minute.
    void setNow(UtcTime now);
    UtcTime now() const { return m_now; }

    bool isLive() const { return !m_range.right; }
    const ViewRange &range() const { return m_range; }
    Millis span() const { return m_range.span; }
    UtcTime left() const { return right() - m_range.span; }
    UtcTime right() const { return m_range.right.value_or(m_now); }
    /// How far the right edge lies behind the newest moment; 0 while live.
    Millis behind() const;

    /// Limited to kLeastSpan..kMostSpan and to the last kMostSpan; ends live when it reaches the newest moment. What is
    /// shorter than kLeastSpan comes to stand in the middle.
    void show(UtcTime left, UtcTime right);
    void setSpan(Millis span);
    /// `factor` < 1 shows less. What is at `at` stays where it is; while live, the right edge stays live.
    void zoomAt(UtcTime at, double factor);
    /// Positive: towards now.
    void panBy(Millis distance);
    void goLive();
    /// Stops following; collecting goes on. The range on screen stays.
    void pause();

    bool canUndo() const { return !m_past.empty(); }
    bool canRedo() const { return !m_future.empty(); }
    void undo();
    void redo();
    /// Changes of the range from here on are a step of their own; without it, those of one gesture (wheel turns,
    /// dragging) within a second of each other are undone together.
    void endStep() { m_stepEnded = true; }
    /// Until endGesture(), all changes of the range are one step, however long they take: a drag that rests for a while
    /// is still one drag. One gesture at a time.
    void beginGesture();
    void endGesture();
    /// Ends it as if it had never begun; also what was to be redone is there again.
    void cancelGesture();

    std::optional<UtcTime> cursor() const { return m_cursor; }
    void setCursor(std::optional<UtcTime> at);
    /// The two marks between which differences are told; in no order.
    const std::array<std::optional<UtcTime>, 2> &references() const { return m_references; }
    void setReference(std::size_t which, std::optional<UtcTime> at);
    void clearReferences();

Q_SIGNALS:
    /// Range or liveness; not emitted for the steady move of a live edge.
    void rangeChanged();
    void cursorChanged();
    void referencesChanged();

private:
    /// What there was when a gesture began.
    struct Gesture
    {
        ViewRange range;
        std::vector<ViewRange> past;
        std::vector<ViewRange> future;
        bool changedIt = false;
    };

    bool continuesStep() const;
    void apply(ViewRange range);
    void restore(std::vector<ViewRange> &from, std::vector<ViewRange> &to);

    UtcTime m_now{};
    ViewRange m_range;
    std::vector<ViewRange> m_past;
    std::vector<ViewRange> m_future;
    std::optional<UtcTime> m_lastChange; ///< by m_now
    bool m_stepEnded = true;
    std::optional<Gesture> m_gesture;
    std::optional<UtcTime> m_cursor;
    std::array<std::optional<UtcTime>, 2> m_references;
};

} // namespace barograph
