#include "yaml_to_json.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

TEST(yaml_to_json, quoted_words_stay_texts_and_plain_ones_are_read) {
  EXPECT_EQ(yaml_to_json("a: \"200\"\nb: 200\nc: [yes, true, \"no\", 1.5]\nd: null\n"),
            R"({"a":"200","b":200,"c":["yes",true,"no",1.5],"d":null})");
}

TEST(yaml_to_json, members_keep_their_order_and_blocks_their_lines) {
  EXPECT_EQ(yaml_to_json("z: |\n  one\n  two\na: {b: c}\n"), R"({"z":"one\ntwo\n","a":{"b":"c"}})");
}

TEST(yaml_to_json, a_broken_document_is_refused) {
  EXPECT_THROW(static_cast<void>(yaml_to_json("a: [")), std::runtime_error);
}

}  // namespace
}  // namespace tools
