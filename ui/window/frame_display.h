// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "text/state_news.h"

namespace barograph {

class Announcer;
class FramePump;
class PageSwitch;
class SetupFlow;
class SideWindows;
struct MainMenu;
struct NumbersMenu;
struct WindowParts;

/// Puts the pump's frame onto everything in and around the window that shows some of it. Decides nothing about when.
/// GUI thread.
class FrameDisplay
{
public:
    /// All of them outlive it.
    struct Targets
    {
        const FramePump &pump;
        const WindowParts &parts;
        PageSwitch &pages;
        MainMenu &menu;
        NumbersMenu &numbers;
        SetupFlow &setup;
        SideWindows &beside;
        Announcer &announcer;
    };

    explicit FrameDisplay(const Targets &targets)
        : m_to(targets)
    {}

    /// Moves the charts; with the figures, renews all the rest as well. Nothing happens before the first frame.
    void show(bool withFigures);
    /// The list of numbers has others, or another one is chosen.
    void updateNumbersMenu();
    /// In the pump's frame; null while none is.
    const NodeFrame *chosenNode() const;

private:
    void showLists(const FramePtr &frame, UtcTime now);
    void showView(const FramePtr &frame, const NodeFrame *node, UtcTime now, bool withFigures);
    void showSurroundings(const Frame &frame, const NodeFrame *node, UtcTime now);

    Targets m_to;
    NodeStates m_states; ///< as told last
};

} // namespace barograph
