// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_hands.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QWidget>

namespace barograph::testing {

namespace {

constexpr int kPatienceMs = 30'000;

QStringList pointArguments(QPoint at)
{
    return {QString::number(at.x()), QString::number(at.y())};
}

} // namespace

void XHands::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("xdotool"), arguments);
    // The events come to this thread: it must not only wait.
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(5))
        QCoreApplication::processEvents();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        m_trouble = arguments.join(u' ') + QStringLiteral(": ") +
                    QString::fromLocal8Bit(process.readAllStandardError()) + process.errorString();
    QCoreApplication::processEvents();
}

bool XHands::focus(QWidget &window)
{
    run({QStringLiteral("windowfocus"), QStringLiteral("--sync"), QString::number(window.winId())});
    return QTest::qWaitFor([&window] { return window.isActiveWindow(); }, kPatienceMs);
}

void XHands::focus(quint32 window)
{
    run({QStringLiteral("windowfocus"), QStringLiteral("--sync"), QString::number(window)});
}

void XHands::place(quint32 window, const QRect &where)
{
    const QString id = QString::number(window);
    run(QStringList{QStringLiteral("windowmove"), QStringLiteral("--sync"), id} + pointArguments(where.topLeft()));
    run({QStringLiteral("windowsize"), QStringLiteral("--sync"), id, QString::number(where.width()),
         QString::number(where.height())});
}

void XHands::moveTo(QPoint global)
{
    run(QStringList{QStringLiteral("mousemove")} + pointArguments(global));
}

void XHands::click(QPoint global, int button)
{
    moveTo(global);
    run({QStringLiteral("click"), QString::number(button)});
}

void XHands::doubleClick(QPoint global)
{
    moveTo(global);
    run({QStringLiteral("click"), QStringLiteral("--repeat"), QStringLiteral("2"), QStringLiteral("--delay"),
         QStringLiteral("40"), QStringLiteral("1")});
}

void XHands::drag(QPoint from, QPoint to, int button)
{
    moveTo(from);
    run({QStringLiteral("mousedown"), QString::number(button)});
    // A hand passes over what lies between.
    constexpr int kSteps = 6;
    for (int step = 1; step <= kSteps; ++step)
        moveTo(from + (to - from) * step / kSteps);
    run({QStringLiteral("mouseup"), QString::number(button)});
}

void XHands::wheel(QPoint global, int notches)
{
    moveTo(global);
    const QString button = notches > 0 ? QStringLiteral("4") : QStringLiteral("5");
    run({QStringLiteral("click"), QStringLiteral("--repeat"), QString::number(std::abs(notches)), button});
}

void XHands::key(const QString &keys)
{
    run({QStringLiteral("key"), keys});
}

void XHands::type(const QString &text)
{
    run({QStringLiteral("type"), text});
}

QPoint middleOf(const QWidget &widget)
{
    return widget.mapToGlobal(widget.rect().center());
}

} // namespace barograph::testing
