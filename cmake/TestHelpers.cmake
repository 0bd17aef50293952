# SPDX-License-Identifier: GPL-3.0-or-later

# Qt bakes each test's folder into two macros, which would make every test's precompiled header a different one.
# We find test data through BAROGRAPH_TEST_DATA instead.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

# Parsing Qt's headers is most of what a test costs to compile: once per set of libraries is enough.
function(barograph_add_test_pch name)
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "// Carries the tests' precompiled header.\n")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF BAROGRAPH_TEST ON)
    target_link_libraries(${name} PRIVATE ${ARGN} Qt6::Test barograph_options)
    target_precompile_headers(${name} PRIVATE
        <QByteArray> <QCoreApplication> <QDateTime> <QElapsedTimer> <QFile> <QJsonArray> <QJsonDocument>
        <QJsonObject> <QObject> <QString> <QStringBuilder> <QTemporaryDir> <QTest> <QUrl>
        <algorithm> <array> <chrono> <cmath> <functional> <memory> <optional> <string> <string_view> <thread> <vector>)
endfunction()
barograph_add_test_pch(barograph_test_pch_core Qt6::Core)
barograph_add_test_pch(barograph_test_pch_network Qt6::Network)
barograph_add_test_pch(barograph_test_pch_widgets Qt6::Widgets Qt6::Charts)

function(barograph_prepare_test target pch)
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF BAROGRAPH_TEST ON)
    target_link_libraries(${target} PRIVATE Qt6::Test barograph_options)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests/support)
    target_compile_definitions(${target} PRIVATE BAROGRAPH_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
    if(pch)
        target_precompile_headers(${target} REUSE_FROM barograph_test_pch_${pch})
    endif()
endfunction()

# Offscreen, in a home folder of its own, in a fixed locale and time zone.
function(barograph_test_properties name timeout labels)
    set(home "${CMAKE_BINARY_DIR}/testhome/${name}")
    file(MAKE_DIRECTORY "${home}/run")
    file(CHMOD "${home}/run" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    # Tests with real programs wait more than they work, some for most of a minute: those first, or they are the tail.
    set(cost 1)
    if("integration" IN_LIST labels)
        set(cost ${timeout})
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${timeout}
        COST ${cost}
        LABELS "${labels}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;XDG_STATE_HOME=${home}/state;XDG_RUNTIME_DIR=${home}/run;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()

# barograph_add_tests(AREA SOURCES tst_a.cpp b.cpp ... LINK lib ... [PCH core|network|widgets] [LABELS label ...]
#                     [THREADS tst_a ...] [TIMEOUT seconds] [WRAPPER program])
# One binary test_AREA for all sources, and a ctest entry for every tst_*.cpp among them (they end in BAROGRAPH_TEST).
# WRAPPER starts the binary, with it and the case as arguments. PCH must fit the Qt libraries that LINK brings. THREADS names the cases to run under TSan.
# Labels in use: unit, gui, integration, fuzz, threads, slow.
function(barograph_add_tests area)
    cmake_parse_arguments(arg "" "TIMEOUT;PCH" "SOURCES;LINK;LABELS;THREADS;WRAPPER" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120) # against hanging, not against slow machines
    endif()
    add_executable(test_${area} ${arg_SOURCES} ${CMAKE_SOURCE_DIR}/tests/support/test_main.cpp)
    target_link_libraries(test_${area} PRIVATE ${arg_LINK} $<LINK_ONLY:barograph_language>)
    # Its folder for this one file: the others would be compiled anew for an option that they do not need.
    set_source_files_properties(${CMAKE_SOURCE_DIR}/tests/support/test_main.cpp PROPERTIES
        INCLUDE_DIRECTORIES ${CMAKE_SOURCE_DIR}/app/language)
    barograph_prepare_test(test_${area} "${arg_PCH}")
    foreach(source IN LISTS arg_SOURCES)
        cmake_path(GET source STEM name)
        if(name MATCHES "^tst_")
            set(labels ${arg_LABELS})
            if(name IN_LIST arg_THREADS)
                list(APPEND labels threads)
            endif()
            add_test(NAME ${name} COMMAND ${arg_WRAPPER} $<TARGET_FILE:test_${area}> ${name})
            barograph_test_properties(${name} ${arg_TIMEOUT} "${labels}")
        endif()
    endforeach()
endfunction()

# barograph_add_test(NAME SOURCES a.cpp ... LINK lib ... [PCH ...] [LABELS label ...] [TIMEOUT seconds] [ARGS ...])
# A binary for one test alone, with a main() of its own: for those that need arguments or are not QTest.
function(barograph_add_test name)
    cmake_parse_arguments(arg "" "TIMEOUT;PCH" "SOURCES;LINK;LABELS;ARGS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120) # against hanging, not against slow machines
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LINK})
    barograph_prepare_test(${name} "${arg_PCH}")
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
    barograph_test_properties(${name} ${arg_TIMEOUT} "${arg_LABELS}")
endfunction()
