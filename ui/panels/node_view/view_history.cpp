// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/view_history.h"

#include <QUndoCommand>

namespace barograph {

namespace {

constexpr int kMostViewSteps = 100;
constexpr qint64 kSameGestureMs = 1000;
constexpr int kRangeCommand = 1;
constexpr int kOptionsCommand = 2;

class RangeCommand : public QUndoCommand
{
public:
    RangeCommand(ViewHistory &history, const ViewRange &before, const ViewRange &after, int gesture)
        : QUndoCommand(ViewHistory::tr("change of the time range"))
        , m_history(history)
        , m_before(before)
        , m_after(after)
        , m_gesture(gesture)
    {}

    int id() const override { return kRangeCommand; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &later = static_cast<const RangeCommand &>(*other);
        if (later.m_gesture != m_gesture)
            return false;
        m_after = later.m_after;
        return true;
    }
    void undo() override { m_history.applyRange(m_before); }
    void redo() override
    {
        // It has happened already when the stack takes it.
        if (m_done)
            m_history.applyRange(m_after);
        m_done = true;
    }

private:
    ViewHistory &m_history;
    ViewRange m_before;
    ViewRange m_after;
    int m_gesture;
    bool m_done = false;
};

class DocksCommand : public QUndoCommand
{
public:
    DocksCommand(ViewHistory &history, DockState before, DockState after, const QString &text)
        : QUndoCommand(text)
        , m_history(history)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {}

    void undo() override { m_history.applyDocks(m_before); }
    void redo() override
    {
        if (m_done)
            m_history.applyDocks(m_after);
        m_done = true;
    }

private:
    ViewHistory &m_history;
    DockState m_before;
    DockState m_after;
    bool m_done = false;
};

class OptionsCommand : public QUndoCommand
{
public:
    OptionsCommand(ViewHistory &history, ViewOptions before, ViewOptions after, const QString &text, int edit)
        : QUndoCommand(text)
        , m_history(history)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_edit(edit)
    {}

    int id() const override { return kOptionsCommand; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &later = static_cast<const OptionsCommand &>(*other);
        if (m_edit == 0 || later.m_edit != m_edit)
            return false;
        m_after = later.m_after;
        // Typed and taken back: nothing was changed.
        setObsolete(m_after == m_before);
        return true;
    }
    void undo() override { m_history.applyOptions(m_before); }
    void redo() override
    {
        if (m_done)
            m_history.applyOptions(m_after);
        m_done = true;
    }

private:
    ViewHistory &m_history;
    ViewOptions m_before;
    ViewOptions m_after;
    int m_edit;
    bool m_done = false;
};

} // namespace

ViewHistory::Pause::Pause(ViewHistory &history)
    : m_history(history)
{
    ++m_history.m_paused;
}

ViewHistory::Pause::~Pause()
{
    if (--m_history.m_paused == 0)
        m_history.refresh();
}

ViewHistory::ViewHistory(TimeView &view, DockArea &area, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_area(area)
    , m_range(view.range())
{
    m_stack.setUndoLimit(kMostViewSteps);
    connect(&view, &TimeView::rangeChanged, this, &ViewHistory::onRange);
    connect(&area, &DockArea::rearranged, this, [this] {
        noteDocks(m_area.maximised() || !m_docks.maximised.isEmpty() ? tr("showing one panel alone")
                                                                     : tr("change of the panels"));
    });
    connect(&area, &DockArea::settled, this, [this] { m_docks = m_area.state(); });
}

void ViewHistory::refresh()
{
    m_range = m_view.range();
    m_docks = m_area.state();
    if (m_watch)
        m_options = m_watch->options();
}

void ViewHistory::watch(ViewOptionWatch &options)
{
    m_watch = &options;
    m_options = options.options();
    connect(&options, &ViewOptionWatch::changed, this, &ViewHistory::onOptions);
    connect(&options, &ViewOptionWatch::added, this, [this] { m_options = m_watch->options(); });
}

void ViewHistory::onOptions(const QString &text, int edit)
{
    ViewOptions now = m_watch->options();
    if (m_paused > 0 || now == m_options)
        return;
    ++m_gesture;
    m_sinceRange.invalidate();
    m_stack.push(new OptionsCommand(*this, std::move(m_options), now, text, edit));
    m_options = std::move(now);
}

void ViewHistory::applyOptions(const ViewOptions &options)
{
    const Pause pause(*this);
    m_sinceRange.invalidate();
    m_watch->apply(options);
}

void ViewHistory::onRange()
{
    const ViewRange now = m_view.range();
    if (m_paused > 0 || now == m_range)
        return;
    if (!m_sinceRange.isValid() || m_sinceRange.elapsed() > kSameGestureMs)
        ++m_gesture;
    m_sinceRange.start();
    m_stack.push(new RangeCommand(*this, m_range, now, m_gesture));
    m_range = now;
}

void ViewHistory::noteDocks(const QString &text)
{
    DockState now = m_area.state();
    if (m_paused > 0 || now == m_docks)
        return;
    // What comes after it is no part of the gesture before.
    ++m_gesture;
    m_sinceRange.invalidate();
    m_stack.push(new DocksCommand(*this, std::move(m_docks), now, text));
    m_docks = std::move(now);
}

void ViewHistory::applyRange(const ViewRange &range)
{
    const Pause pause(*this);
    m_sinceRange.invalidate();
    if (range.right) {
        m_view.show(*range.right - range.span, *range.right);
    } else {
        m_view.setSpan(range.span);
        m_view.goLive();
    }
}

void ViewHistory::applyDocks(const DockState &state)
{
    const Pause pause(*this);
    PanelDock *active = m_area.activeDock();
    m_area.restore(state, m_area.panelKeys());
    // Docks that are put elsewhere are hidden for a moment, which loses the focus.
    if (active && active->isOnScreen())
        m_area.showPanel(active->id(), true);
    Q_EMIT docksApplied();
}

} // namespace barograph
