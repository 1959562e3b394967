#include "edges/codec/bundle_json.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "edges/codec/lesson_json.h"

namespace codec {
namespace {

using model::Bundle;
using model::BundleItem;

Bundle some_bundle() {
  Bundle bundle;
  bundle.id = base::parse_id<Bundle>("01900000-0000-7000-8000-000000000001", "").value();
  bundle.from_key = base::Bytes(32, 1);
  bundle.to_key = base::Bytes(32, 2);
  bundle.made_at = base::parse_utc("2026-11-21T03:10:00Z").value();
  bundle.items = {{BundleItem::Kind::report, {7}, 2, R"({"kizuki":"report/1","narrative":"架空"})"},
                  {BundleItem::Kind::withdrawal, {8}, 1, R"({"reason":"a guest"})"}};
  return bundle;
}

std::string pointer_of(const std::string& text) {
  const auto bundle = read_bundle(text);
  EXPECT_FALSE(bundle);
  return bundle ? "" : bundle.error().issues.front().pointer;
}

TEST(bundle_json, comes_back_with_the_very_bytes_of_its_contents) {
  const auto bundle = some_bundle();
  const auto read = read_bundle(write_bundle(bundle));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->id, bundle.id);
  EXPECT_EQ(read->from_key, bundle.from_key);
  EXPECT_EQ(read->to_key, bundle.to_key);
  EXPECT_EQ(read->made_at, bundle.made_at);
  EXPECT_EQ(read->items, bundle.items);
}

TEST(bundle_json, is_one_line_an_item_for_a_person_to_read) {
  const auto text = write_bundle(some_bundle());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
  EXPECT_NE(text.find("架空"), std::string::npos);
}

TEST(bundle_json, the_signature_is_over_everything_before_its_line) {
  const auto text = write_bundle(some_bundle());
  const auto file = with_signature(text, base::Bytes(64, 9));
  const auto split = split_signature(file);
  ASSERT_TRUE(split) << split.error().text();
  EXPECT_EQ(split->text, text);
  EXPECT_EQ(split->signature, base::Bytes(64, 9));
  EXPECT_FALSE(split_signature(text));
}

TEST(bundle_json, errors_name_the_line_and_the_field) {
  const auto text = write_bundle(some_bundle());
  EXPECT_EQ(pointer_of(""), "line 1");
  auto altered = text;
  altered.replace(altered.find("withdrawal"), 10, "withdrawn!");
  EXPECT_EQ(pointer_of(altered), "line 3 /kind");
  EXPECT_EQ(pointer_of(text.substr(0, text.size() - 1)), "line 3");
  EXPECT_EQ(pointer_of(text + "{}\n"), "line 4");
  altered = text;
  altered.replace(altered.find("\"items\":2"), 9, "\"items\":9");
  EXPECT_EQ(pointer_of(altered), "line 4");
}

std::string pointer_of_lesson(const std::string& text) {
  const auto lesson = decode<model::HandedLesson>(text);
  return lesson ? "" : lesson.error().issues.front().pointer;
}

TEST(bundle_json, a_lesson_says_what_is_told_exactly_while_it_is_approved) {
  model::HandedLesson handed;
  handed.made_at = base::parse_utc("2026-11-21T03:10:00Z").value();
  handed.told.emplace();
  handed.told->method = "PB1";
  handed.told->title = {"架空", "fictional"};
  const auto text = encode(handed);
  const auto read = decode<model::HandedLesson>(text);
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(encode(*read), text);
  const auto altered = [&](const std::string& from, const std::string& to) {
    auto copy = text;
    return pointer_of_lesson(copy.replace(copy.find(from), from.size(), to));
  };
  EXPECT_EQ(altered("approved", "withdrawn"), "/told");
  EXPECT_EQ(altered("approved", "draft"), "/state");
  EXPECT_EQ(altered("PB1", "PB1 and more than sixteen"), "/told/method");
  EXPECT_EQ(altered("\"made_at\"", "\"by\":\"analyst\",\"made_at\""), "/by");
  EXPECT_EQ(altered("\"sources\":[]", R"("sources":[{"kind":"consultation","id":"01"}])"), "/told");
  EXPECT_EQ(pointer_of_lesson(R"({"state":"approved","made_at":"2026-11-21T03:10:00Z"})"), "/told");
  EXPECT_EQ(pointer_of_lesson(R"({"state":"withdrawn","made_at":"2026-11-21T03:10:00Z"})"), "");
}

TEST(bundle_json, a_key_has_its_32_bytes) {
  auto bundle = some_bundle();
  bundle.to_key.pop_back();
  EXPECT_EQ(pointer_of(write_bundle(bundle)), "line 1 /to_key");
}

TEST(bundle_json, a_card_and_a_partner_come_back) {
  model::HubCard card;
  card.organisation.key = "firm-a";
  card.organisation.name = {"架空会社", "fictional firm"};
  card.verifying_key = base::Bytes(32, 3);
  card.sealing_key = base::Bytes(32, 4);
  card.url = "https://kizuki.example";
  const auto read = decode<model::HubCard>(encode(card));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->organisation, card.organisation);
  EXPECT_EQ(read->sealing_key, card.sealing_key);
  model::Partner partner;
  partner.organisation_key = "firm-a";
  partner.verifying_key = base::Bytes(32, 3);
  partner.sealing_key = base::Bytes(32, 4);
  partner.verified_how = "called";
  partner.is_active = false;
  const auto same = decode<model::Partner>(encode(partner));
  ASSERT_TRUE(same) << same.error().text();
  EXPECT_EQ(same->verified_how, "called");
  EXPECT_FALSE(same->is_active);
}

}  // namespace
}  // namespace codec
