# Flags that every target of ours shares. g++-12 ships; clang-19 checks and fuzzes.
option(KIZUKI_WERROR "Treat every warning as an error (what ./dev check does)" OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_library(kizuki_settings INTERFACE)
target_compile_options(kizuki_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wimplicit-fallthrough -fstack-protector-strong -fno-omit-frame-pointer)
# Places in messages of our own bugs are told from the project's root, on any machine alike.
target_compile_options(kizuki_settings INTERFACE -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
if(KIZUKI_WERROR)
  target_compile_options(kizuki_settings INTERFACE -Werror)
endif()
# Bounds checks of the standard library stay on in what ships: they cost little and turn a
# silent overrun into a stop. The linker closes the usual doors behind them.
target_compile_definitions(kizuki_settings INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(kizuki_settings INTERFACE -Wl,-z,relro,-z,now,--as-needed)
# Files of a folder are compiled a few at a time: most of the time goes into headers. A name that two
# files of a folder define for themselves does not compile, so what is written twice shows.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)
# These describe JSON of their own: what the codec instantiates for others is not seen there.
set_source_files_properties(
  src/edges/store/reporter.cpp src/doors/http/bodies.cpp src/doors/http/door_answers.cpp
  src/doors/http/dossier_view.cpp src/doors/cli/report_table.cpp src/doors/cli/report_lines.cpp
  src/doors/cli/command_user.cpp src/edges/codec/archive_test.cpp
  src/edges/codec/people_json_test.cpp src/edges/codec/report_corpus_test.cpp
  src/edges/codec/report_json_test.cpp
  PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
if(CMAKE_UNITY_BUILD AND NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # GCC takes every file but the first for a header.
  target_compile_options(kizuki_settings INTERFACE -Wno-subobject-linkage)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # Boost 1.74 does not recognise clang's coroutines by itself.
  target_compile_definitions(kizuki_settings INTERFACE
    BOOST_ASIO_HAS_CO_AWAIT BOOST_ASIO_HAS_STD_COROUTINE)
  # The stable_sort of libstdc++ 12 uses what the same library calls deprecated.
  target_compile_options(kizuki_settings INTERFACE -Wno-deprecated-declarations)
else()
  # Asio uses atomic_thread_fence, which TSan only warns about.
  target_compile_options(kizuki_settings INTERFACE -Wno-tsan)
endif()
if(KIZUKI_SANITIZE)
  target_compile_options(kizuki_settings INTERFACE -fsanitize=${KIZUKI_SANITIZE} -fno-sanitize-recover=undefined)
  target_link_options(kizuki_settings INTERFACE -fsanitize=${KIZUKI_SANITIZE})
else()
  target_compile_options(kizuki_settings INTERFACE $<$<CONFIG:Release>:-U_FORTIFY_SOURCE>
    $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
endif()

find_program(KIZUKI_MOLD mold)
if(KIZUKI_MOLD)
  target_link_options(kizuki_settings INTERFACE -fuse-ld=mold)
endif()
find_program(KIZUKI_CCACHE ccache)
if(KIZUKI_CCACHE)
  # Paths count from the project's root there too: a second checkout finds what the first compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${KIZUKI_CCACHE})
endif()

# g++ 12 sees overruns and unset values at -O2 that are not there (GCC bugs 105329, 105651,
# 105562: std::string concatenation and std::expected). Said file by file, so that a new place shows.
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  set_source_files_properties(
    src/edges/store/alert.cpp src/edges/store/dossier.cpp src/edges/store/link.cpp
    src/edges/store/task.cpp
    src/work/workflow/alert_access.cpp src/doors/http/routes_sign_in.cpp
    src/edges/codec/json_value_test.cpp src/edges/deliver/mail_test.cpp
    src/steps/normalise/phone_test.cpp
    PROPERTIES COMPILE_OPTIONS "-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-maybe-uninitialized;-Wno-restrict")
endif()
