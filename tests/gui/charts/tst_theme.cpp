// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_case.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>

#include <array>
#include <cmath>

using namespace barograph;

namespace {

struct Linear
{
    double r, g, b;
};

double toLinear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Linear linearOf(const QColor &color)
{
    return {toLinear(color.redF()), toLinear(color.greenF()), toLinear(color.blueF())};
}

double luminance(const Linear &c)
{
    return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

/// WCAG 2 contrast.
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(linearOf(a)) + 0.05;
    const double lb = luminance(linearOf(b)) + 0.05;
    return std::max(la, lb) / std::min(la, lb);
}

enum class Sight { Normal, Protanopia, Deuteranopia, Tritanopia };

/// Machado, Oliveira, Fernandes 2009, severity 1.0.
Linear seen(const Linear &c, Sight sight)
{
    switch (sight) {
    case Sight::Protanopia:
        return {0.152286 * c.r + 1.052583 * c.g - 0.204868 * c.b, 0.114503 * c.r + 0.786281 * c.g + 0.099216 * c.b,
                -0.003882 * c.r - 0.048116 * c.g + 1.051998 * c.b};
    case Sight::Deuteranopia:
        return {0.367322 * c.r + 0.860646 * c.g - 0.227968 * c.b, 0.280085 * c.r + 0.672501 * c.g + 0.047413 * c.b,
                -0.011820 * c.r + 0.042940 * c.g + 0.968881 * c.b};
    case Sight::Tritanopia:
        return {1.255528 * c.r - 0.076749 * c.g - 0.178779 * c.b, -0.078411 * c.r + 0.930809 * c.g + 0.147602 * c.b,
                0.004733 * c.r + 0.691367 * c.g + 0.303900 * c.b};
    case Sight::Normal:
        break;
    }
    return c;
}

/// CIE 1976 difference under D65.
double difference(const Linear &a, const Linear &b)
{
    const auto lab = [](const Linear &c) {
        const auto f = [](double t) {
            t = std::max(t, 0.0);
            return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
        };
        const double x = f((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505);
        const double y = f(luminance(c));
        const double z = f((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.089);
        return std::array<double, 3>{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    };
    const auto la = lab(a);
    const auto lb = lab(b);
    return std::hypot(la[0] - lb[0], la[1] - lb[1], la[2] - lb[2]);
}

void addThemes()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("dark") << ThemeChoice::Dark;
    QTest::newRow("light") << ThemeChoice::Light;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesRoundTrip()
    {
        for (const auto choice : {ThemeChoice::System, ThemeChoice::Dark, ThemeChoice::Light})
            QCOMPARE(themeChoiceFromName(themeChoiceName(choice)), std::optional(choice));
        QVERIFY(!themeChoiceFromName(QStringLiteral("purple")));
    }

    void widgetsFollow()
    {
        QLabel label;
        const bool platform = isDark(label.palette());
        applyTheme(*qApp, ThemeChoice::Dark);
        QTRY_VERIFY(isDark(label.palette()));
        const QColor dark = themeColors(label.palette()).plotBackground;
        applyTheme(*qApp, ThemeChoice::Light);
        QTRY_VERIFY(!isDark(label.palette()));
        QVERIFY(themeColors(label.palette()).plotBackground != dark);
        applyTheme(*qApp, ThemeChoice::System);
        QTRY_COMPARE(isDark(label.palette()), platform);
    }

    void textCanBeRead_data() { addThemes(); }
    void textCanBeRead()
    {
        QFETCH(const ThemeChoice, choice);
        applyTheme(*qApp, choice);
        const QPalette palette = QApplication::palette();
        const ThemeColors &colors = themeColors(palette);
        const QColor window = palette.color(QPalette::Window);
        for (const QColor &ink : {palette.color(QPalette::WindowText), colors.ok, colors.warning, colors.critical,
                                  colors.unknown, colors.info, colors.faintText, colors.axisText})
            QVERIFY2(contrast(ink, window) >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2").arg(ink.name(), window.name())));
        QVERIFY(contrast(colors.bannerText, colors.bannerFill) >= 4.5);
        QVERIFY(contrast(colors.simulatedText, colors.simulatedFill) >= 4.5);
    }

    void fillsStandOutFromTheBackground_data() { addThemes(); }
    void fillsStandOutFromTheBackground()
    {
        QFETCH(const ThemeChoice, choice);
        applyTheme(*qApp, choice);
        const ThemeColors &colors = themeColors(QApplication::palette());
        for (const QColor &fill : colors.kinds)
            QVERIFY2(contrast(fill, colors.plotBackground) >= 3, qPrintable(fill.name()));
        QVERIFY(contrast(colors.overBudget, colors.plotBackground) >= 3);
        QVERIFY(contrast(colors.budget, colors.plotBackground) >= 7);
    }

    void kindsDifferForTheColourBlind_data() { addThemes(); }
    void kindsDifferForTheColourBlind()
    {
        QFETCH(const ThemeChoice, choice);
        applyTheme(*qApp, choice);
        const ThemeColors &colors = themeColors(QApplication::palette());
        for (const auto sight : {Sight::Normal, Sight::Protanopia, Sight::Deuteranopia, Sight::Tritanopia}) {
            for (std::size_t a = 0; a < kEventKindCount; ++a) {
                for (std::size_t b = a + 1; b < kEventKindCount; ++b) {
                    const double apart =
                        difference(seen(linearOf(colors.kinds[a]), sight), seen(linearOf(colors.kinds[b]), sight));
                    QVERIFY2(apart >= 15, qPrintable(QStringLiteral("%1 and %2 are %3 apart for sight %4")
                                                         .arg(colors.kinds[a].name(), colors.kinds[b].name())
                                                         .arg(apart)
                                                         .arg(static_cast<int>(sight))));
                }
            }
        }
    }

    void marksDifferWithoutColour()
    {
        const auto shape = [](Mark mark) {
            // Alpha only: whatever differs here is the outline.
            return markIcon(mark, QApplication::palette())
                .pixmap(24, 24)
                .toImage()
                .convertToFormat(QImage::Format_Alpha8);
        };
        const std::array<Mark, 5> marks{Mark::Ok, Mark::Warning, Mark::Critical, Mark::Unknown, Mark::Paused};
        for (std::size_t a = 0; a < marks.size(); ++a) {
            for (std::size_t b = a + 1; b < marks.size(); ++b)
                QVERIFY(shape(marks[a]) != shape(marks[b]));
        }
        QVERIFY(!applicationIcon().isNull());
    }
};

BAROGRAPH_TEST(TestTheme)
#include "tst_theme.moc"
