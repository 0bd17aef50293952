// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_case.h"
#include "theme/color_sight.h"
#include "theme/colors.h"
#include "theme/focus_ring.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <vector>

using namespace barograph;

namespace {

struct Ink
{
    const char *name;
    QColor color;
};

/// What a chart is read by.
std::vector<Ink> chartInks(const ThemeColors &c)
{
    return {{"receive", c.kinds[0]}, {"send", c.kinds[1]},   {"delivery", c.kinds[2]},    {"read", c.kinds[3]},
            {"budget", c.budget},    {"over", c.overBudget}, {"ground", c.plotBackground}};
}

const char *sightName(Sight sight)
{
    switch (sight) {
    case Sight::Protanopia:
        return "protanopia";
    case Sight::Deuteranopia:
        return "deuteranopia";
    case Sight::Tritanopia:
        return "tritanopia";
    case Sight::Normal:
        break;
    }
    return "normal";
}

void addThemes()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("dark") << ThemeChoice::Dark;
    QTest::newRow("light") << ThemeChoice::Light;
    QTest::newRow("high-contrast-dark") << ThemeChoice::HighContrastDark;
    QTest::newRow("high-contrast-light") << ThemeChoice::HighContrastLight;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesRoundTrip()
    {
        for (const ThemeChoice choice : kThemeChoices)
            QCOMPARE(themeChoiceFromName(themeChoiceName(choice)), std::optional(choice));
        QVERIFY(!themeChoiceFromName(QStringLiteral("purple")));
    }

    /// Dark signs from a picture file cannot be seen on dark fields.
    void signsOfQtsOwnWidgets_data() { addThemes(); }
    void signsOfQtsOwnWidgets()
    {
        QFETCH(const ThemeChoice, choice);
        applyTheme(*qApp, choice);
        const QColor ground = QApplication::palette().color(QPalette::Base);
        for (const auto which :
             {QStyle::SP_LineEditClearButton, QStyle::SP_TitleBarCloseButton, QStyle::SP_TitleBarNormalButton,
              QStyle::SP_DockWidgetCloseButton, QStyle::SP_ToolBarHorizontalExtensionButton,
              QStyle::SP_ToolBarVerticalExtensionButton}) {
            QImage image(32, 32, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            QApplication::style()->standardIcon(which).paint(&painter, image.rect());
            painter.end();
            double best = 1;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    best = std::max(best, contrastRatio(image.pixelColor(x, y), ground));
            }
            QVERIFY2(best >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(which).arg(best)));
        }
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

    void highContrastIsSeenFromThePalette()
    {
        for (const ThemeChoice choice : kThemeChoices) {
            applyTheme(*qApp, choice);
            const bool wanted = choice == ThemeChoice::HighContrastDark || choice == ThemeChoice::HighContrastLight;
            QCOMPARE(isHighContrast(QApplication::palette()), wanted);
        }
        // A platform that asks for it by its palette, while the choice is its own.
        QPalette platform;
        platform.setColor(QPalette::Window, Qt::black);
        platform.setColor(QPalette::WindowText, Qt::white);
        QCOMPARE(themeColors(platform).focusWidth, 3);
        applyTheme(*qApp, ThemeChoice::System);
    }

    /// Table 1 of Sharma, Wu, Dalal 2005: 34 pairs, to the four digits given.
    void deltaE2000IsAsPublished()
    {
        constexpr std::array<std::array<double, 7>, 34> kPublished{{
            {50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425},
            {50.0000, 3.1571, -77.2803, 50.0000, 0.0000, -82.7485, 2.8615},
            {50.0000, 2.8361, -74.0200, 50.0000, 0.0000, -82.7485, 3.4412},
            {50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000},
            {50.0000, -1.1848, -84.8006, 50.0000, 0.0000, -82.7485, 1.0000},
            {50.0000, -0.9009, -85.5211, 50.0000, 0.0000, -82.7485, 1.0000},
            {50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669},
            {50.0000, -1.0000, 2.0000, 50.0000, 0.0000, 0.0000, 2.3669},
            {50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792},
            {50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0010, 7.1792},
            {50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0011, 7.2195},
            {50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0012, 7.2195},
            {50.0000, -0.0010, 2.4900, 50.0000, 0.0009, -2.4900, 4.8045},
            {50.0000, -0.0010, 2.4900, 50.0000, 0.0010, -2.4900, 4.8045},
            {50.0000, -0.0010, 2.4900, 50.0000, 0.0011, -2.4900, 4.7461},
            {50.0000, 2.5000, 0.0000, 50.0000, 0.0000, -2.5000, 4.3065},
            {50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492},
            {50.0000, 2.5000, 0.0000, 61.0000, -5.0000, 29.0000, 22.8977},
            {50.0000, 2.5000, 0.0000, 56.0000, -27.0000, -3.0000, 31.9030},
            {50.0000, 2.5000, 0.0000, 58.0000, 24.0000, 15.0000, 19.4535},
            {50.0000, 2.5000, 0.0000, 50.0000, 3.1736, 0.5854, 1.0000},
            {50.0000, 2.5000, 0.0000, 50.0000, 3.2972, 0.0000, 1.0000},
            {50.0000, 2.5000, 0.0000, 50.0000, 1.8634, 0.5757, 1.0000},
            {50.0000, 2.5000, 0.0000, 50.0000, 3.2592, 0.3350, 1.0000},
            {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644},
            {63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630},
            {61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731},
            {35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645},
            {22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373},
            {36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146},
            {90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441},
            {90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381},
            {6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377},
            {2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082},
        }};
        for (const auto &p : kPublished) {
            const double found = deltaE2000(LabColor{p[0], p[1], p[2]}, LabColor{p[3], p[4], p[5]});
            const double back = deltaE2000(LabColor{p[3], p[4], p[5]}, LabColor{p[0], p[1], p[2]});
            QVERIFY2(std::abs(found - p[6]) < 0.00005 + 1e-9 && std::abs(back - p[6]) < 0.00005 + 1e-9,
                     qPrintable(QStringLiteral("%1, published %2").arg(found, 0, 'f', 6).arg(p[6], 0, 'f', 4)));
        }
    }

    void simulationKeepsGreyAndMergesRedWithGreen()
    {
        for (const Sight sight : kSights) {
            const QColor grey(0x808080);
            QVERIFY(deltaE2000(labOf(linearOf(grey)), labOf(seenBy(sight, linearOf(grey)))) < 0.1);
        }
        // A red and a green of the same lightness to a deuteranope: far apart for others.
        const QColor red(0xc05a3c);
        const QColor green(0x8c7a30);
        QVERIFY(deltaE2000(red, green, Sight::Deuteranopia) < deltaE2000(red, green, Sight::Normal) / 3);
        // White: L* 100 without a tint.
        const LabColor white = labOf(linearOf(Qt::white));
        QVERIFY(std::abs(white.l - 100) < 0.01 && std::hypot(white.a, white.b) < 0.02);
    }

    void textCanBeRead_data() { addThemes(); }
    void textCanBeRead()
    {
        QFETCH(const ThemeChoice, choice);
        applyTheme(*qApp, choice);
        const QPalette palette = QApplication::palette();
        const ThemeColors &c = themeColors(palette);
        const QColor window = palette.color(QPalette::Window);
        const QColor base = palette.color(QPalette::Base);
        // WCAG 2.2: 1.4.3 asks 4.5:1 of text, 1.4.6 asks 7:1; 1.4.11 asks 3:1 of graphics and edges.
        const bool high = isHighContrast(palette);
        const double forText = high ? 7 : 4.5;
        const double forGraphics = high ? 4.5 : 3;
        bool ok = true;
        const auto check = [&](const char *what, const QColor &ink, const QColor &ground, double need) {
            const double found = contrastRatio(ink, ground);
            qInfo("%-20s %-34s %s on %s %5.2f : 1%s", QTest::currentDataTag(), what, qPrintable(ink.name()),
                  qPrintable(ground.name()), found, found < need ? "  TOO LITTLE" : "");
            ok &= found >= need;
        };
        const std::vector<Ink> grounds{{"window", window},
                                       {"base", base},
                                       {"alternate base", palette.color(QPalette::AlternateBase)},
                                       {"chosen card", c.chosenFill}};
        const std::vector<Ink> inks{{"text", palette.color(QPalette::WindowText)},
                                    {"placeholder", palette.color(QPalette::PlaceholderText)},
                                    {"link", palette.color(QPalette::Link)},
                                    {"ok", c.ok},
                                    {"warning", c.warning},
                                    {"critical", c.critical},
                                    {"unknown", c.unknown},
                                    {"info", c.info},
                                    {"not visible", c.notVisible},
                                    {"faint", c.faintText},
                                    {"axis", c.axisText}};
        for (const Ink &ground : grounds) {
            for (const Ink &ink : inks)
                check(qPrintable(QStringLiteral("%1 on %2").arg(QLatin1String(ink.name), QLatin1String(ground.name))),
                      ink.color, ground.color, forText);
        }
        check("button", palette.color(QPalette::ButtonText), palette.color(QPalette::Button), forText);
        check("tool tip", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), forText);
        check("chosen row", palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), forText);
        check("banner", c.bannerText, c.bannerFill, forText);
        check("reminder", c.reminderText, c.reminderFill, forText);
        check("simulated", c.simulatedText, c.simulatedFill, forText);
        for (const Ink &ink : chartInks(c)) {
            if (ink.color != c.plotBackground)
                check(ink.name, ink.color, c.plotBackground, forGraphics);
        }
        check("hatch", c.hatch, c.plotBackground, forGraphics);
        check("baseline", c.baseline, c.plotBackground, forGraphics);
        for (const QColor &ground : {window, base, palette.color(QPalette::Button)}) {
            check("outline", c.outline, ground, forGraphics);
            check("focus", c.focus, ground, forGraphics);
        }
        check("focus beside its rim", c.focus, c.focusRim, forGraphics);
        QVERIFY(ok);
    }

    void colourBlindPeopleTellThemApart_data() { addThemes(); }
    /// 1 is what can just be told in large patches side by side. Marks of a third of a degree, which is what a stacked
    /// band or a line is at arm's length, need 7 to 14 units to be told by half of the people (Stone, Szafir, Setlur,
    /// "An Engineering Model for Color Difference as a Function of Size", CIC 22, 2014): 15 is more than that.
    void colourBlindPeopleTellThemApart()
    {
        constexpr double kLeastApart = 15;
        QFETCH(const ThemeChoice, choice);
        applyTheme(*qApp, choice);
        const std::vector<Ink> inks = chartInks(themeColors(QApplication::palette()));
        bool ok = true;
        for (std::size_t a = 0; a < inks.size(); ++a) {
            for (std::size_t b = a + 1; b < inks.size(); ++b) {
                QString line;
                for (const Sight sight : kSights) {
                    const double apart = deltaE2000(inks[a].color, inks[b].color, sight);
                    line += QStringLiteral("  %1 %2%3")
                                .arg(QLatin1String(sightName(sight)))
                                .arg(apart, 5, 'f', 1)
                                .arg(apart < kLeastApart ? QStringLiteral(" TOO LITTLE") : QString());
                    ok &= apart >= kLeastApart;
                }
                qInfo("%-20s %-8s %-8s%s", QTest::currentDataTag(), inks[a].name, inks[b].name, qPrintable(line));
            }
        }
        QVERIFY(ok);
    }

    void focusIsFramed()
    {
        applyTheme(*qApp, ThemeChoice::HighContrastDark);
        auto *ring = qApp->findChild<FocusRing *>();
        QVERIFY(ring);
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *button = new QPushButton(QStringLiteral("One"), &window);
        auto *line = new QLineEdit(&window);
        auto *painted = new QWidget(&window);
        painted->setFocusPolicy(Qt::StrongFocus);
        painted->setMinimumSize(80, 60);
        for (QWidget *widget : {static_cast<QWidget *>(button), static_cast<QWidget *>(line), painted})
            layout->addWidget(widget);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        painted->setFocus();
        QTest::mouseClick(&window, Qt::LeftButton, {}, QPoint(1, 1));
        QVERIFY(!ring->framed());
        line->setFocus(); // what is typed into has it always
        QTRY_COMPARE(ring->framed(), line);
        QTest::keyClick(line, Qt::Key_Tab);
        QTRY_COMPARE(ring->framed(), painted);
        const QImage seen = window.grab(QRect(painted->pos(), painted->size())).toImage();
        const QColor focus = themeColors(QApplication::palette()).focus;
        QCOMPARE(seen.pixelColor(1, 1), focus);
        QCOMPARE(seen.pixelColor(seen.width() / 2, seen.height() - 2), focus);
        QVERIFY(seen.pixelColor(seen.width() / 2, seen.height() / 2) != focus);
        applyTheme(*qApp, ThemeChoice::System);
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
