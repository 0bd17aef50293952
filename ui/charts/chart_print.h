// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace barograph {

class TimeChart;

/// A chart for print and for messages: painted off screen in the light theme, with its title, the node's name, range,
/// time zone, unit and legend; never a picture of the window. Words, axes and data are shapes: vectors
/// in a drawing, sharp at any size, and never less than a pixel in a picture. GUI thread.

/// `scale`: pixels for one of the 1120 × 560 of the page; 3 is A4 across at 300 dots an inch.
QImage chartImage(const TimeChart &chart, int scale);
QByteArray chartSvg(const TimeChart &chart);

/// The text with everything in it that could be a phone number replaced by dots. Names of nodes are free text.
QString withoutPhoneNumbers(const QString &text);

} // namespace barograph
