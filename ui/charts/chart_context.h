// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class TimelineStore;
class TimeView;

/// What every chart of a window shares: where they look, and what they read. Both must outlive the charts.
struct ChartContext
{
    TimeView &view;
    TimelineStore &store;
};

} // namespace barograph
