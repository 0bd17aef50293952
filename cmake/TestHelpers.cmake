# SPDX-License-Identifier: GPL-3.0-or-later

# barograph_add_test(NAME SOURCES a.cpp ... LINK lib ... [LABELS label ...] [TIMEOUT seconds] [ARGS ...])
# One binary per tested unit; offscreen, in a home folder of its own, in a fixed locale and time zone.
# Labels in use: unit, gui, integration, fuzz, threads (run under TSan), slow.
function(barograph_add_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ARGS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test barograph_options)
    target_compile_definitions(${name} PRIVATE BAROGRAPH_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
    set(home "${CMAKE_BINARY_DIR}/testhome/${name}")
    file(MAKE_DIRECTORY "${home}/run")
    file(CHMOD "${home}/run" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;XDG_STATE_HOME=${home}/state;XDG_RUNTIME_DIR=${home}/run;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()
