// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace barograph {

/// How tiles are laid out.
struct TileGridShape
{
    int columns = 1;
    QSize tile;
    bool scrolls = false;

    friend bool operator==(const TileGridShape &, const TileGridShape &) = default;
};

/// The largest tiles of which all `count` fit into `area`, each `least` or more and at most three times that; where
/// they do not fit, as many as possible side by side and whole rows of them, to be scrolled, beside a bar of
/// `scrollBarWidth`. Pure.
TileGridShape tileGridShape(const QSize &area, int count, const QSize &least, int scrollBarWidth);

} // namespace barograph
