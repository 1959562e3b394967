# Files that the program carries inside itself. tools/embed looks on every build and writes only
# what changed; a folder finds its generated source in KIZUKI_GENERATED_<folder>.
find_package(ZLIB REQUIRED)
find_package(yaml-cpp REQUIRED)
add_executable(embed tools/embed.cpp tools/embed_table.cpp tools/problem_table.cpp
  tools/yaml_to_json.cpp)
target_link_libraries(embed PRIVATE kizuki_settings ZLIB::ZLIB yaml-cpp nlohmann_json::nlohmann_json)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)

function(kizuki_embed what folder)
  set(out ${CMAKE_BINARY_DIR}/generated/${what})
  add_custom_target(embed_${what}
    COMMAND embed ${what} ${CMAKE_SOURCE_DIR} ${out}
    BYPRODUCTS ${out}.cpp ${out}.blob
    COMMENT "Looking for changes of the ${what} carried inside")
  set_source_files_properties(${out}.cpp PROPERTIES OBJECT_DEPENDS ${out}.blob)
  set(KIZUKI_GENERATED_${folder} ${out}.cpp PARENT_SCOPE)
endfunction()

kizuki_embed(web http)
kizuki_embed(migrations db)
kizuki_embed(problems render)
kizuki_embed(concepts normalise)
kizuki_embed(shipped cli)
