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
