// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace barograph {

/// Approved pictures are kept this small: a text that is missing, moved or of another colour still shows, an edge that
/// another version of a font library smooths differently does not.
inline constexpr QSize kReducedSize{192, 108};

/// The picture fitted into kReducedSize by averaging, centred, on grey; five bits a channel, so that it packs well.
QImage reduced(const QImage &picture);

/// How two reduced pictures look to an eye.
struct Difference
{
    double share = 0;    ///< of the pixels that differ visibly, 0..1
    double worst = 0;    ///< largest colour difference (CIE76 ΔE) after a slight blur
    double crowded = 0;  ///< largest share of such pixels in any square of 8 × 8, 0..1
    bool matches = true; ///< nobody would call them different
};

/// Pictures of different sizes do not match. Pure.
Difference difference(const QImage &approved, const QImage &now);

/// The second picture with what differs framed in red, for the contact sheet.
QImage markedDifference(const QImage &approved, const QImage &now);

} // namespace barograph
