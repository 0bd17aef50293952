// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QRectF;

namespace barograph {

/// A question mark as high as `box`, in its middle. Drawn rather than written: it looks the same in every font, and the
/// first picture does not wait for one more font to be opened.
void paintQuestionSign(QPainter &painter, const QRectF &box, const QColor &color);

} // namespace barograph
