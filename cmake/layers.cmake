# One static library and one test executable a folder, made from src/layers.txt.
#
# A line "a b: c d" makes libraries kizuki_a and kizuki_b that link kizuki_c and kizuki_d.
# X.cpp goes into the library, X_test.cpp into <folder>_test. New files are found by themselves.
file(STRINGS ${CMAKE_SOURCE_DIR}/src/layers.txt layer_lines REGEX "^[a-z]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS src/layers.txt)
if(KIZUKI_TESTS)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  enable_testing()
endif()

# A precompiled header of standard headers only: it pays for itself and never goes stale.
file(WRITE ${CMAKE_BINARY_DIR}/pch_anchor.cpp "")
add_library(kizuki_pch OBJECT ${CMAKE_BINARY_DIR}/pch_anchor.cpp)
target_link_libraries(kizuki_pch PRIVATE kizuki_settings)
target_precompile_headers(kizuki_pch PRIVATE
  <algorithm> <array> <atomic> <charconv> <chrono> <compare> <condition_variable> <cstdint>
  <expected> <filesystem> <fstream> <functional> <future> <map> <memory> <mutex> <optional> <set>
  <span> <sstream> <stdexcept> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

function(kizuki_folder name)
  file(GLOB folder LIST_DIRECTORIES true ${CMAKE_SOURCE_DIR}/src/*/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(TRANSFORM ARGN PREPEND kizuki_ OUTPUT_VARIABLE below)
  if(sources OR KIZUKI_GENERATED_${name})
    add_library(kizuki_${name} STATIC ${sources} ${KIZUKI_GENERATED_${name}})
    target_include_directories(kizuki_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(kizuki_${name}
      PUBLIC ${below} fmt::fmt Threads::Threads
      PRIVATE kizuki_settings ${KIZUKI_OUTSIDE_${name}})
    target_precompile_headers(kizuki_${name} REUSE_FROM kizuki_pch)
  else()
    add_library(kizuki_${name} INTERFACE)
    target_include_directories(kizuki_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(kizuki_${name} INTERFACE ${below} fmt::fmt Threads::Threads)
  endif()
  if(KIZUKI_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE kizuki_${name} kizuki_settings
      ${KIZUKI_OUTSIDE_${name}} GTest::gtest GTest::gmock GTest::gtest_main rapidcheck)
    target_precompile_headers(${name}_test REUSE_FROM kizuki_pch)
    add_test(NAME ${name} COMMAND ${name}_test)
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT "KIZUKI_TEST_DB=")
    if(name MATCHES "^(db|store|workflow|jobs|cli)$")
      # The same suite on PostgreSQL, where KIZUKI_TEST_DB names one: `./dev test` starts its own.
      add_test(NAME ${name}_on_postgres
        COMMAND sh -c "[ -n \"$KIZUKI_TEST_DB\" ] || exit 77; exec \"$0\"" $<TARGET_FILE:${name}_test>)
      set_tests_properties(${name}_on_postgres PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77)
    endif()
  endif()
endfunction()

# Tests that read files of the repository. Named one by one, so that every other object is the same
# in each checkout and comes from the compiler cache.
set_source_files_properties(
  src/edges/codec/tables_json_test.cpp src/edges/codec/report_corpus_test.cpp
  src/edges/render/words_test.cpp src/edges/deliver/smtp_mailer_test.cpp
  src/doors/http/site_test.cpp src/work/engine/name_matcher_test.cpp
  src/work/engine/link_records_test.cpp src/work/engine/name_search_test.cpp
  src/work/engine/screen_files_test.cpp
  src/work/workflow/deliver_alert_test.cpp src/work/jobs/loop_test.cpp
  PROPERTIES COMPILE_DEFINITIONS KIZUKI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")

foreach(line IN LISTS layer_lines)
  string(REGEX REPLACE ":.*" "" names "${line}")
  string(REGEX REPLACE ".*:" "" below "${line}")
  string(REGEX MATCHALL "[a-z_]+" names "${names}")
  string(REGEX MATCHALL "[a-z_]+" below "${below}")
  foreach(name IN LISTS names)
    if(NOT name MATCHES "^(main|tests|bench|fuzz|tools)$")
      kizuki_folder(${name} ${below})
    endif()
  endforeach()
endforeach()
