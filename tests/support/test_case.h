// SPDX-License-Identifier: GPL-3.0-or-later
// Several test classes share one binary: each costs a compile, but only one link and one moc run. ctest still runs
// every class alone, in a process of its own: `test_AREA tst_name [QTest arguments]`.
#pragma once

#include <QTest>

#include <string_view>
#include <vector>

namespace barograph::testing {

struct TestCase
{
    std::string_view name; // the file's name without folder and ending, e.g. tst_health
    int (*run)(int argc, char **argv);
};

inline std::vector<TestCase> &testCases()
{
    static std::vector<TestCase> cases;
    return cases;
}

constexpr std::string_view fileStem(std::string_view path)
{
    path.remove_prefix(path.find_last_of('/') + 1);
    return path.substr(0, path.find('.'));
}

template<typename Class> bool addTestCase(std::string_view file)
{
    testCases().push_back({fileStem(file), [](int argc, char **argv) {
                               Class object;
                               return QTest::qExec(&object, argc, argv);
                           }});
    return true;
}

} // namespace barograph::testing

// Once per file, at its end. The case is named after the file.
#define BAROGRAPH_TEST(Class) static const bool added##Class = barograph::testing::addTestCase<Class>(__FILE__);
