// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"
#include "test_case.h"

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

#include <cstdio>

using namespace barograph::testing;

int main(int argc, char **argv)
{
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    for (const TestCase &test : testCases()) {
        if (test.name != wanted)
            continue;
        // The rest is QTest's own: its parser must not meet our name.
        argv[1] = argv[0];
        ++argv;
        --argc;
        Application application(argc, argv);
        barograph::installEnglish(application); // with its plural forms, as users have it
        return test.run(argc, argv);
    }
    std::fprintf(stderr, "Name one of these cases first, then QTest's arguments:\n");
    for (const TestCase &test : testCases())
        std::fprintf(stderr, "  %.*s\n", static_cast<int>(test.name.size()), test.name.data());
    return 2;
}
