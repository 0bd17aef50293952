// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <functional>

class QWidget;

namespace barograph {

/// What a panel may look at when it is renewed.
struct PanelInput
{
    const FramePtr &frame;
    const NodeFrame &node;
    UtcTime now;
};

/// A widget as a panel: how it is renewed. Only called while it can be seen.
struct PanelBody
{
    QWidget *widget = nullptr;
    std::function<void(const PanelInput &)> figures; ///< a few times a second
    std::function<void(const PanelInput &)> advance; ///< for each frame: moves to the view's range
    std::function<void(bool)> enableControls;        ///< not while another control runs
};

/// Makes a panel when it is looked at for the first time.
using MakePanel = std::function<PanelBody()>;

/// Finds out by itself which of the usual functions the widget has: setNode() with or without the frame or setFrame(),
/// advance(), setControlsEnabled().
template<typename Widget> PanelBody bodyOf(Widget *widget)
{
    PanelBody body;
    body.widget = widget;
    if constexpr (requires(const PanelInput &in) { widget->setNode(in.node, in.now); })
        body.figures = [widget](const PanelInput &in) { widget->setNode(in.node, in.now); };
    else if constexpr (requires(const PanelInput &in) { widget->setNode(in.frame, in.node, in.now); })
        body.figures = [widget](const PanelInput &in) { widget->setNode(in.frame, in.node, in.now); };
    else if constexpr (requires(const PanelInput &in) { widget->setNode(*in.frame, in.node, in.now); })
        body.figures = [widget](const PanelInput &in) { widget->setNode(*in.frame, in.node, in.now); };
    else if constexpr (requires(const PanelInput &in) { widget->setFrame(in.frame, in.node.id, in.now); })
        body.figures = [widget](const PanelInput &in) { widget->setFrame(in.frame, in.node.id, in.now); };
    else if constexpr (requires(const PanelInput &in) { widget->setFrame(in.frame, in.node, in.now); })
        body.figures = [widget](const PanelInput &in) { widget->setFrame(in.frame, in.node, in.now); };
    else if constexpr (requires(const PanelInput &in) { widget->setFrame(in.frame, in.now); })
        body.figures = [widget](const PanelInput &in) { widget->setFrame(in.frame, in.now); };
    if constexpr (requires { widget->advance(); })
        body.advance = [widget](const PanelInput &) { widget->advance(); };
    else if constexpr (requires(const PanelInput &in) { widget->advance(in.node); })
        body.advance = [widget](const PanelInput &in) { widget->advance(in.node); };
    if constexpr (requires { widget->setControlsEnabled(true); })
        body.enableControls = [widget](bool enabled) { widget->setControlsEnabled(enabled); };
    return body;
}

} // namespace barograph
