// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main_window.h"
#include "support/frame_factory.h"
#include "support/menu_action.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace barograph::testing {

/// A window, and what it asked for. Answers are given by the tests.
struct SetupProbe
{
    SetupProbe()
        : edits(&window, &MainWindow::configEditRequested)
        , tests(&window, &MainWindow::nodeTestRequested)
        , cancelled(&window, &MainWindow::nodeTestCancelled)
        , offers(&window, &MainWindow::routeOfferRequested)
        , selfTests(&window, &MainWindow::selfTestRequested)
        , choices(&window, &MainWindow::secretsChosen)
    {
        window.setClock([this] { return now; });
        window.show();
    }

    /// A window that watches these.
    void watch(const FramePtr &frame)
    {
        window.setNodeConfigs(configsOf(*frame));
        window.setFrame(frame);
        window.chooseNode(frame->nodes.front().id);
    }

    QAction *action(const char *text) const { return menuAction(window, QString::fromUtf8(text)); }

    template<typename T> T edit(int at = -1) const
    {
        const auto &row = edits[at < 0 ? edits.count() - 1 : at];
        const auto request = row[0].template value<ConfigEditRequest>();
        const T *value = std::get_if<T>(&request.edit);
        return value ? *value : T{};
    }
    quint64 editTicket() const { return edits.last()[0].value<ConfigEditRequest>().ticket; }
    NodeTestRequest test() const { return tests.last()[0].value<NodeTestRequest>(); }

    UtcTime now = frameTime();
    MainWindow window;
    QSignalSpy edits;
    QSignalSpy tests;
    QSignalSpy cancelled;
    QSignalSpy offers;
    QSignalSpy selfTests;
    QSignalSpy choices;
};

template<typename T = QWidget> T *named(const QWidget *root, const char *name)
{
    return root ? root->findChild<T *>(QString::fromLatin1(name)) : nullptr;
}

inline QString labelText(const QWidget *root, const char *name)
{
    const QWidget *widget = named(root, name);
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    // A mark with a label in it.
    QString text;
    for (const auto *label : widget ? widget->findChildren<QLabel *>() : QList<QLabel *>())
        text += label->text();
    return text;
}

/// Types as a person does, so that only what a person causes happens.
inline void typeInto(const QWidget *root, const char *name, const QString &text)
{
    auto *line = named<QLineEdit>(root, name);
    QVERIFY2(line, name);
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    // Keys are told for ASCII only.
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii)
        QTest::keyClicks(line, text);
    else
        line->insert(text);
}

inline void clickOn(const QWidget *root, const char *name)
{
    auto *button = named<QAbstractButton>(root, name);
    QVERIFY2(button, name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
}

} // namespace barograph::testing
