# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries how every file of ours is compiled, so that no folder can be more lax than another.

add_library(barograph_options INTERFACE)
target_compile_features(barograph_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

target_compile_options(barograph_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    $<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized -Wno-error=stringop-overflow>
    -fno-omit-frame-pointer
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

target_compile_definitions(barograph_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    BOOST_ASIO_NO_DEPRECATED
    BAROGRAPH_VERSION="${PROJECT_VERSION}")

if(BAROGRAPH_SANITIZE)
    target_compile_options(barograph_options INTERFACE -fsanitize=${BAROGRAPH_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(barograph_options INTERFACE -fsanitize=${BAROGRAPH_SANITIZE})
    # g++ 12 reports false positives of these two under instrumentation.
    target_compile_options(barograph_options INTERFACE
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-stringop-overflow>)
    if(BAROGRAPH_SANITIZE STREQUAL "thread")
        # Asio's fences only order memory against I/O, not against other threads.
        target_compile_options(barograph_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
    endif()
else()
    target_compile_options(barograph_options INTERFACE
        $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:$<TARGET_PROPERTY:BAROGRAPH_TEST>>>>:-D_FORTIFY_SOURCE=2>
        $<$<CONFIG:Release>:-fstack-protector-strong>)
    target_link_options(barograph_options INTERFACE -Wl,-z,relro,-z,now)
endif()

# Optimizing a test costs more than it saves: it runs for a moment, and what it tests is optimized.
target_compile_options(barograph_options INTERFACE $<$<BOOL:$<TARGET_PROPERTY:BAROGRAPH_TEST>>:-O0>)
if(BAROGRAPH_SANITIZE MATCHES "undefined")
    # What is watched is what the tests call; to watch the tests themselves as well costs a third of compiling them.
    target_compile_options(barograph_options INTERFACE
        $<$<BOOL:$<TARGET_PROPERTY:BAROGRAPH_TEST>>:-fno-sanitize=undefined>)
endif()

if(BAROGRAPH_LIBFUZZER)
    # Coverage of the libraries is what steers the fuzzer; without it, it only guesses.
    target_compile_options(barograph_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(barograph_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(BAROGRAPH_MOLD mold)
if(BAROGRAPH_MOLD)
    target_link_options(barograph_options INTERFACE -fuse-ld=mold)
endif()

find_program(BAROGRAPH_CCACHE ccache)
if(BAROGRAPH_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_DEPEND=1 "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        ${BAROGRAPH_CCACHE})
    # ccache can only reuse objects built with a precompiled header when the compiler keeps its name out of the hash.
    target_compile_options(barograph_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
