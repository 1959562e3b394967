#include "edges/codec/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace shapes {

enum class Colour { red, green, unknown };
constexpr auto vocabulary(Colour) {
  return base::make_vocabulary<Colour>("red", "green", "unknown");
}

struct Leaf {
  std::string text;
  std::optional<bool> is_dry;
  bool operator==(const Leaf&) const = default;
};
template <class Archive>
void describe(Archive& archive, Leaf& leaf) {
  archive.optional("text", leaf.text, codec::text_up_to(8));
  archive.optional("is_dry", leaf.is_dry);
}

struct Tree {
  std::string name;
  Colour colour = Colour::unknown;
  int height_m = 0;
  double slope = 0;
  std::vector<Leaf> leaves;
  Leaf best;
  std::pair<int, int> span{0, 0};
  std::map<std::string, std::string> labels;
  std::optional<int> age;
  base::UtcTime planted;
  base::Id<Tree> id;
  std::vector<std::size_t> rings;
  bool operator==(const Tree&) const = default;
};
template <class Archive>
void describe(Archive& archive, Tree& tree) {
  archive.tag("kind", "tree/1");
  archive.required("name", tree.name);
  archive.defaulted("colour", tree.colour, Colour::unknown);
  archive.optional("height_m", tree.height_m, codec::between(0, 200));
  archive.optional("slope", tree.slope, codec::between(-1, 1));
  archive.optional("leaves", tree.leaves, codec::list_up_to(3));
  archive.optional("best", tree.best);
  archive.optional("span", tree.span);
  archive.optional("labels", tree.labels);
  archive.optional("age", tree.age);
  archive.optional("planted", tree.planted);
  archive.optional("id", tree.id);
  archive.optional("rings", tree.rings);
  archive.rule("span", tree.span.first <= tree.span.second, "runs backwards", "swap the ends");
}

struct Verdict {
  std::optional<int> score;
  model::Probability probability = model::Probability::none();
  model::NonEmpty<std::string> reasons{{"none"}};
  codec::RawJson extra;
};
template <class Archive>
void describe(Archive& archive, Verdict& verdict) {
  archive.nullable("score", verdict.score);
  archive.required("probability", verdict.probability);
  archive.required("reasons", verdict.reasons);
  archive.optional("extra", verdict.extra);
}

struct Secret {
  base::Sensitive<std::string> password;
};
template <class Archive>
void describe(Archive& archive, Secret& secret) {
  archive.required("password", secret.password, codec::text_up_to(4));
}

}  // namespace shapes

namespace {

using shapes::Tree;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> pointers_of(std::string_view json) {
  std::vector<std::string> all;
  auto tree = codec::decode<Tree>(json);
  if (tree) return {"accepted"};
  for (const auto& issue : tree.error().issues)
    all.push_back(issue.pointer);
  return all;
}

std::string tree_with(std::string_view members) {
  return R"({"kind":"tree/1","name":"oak",)" + std::string(members) + "}";
}

TEST(archive, reads_every_kind_of_member) {
  const auto tree = codec::decode<Tree>(tree_with(R"(
    "colour":"green","height_m":12,"slope":-0.5,"leaves":[{"text":"a"},{"is_dry":true}],
    "best":{"text":"b"},"span":[1,4],"labels":{"x":"y"},"age":null,"rings":[0,2],
    "planted":"2026-11-21T12:10:00+09:00","id":"0190a5d2-3c4b-7000-8000-000000000001")"));
  ASSERT_TRUE(tree) << tree.error().text();
  EXPECT_EQ(tree->colour, shapes::Colour::green);
  EXPECT_EQ(tree->leaves.size(), 2U);
  EXPECT_EQ(tree->leaves[1].is_dry, true);
  EXPECT_EQ(tree->span, std::pair(1, 4));
  EXPECT_EQ(tree->labels.at("x"), "y");
  EXPECT_FALSE(tree->age);
  EXPECT_EQ(base::format_utc(tree->planted), "2026-11-21T03:10:00Z");
  EXPECT_EQ(tree->rings, (std::vector<std::size_t>{0, 2}));
}

TEST(archive, writes_members_in_described_order_and_leaves_empty_ones_out) {
  Tree tree;
  tree.name = "oak \"1\"\n";
  EXPECT_EQ(codec::encode(tree), R"({"kind":"tree/1","name":"oak \"1\"\n"})");
  tree.colour = shapes::Colour::red;
  tree.best.is_dry = false;
  tree.rings = {3};
  EXPECT_EQ(
      codec::encode(tree),
      R"({"kind":"tree/1","name":"oak \"1\"\n","colour":"red","best":{"is_dry":false},"rings":[3]})");
}

TEST(archive, what_was_written_reads_back_equal) {
  Tree tree;
  tree.name = "杉";
  tree.slope = 0.1;
  tree.span = {2, 3};
  tree.labels = {{"a/b", "1"}, {"~", ""}};
  tree.age = 0;
  tree.planted = {1'700'000'000'000'001};
  tree.id.bytes[3] = 9;
  const auto back = codec::decode<Tree>(codec::encode(tree));
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_EQ(*back, tree);
}

TEST(archive, collects_all_issues_with_their_pointers) {
  EXPECT_THAT(pointers_of(R"({"kind":"tree/2","colour":"blue","height_m":201,"slope":"0",
                           "leaves":[{"text":3},{"colour":1}],"best":[],"span":[4,1],"a/b":1})"),
              ElementsAre("/kind", "/name", "/colour", "/height_m", "/slope", "/leaves/0/text",
                          "/leaves/1/colour", "/best", "/span", "/a~1b"));
}

TEST(archive, names_the_allowed_words_but_not_the_one_given) {
  const auto tree = codec::decode<Tree>(tree_with(R"("colour":"mauve")"));
  ASSERT_FALSE(tree);
  EXPECT_THAT(tree.error().text(), HasSubstr("use one of: red, green, unknown"));
  EXPECT_THAT(tree.error().text(), testing::Not(HasSubstr("mauve")));
}

TEST(archive, refuses_texts_and_lists_over_their_limits) {
  EXPECT_THAT(pointers_of(tree_with(R"("best":{"text":"123456789"})")), ElementsAre("/best/text"));
  EXPECT_THAT(pointers_of(tree_with(R"("best":{"text":"12345678"})")), ElementsAre("accepted"));
  EXPECT_THAT(pointers_of(tree_with(R"("best":{"text":"木木木"})")), ElementsAre("/best/text"));
  EXPECT_THAT(pointers_of(tree_with(R"("leaves":[{},{},{},{}])")), ElementsAre("/leaves"));
}

TEST(archive, takes_whole_numbers_in_range_only) {
  EXPECT_THAT(pointers_of(tree_with(R"("height_m":5.0)")), ElementsAre("accepted"));
  for (const auto* number : {"5.5", "-1", "1e30", "18446744073709551615", "true", "\"5\""})
    EXPECT_THAT(pointers_of(tree_with(R"("height_m":)" + std::string(number))),
                ElementsAre("/height_m"))
        << number;
  EXPECT_THAT(pointers_of(tree_with(R"("rings":[1,-1])")), ElementsAre("/rings/1"));
}

TEST(archive, refuses_null_where_a_value_is_due) {
  EXPECT_THAT(pointers_of(tree_with(R"("height_m":null,"leaves":null,"best":null)")),
              ElementsAre("/height_m", "/leaves", "/best"));
}

TEST(archive, takes_pairs_of_exactly_two) {
  EXPECT_THAT(pointers_of(tree_with(R"("span":[1])")), ElementsAre("/span"));
  EXPECT_THAT(pointers_of(tree_with(R"("span":[1,2,3])")), ElementsAre("/span"));
}

TEST(archive, hands_on_the_problem_of_a_text_form) {
  EXPECT_THAT(pointers_of(tree_with(R"("planted":"yesterday","id":"1")")),
              ElementsAre("/planted", "/id"));
}

TEST(archive, stops_counting_issues_at_fifty) {
  std::string members = R"("z":0)";
  for (int index = 0; index < 99; ++index)
    members += ",\"z" + std::to_string(index) + "\":0";
  EXPECT_EQ(pointers_of(tree_with(members)).size(), 50U);
}

TEST(archive, requires_nullable_members_and_keeps_lists_non_empty) {
  const auto good = codec::decode<shapes::Verdict>(
      R"({"score":null,"probability":0.25,"reasons":["a","b"],"extra":{"b":[1,"x"],"a":null}})");
  ASSERT_TRUE(good) << good.error().text();
  EXPECT_EQ(good->reasons.items().size(), 2U);
  EXPECT_EQ(
      codec::encode(*good),
      R"({"score":null,"probability":0.25,"reasons":["a","b"],"extra":{"b":[1,"x"],"a":null}})");
  const auto bad = codec::decode<shapes::Verdict>(R"({"probability":1.5,"reasons":[]})");
  ASSERT_FALSE(bad);
  ASSERT_EQ(bad.error().issues.size(), 3U);
  EXPECT_EQ(bad.error().issues[0].pointer, "/score");
  EXPECT_EQ(bad.error().issues[1].pointer, "/probability");
  EXPECT_EQ(bad.error().issues[2].pointer, "/reasons");
}

TEST(archive, reads_sensitive_values_and_never_repeats_them) {
  const auto good = codec::decode<shapes::Secret>(R"({"password":"abc"})");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->password.reveal(), "abc");
  const auto bad = codec::decode<shapes::Secret>(R"({"password":"hunter2"})");
  ASSERT_FALSE(bad);
  EXPECT_THAT(bad.error().text(), testing::Not(HasSubstr("hunter")));
}

TEST(archive, reads_and_writes_plain_lists) {
  const auto list = codec::decode<std::vector<std::string>>(R"(["a","b"])");
  ASSERT_TRUE(list);
  EXPECT_EQ(codec::encode(*list), R"(["a","b"])");
}

TEST(archive, says_too_large_before_building_anything) {
  const auto tree = codec::decode<Tree>(std::string(50, ' '), {.bytes_max = 49});
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().kind, base::ErrorKind::too_large);
}

}  // namespace
