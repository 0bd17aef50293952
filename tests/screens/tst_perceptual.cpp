// SPDX-License-Identifier: GPL-3.0-or-later
#include "perceptual.h"
#include "test_case.h"

#include <QFont>
#include <QGuiApplication>
#include <QPainter>

using namespace barograph;

namespace {

const QColor kGround(0x1b, 0x1e, 0x23);
const QColor kText(0xe6, 0xe8, 0xeb);

/// Something like a screen: lines of text and a chart's fill. `offset` moves all of it by parts of a pixel.
QImage screen(const QString &headline, const QColor &fill, QPointF offset = {}, bool antialiased = true)
{
    QImage image(1280, 720, QImage::Format_RGB32);
    image.fill(kGround);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing, antialiased);
    painter.setRenderHint(QPainter::TextAntialiasing, antialiased);
    painter.translate(offset);
    painter.fillRect(QRect(300, 300, 900, 300), fill);
    painter.setPen(kText);
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
    for (int line = 0; line < 20; ++line)
        painter.drawText(20, 40 + line * 30, QStringLiteral("receive 4.2 /s of 20 TPS"));
    painter.drawText(300, 40, headline);
    return image;
}

const QColor kBlue(0x56, 0xb4, 0xe9);
const QString kHeadline = QStringLiteral("support-eu is at 100 % of 10 TPS");

Difference seen(const QImage &one, const QImage &other)
{
    return difference(reduced(one), reduced(other));
}

} // namespace

class TestPerceptual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalPicturesMatch()
    {
        const Difference same = seen(screen(kHeadline, kBlue), screen(kHeadline, kBlue));
        QVERIFY(same.matches);
        QCOMPARE(same.share, 0.0);
        QCOMPARE(same.worst, 0.0);
    }

    void otherSmoothingIsNoDifference()
    {
        QVERIFY(seen(screen(kHeadline, kBlue), screen(kHeadline, kBlue, {0.4, 0.3})).matches);
        QVERIFY(seen(screen(kHeadline, kBlue), screen(kHeadline, kBlue, {}, false)).matches);
    }

    void whatAnEyeSeesIsADifference_data()
    {
        QTest::addColumn<QImage>("now");
        QTest::newRow("text is gone") << screen({}, kBlue);
        QTest::newRow("another colour") << screen(kHeadline, QColor(0x00, 0x9e, 0x73));
        QTest::newRow("all moved by a line") << screen(kHeadline, kBlue, {0, 14});
        QImage hole = screen(kHeadline, kBlue);
        QPainter(&hole).fillRect(QRect(600, 400, 60, 40), kGround);
        QTest::newRow("a hole in the chart") << hole;
        QImage light = screen(kHeadline, kBlue);
        light.invertPixels();
        QTest::newRow("another theme") << light;
    }
    void whatAnEyeSeesIsADifference()
    {
        QFETCH(QImage, now);
        const Difference found = seen(screen(kHeadline, kBlue), now);
        QVERIFY2(!found.matches,
                 qPrintable(QStringLiteral("share %1, crowded %2").arg(found.share).arg(found.crowded)));
    }

    void anotherSizeOrNothingDoesNotMatch()
    {
        const QImage one = reduced(screen(kHeadline, kBlue));
        QVERIFY(!difference({}, one).matches);
        QVERIFY(!difference(one.copy(0, 0, 10, 10), one).matches);
    }

    void theDifferenceIsFramed()
    {
        const QImage one = reduced(screen(kHeadline, kBlue));
        const QImage other = reduced(screen({}, kBlue));
        const QImage marked = markedDifference(one, other);
        int red = 0;
        for (int y = 0; y < marked.height(); ++y) {
            for (int x = 0; x < marked.width(); ++x)
                red += marked.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
        }
        QVERIFY(red > 0);
        QCOMPARE(markedDifference(one, one), one);
    }
};

BAROGRAPH_TEST(TestPerceptual)
#include "tst_perceptual.moc"
