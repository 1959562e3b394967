# The layer check runs with every full build; a build of one target alone does not wait for it.
add_executable(check_layers tools/check_layers.cpp tools/layer_rules.cpp tools/cpp_text.cpp)
target_link_libraries(check_layers PRIVATE kizuki_settings)
add_custom_target(layers ALL
  COMMAND check_layers ${CMAKE_SOURCE_DIR}
  COMMENT "Judging src/ by src/layers.txt")

if(KIZUKI_TESTS)
  add_executable(tools_test
    tools/layer_rules_test.cpp tools/layer_rules.cpp tools/cpp_text.cpp
    tools/embed_table_test.cpp tools/embed_table.cpp
    tools/yaml_to_json_test.cpp tools/yaml_to_json.cpp)
  target_link_libraries(tools_test PRIVATE yaml-cpp nlohmann_json::nlohmann_json kizuki_settings ZLIB::ZLIB GTest::gtest GTest::gtest_main)
  add_test(NAME layers_tool COMMAND tools_test --gtest_filter=layer_rules.*:cpp_text.*)
  add_test(NAME embed_tool COMMAND tools_test --gtest_filter=embed_*:yaml_to_json*)
endif()
