# The layer check runs with every full build; a build of one target alone does not wait for it.
add_executable(check_layers
  tools/check_layers.cpp tools/layer_rules.cpp tools/source_files.cpp tools/cpp_text.cpp)
target_link_libraries(check_layers PRIVATE kizuki_settings)
add_custom_target(layers ALL
  COMMAND check_layers ${CMAKE_SOURCE_DIR}
  COMMENT "Judging src/ by src/layers.txt")

# So does the check that every problem can be told in Japanese.
set(problem_tool tools/problem_rules.cpp tools/problem_sentences.cpp)
add_executable(check_problems
  tools/check_problems.cpp ${problem_tool} tools/problem_table.cpp tools/source_files.cpp
  tools/cpp_text.cpp)
target_link_libraries(check_problems PRIVATE kizuki_settings nlohmann_json::nlohmann_json)
add_custom_target(problems ALL
  COMMAND check_problems ${CMAKE_SOURCE_DIR}
  COMMENT "Looking for a problem without a Japanese text")

if(KIZUKI_TESTS)
  add_executable(tools_test
    tools/layer_rules_test.cpp tools/layer_rules.cpp tools/cpp_text.cpp
    tools/embed_table_test.cpp tools/embed_table.cpp
    tools/yaml_to_json_test.cpp tools/yaml_to_json.cpp
    tools/problem_rules_test.cpp ${problem_tool}
    tools/problem_table_test.cpp tools/problem_table.cpp)
  target_link_libraries(tools_test PRIVATE yaml-cpp nlohmann_json::nlohmann_json kizuki_settings ZLIB::ZLIB GTest::gtest GTest::gtest_main)
  add_test(NAME layers_tool COMMAND tools_test --gtest_filter=layer_rules.*:cpp_text.*)
  add_test(NAME problems_tool COMMAND tools_test --gtest_filter=problem_*)
  add_test(NAME embed_tool COMMAND tools_test --gtest_filter=embed_*:yaml_to_json*)
endif()

# Knowledge of the name matcher, out of two packages of Debian. Without them the program runs, and
# knows no kanji readings. The learner of letter costs is run by hand (docs/NAMES.md).
set(name_tool tools/name_sources.cpp)
add_executable(build_names tools/build_names.cpp ${name_tool})
target_link_libraries(build_names PRIVATE kizuki_normalise kizuki_settings)
add_executable(learn_letters EXCLUDE_FROM_ALL tools/learn_letters.cpp)
target_link_libraries(learn_letters PRIVATE kizuki_normalise kizuki_settings)
set(KIZUKI_ENAMDICT /usr/share/edict/enamdict CACHE FILEPATH "JMnedict of the package enamdict")
set(KIZUKI_UNICODE /usr/share/unicode CACHE PATH "Folder of the package unicode-data")
find_program(KIZUKI_BZCAT bzcat)
if(EXISTS ${KIZUKI_ENAMDICT} AND EXISTS ${KIZUKI_UNICODE}/Unihan_Readings.txt.bz2 AND KIZUKI_BZCAT)
  set(knowledge ${CMAKE_BINARY_DIR}/knowledge)
  set(sources ${CMAKE_BINARY_DIR}/generated/names)
  file(MAKE_DIRECTORY ${sources})
  add_custom_command(OUTPUT ${knowledge}/names_jmnedict.kzt ${knowledge}/names_unihan.kzt
    COMMAND iconv -f EUC-JP -t UTF-8 ${KIZUKI_ENAMDICT} > ${sources}/enamdict
    COMMAND ${KIZUKI_BZCAT} ${KIZUKI_UNICODE}/Unihan_Readings.txt.bz2 > ${sources}/readings
    COMMAND ${KIZUKI_BZCAT} ${KIZUKI_UNICODE}/Unihan_Variants.txt.bz2 > ${sources}/variants
    COMMAND build_names ${sources}/enamdict ${sources}/readings ${sources}/variants ${knowledge}
    DEPENDS build_names ${KIZUKI_ENAMDICT}
    COMMENT "Building the knowledge of names" VERBATIM)
  add_custom_target(knowledge ALL DEPENDS ${knowledge}/names_jmnedict.kzt)
endif()

# The trainer of the reader's learned layer; its table is committed, so no build waits for it.
set(reading_trials bench/reading/corpus.cpp bench/reading/entities.cpp bench/reading/measures.cpp
  bench/reading/swaps.cpp bench/reading/trials.cpp tools/reading_trainer.cpp)
add_executable(train_reading EXCLUDE_FROM_ALL tools/train_reading.cpp ${reading_trials})
target_include_directories(train_reading PRIVATE bench tools)
target_link_libraries(train_reading PRIVATE
  kizuki_engine kizuki_codec kizuki_settings nlohmann_json::nlohmann_json)
