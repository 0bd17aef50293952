// SPDX-License-Identifier: GPL-3.0-or-later
#include "perceptual.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <vector>

namespace barograph {

namespace {

/// ΔE of about 2.3 is the least that can be noticed side by side; what is kept has lost up to 3 to its five bits.
constexpr double kVisible = 6;
constexpr int kSquare = 8;
/// A word of the smallest text fills about a third of a square.
constexpr double kMostCrowded = 0.3;
constexpr double kMostShare = 0.005;
const QColor kAround(0x80, 0x80, 0x80);

struct Lab
{
    float l = 0;
    float a = 0;
    float b = 0;
};

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double labCurve(double t)
{
    return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16) / 116;
}

/// sRGB, D65.
Lab labOf(QRgb pixel)
{
    static const auto kLinear = [] {
        std::array<double, 256> table{};
        for (int i = 0; i < 256; ++i)
            table[static_cast<std::size_t>(i)] = linear(i);
        return table;
    }();
    const double r = kLinear[static_cast<std::size_t>(qRed(pixel))];
    const double g = kLinear[static_cast<std::size_t>(qGreen(pixel))];
    const double b = kLinear[static_cast<std::size_t>(qBlue(pixel))];
    const double x = labCurve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = labCurve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = labCurve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {static_cast<float>(116 * y - 16), static_cast<float>(500 * (x - y)), static_cast<float>(200 * (y - z))};
}

/// Three by three pixels averaged: an edge that lies half a pixel elsewhere is no difference.
std::vector<Lab> blurred(const QImage &image)
{
    const int width = image.width();
    const int height = image.height();
    std::vector<Lab> sharp(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const auto at = [width](int x, int y) { return static_cast<std::size_t>(y * width + x); };
    for (int y = 0; y < height; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < width; ++x)
            sharp[at(x, y)] = labOf(line[x]);
    }
    std::vector<Lab> soft(sharp.size());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            Lab sum;
            float count = 0;
            for (int dy = std::max(0, y - 1); dy <= std::min(height - 1, y + 1); ++dy) {
                for (int dx = std::max(0, x - 1); dx <= std::min(width - 1, x + 1); ++dx) {
                    const Lab &one = sharp[at(dx, dy)];
                    sum = {sum.l + one.l, sum.a + one.a, sum.b + one.b};
                    ++count;
                }
            }
            soft[at(x, y)] = {sum.l / count, sum.a / count, sum.b / count};
        }
    }
    return soft;
}

/// ΔE of each pixel.
std::vector<double> distances(const QImage &approved, const QImage &now)
{
    const auto one = blurred(approved.convertToFormat(QImage::Format_RGB32));
    const auto other = blurred(now.convertToFormat(QImage::Format_RGB32));
    std::vector<double> result(one.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        const double l = one[i].l - other[i].l;
        const double a = one[i].a - other[i].a;
        const double b = one[i].b - other[i].b;
        result[i] = std::sqrt(l * l + a * a + b * b);
    }
    return result;
}

} // namespace

QImage reduced(const QImage &picture)
{
    QImage canvas(kReducedSize, QImage::Format_RGB32);
    canvas.fill(kAround);
    const QImage small = picture.convertToFormat(QImage::Format_RGB32)
                             .scaled(kReducedSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QPainter(&canvas).drawImage((kReducedSize.width() - small.width()) / 2,
                                (kReducedSize.height() - small.height()) / 2, small);
    for (int y = 0; y < canvas.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(canvas.scanLine(y));
        for (int x = 0; x < canvas.width(); ++x) {
            // The upper bits again below, so that white stays white.
            const QRgb high = line[x] & 0xf8f8f8U;
            line[x] = 0xff000000U | high | ((high >> 5U) & 0x070707U);
        }
    }
    return canvas;
}

Difference difference(const QImage &approved, const QImage &now)
{
    if (approved.size() != now.size() || approved.isNull())
        return {1, 100, 1, false};
    const std::vector<double> delta = distances(approved, now);
    const int width = now.width();
    const int height = now.height();
    Difference result;
    std::size_t visible = 0;
    for (const double d : delta) {
        result.worst = std::max(result.worst, d);
        visible += d > kVisible ? 1 : 0;
    }
    result.share = static_cast<double>(visible) / static_cast<double>(delta.size());
    // Squares overlap by half, so that none escapes by lying across two.
    for (int top = 0; top + kSquare <= height; top += kSquare / 2) {
        for (int left = 0; left + kSquare <= width; left += kSquare / 2) {
            int count = 0;
            for (int y = top; y < top + kSquare; ++y) {
                for (int x = left; x < left + kSquare; ++x)
                    count += delta[static_cast<std::size_t>(y * width + x)] > kVisible ? 1 : 0;
            }
            result.crowded = std::max(result.crowded, static_cast<double>(count) / (kSquare * kSquare));
        }
    }
    result.matches = result.crowded <= kMostCrowded && result.share <= kMostShare;
    return result;
}

QImage markedDifference(const QImage &approved, const QImage &now)
{
    QImage marked = now.convertToFormat(QImage::Format_RGB32);
    if (approved.size() != now.size() || approved.isNull())
        return marked;
    const std::vector<double> delta = distances(approved, now);
    QPainter painter(&marked);
    painter.setPen(Qt::red);
    for (int top = 0; top < now.height(); top += kSquare) {
        for (int left = 0; left < now.width(); left += kSquare) {
            bool differs = false;
            for (int y = top; y < std::min(top + kSquare, now.height()); ++y) {
                for (int x = left; x < std::min(left + kSquare, now.width()); ++x)
                    differs = differs || delta[static_cast<std::size_t>(y * now.width() + x)] > kVisible;
            }
            if (differs)
                painter.drawRect(left, top, kSquare - 1, kSquare - 1);
        }
    }
    return marked;
}

} // namespace barograph
