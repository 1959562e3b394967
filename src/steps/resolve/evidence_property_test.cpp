#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "steps/resolve/evidence.h"
#include "steps/resolve/features_for_tests.h"
#include "steps/resolve/reason_codes.h"
#include "steps/resolve/weights.h"

namespace resolve {
namespace {

using namespace tests;
using Words = std::vector<std::string>;

Words any_of(const Words& pool) {
  return *rc::gen::resize(3, rc::gen::container<Words>(rc::gen::elementOf(pool)));
}

Features::Name any_name() {
  return *rc::gen::element(
      name("sergey ivanov", {"ivanov", "sergey"}, "APNP SRK"),
      name("セルゲイ", {"セルゲイ"}, "SRK"), name("ivan petrov", {"ivan", "petrov"}, "APN PTRP"),
      name("田中健一", {"田中健一"}, ""), name("田中 健一", {"健一", "田中"}, ""),
      name("田中", {"田中"}, ""), name("van halen", {"halen", "van"}, "HRN PN"),
      name("vanhalen", {"vanhalen"}, "PNHRN"));
}

Features::PlaceTime any_place() {
  const auto day = *rc::gen::inRange<std::int32_t>(december, december + 800);
  const bool located = *rc::gen::arbitrary<bool>();
  return {*rc::gen::element<std::string>("", "13109", "13101", "27100"),
          *rc::gen::element(model::PlaceKind::street, model::PlaceKind::exhibition,
                            model::PlaceKind::online, model::PlaceKind::unknown),
          day,
          day + *rc::gen::element(0, 0, 30, 200),
          located ? *rc::gen::element(35.6F, 34.7F, 48.8F) : 0,
          located ? *rc::gen::element(139.7F, 135.5F) : 0};
}

Features any_features() {
  Features features;
  for (int count = *rc::gen::inRange(0, 3); count > 0; --count)
    features.names.push_back(any_name());
  for (int count = *rc::gen::inRange(0, 4); count > 0; --count)
    features.places.push_back(any_place());
  features.phones = any_of({"+81900000001", "+81900000002"});
  features.emails = any_of({"a@example.jp", "b@example.jp"});
  features.handles = any_of({"line:a", "line:b"});
  features.urls = any_of({"example.jp/a"});
  features.plate = *rc::gen::element<std::string>("", "品川300あ1");
  features.employer = *rc::gen::element<std::string>("", "example trading", "example trade office");
  features.reason = *rc::gen::element<std::string>("", "market survey", "market visit");
  features.said_words = any_of({"way", "hotel", "beer"});
  features.behaviours = any_of({"AP1", "AP2", "AP3", "DV6", "OK5"});
  features.requests = any_of({"public:brochure", "internal:process sheet", "internal:sheet"});
  features.technologies =
      any_of({"semiconductor.etching", "semiconductor.masks", "battery.cathode"});
  features.languages = any_of({"ja", "ru", "en"});
  features.age_first = *rc::gen::element(0, 20, 40, 60);
  features.age_last = features.age_first == 0 ? 0 : features.age_first + 8;
  features.height_first = *rc::gen::element(0, 160, 180);
  features.height_last = features.height_first == 0 ? 0 : features.height_first + 5;
  features.glasses = *rc::gen::inRange(-1, 2);
  features.marks = *rc::gen::element<std::string>("", "scar hand");
  features.introduced = *rc::gen::arbitrary<bool>();
  return features;
}

Rarity any_rarity() {
  Rarity rarity;
  for (int count = *rc::gen::inRange(0, 5); count > 0; --count)
    rarity.add(any_features());
  return rarity;
}

Setting any_setting() {
  return *rc::gen::element(Setting::separate_reports, Setting::same_report);
}

RC_GTEST_PROP(evidence_property, does_not_depend_on_the_side, ()) {
  const auto left = any_features(), right = any_features();
  const auto rarity = any_rarity();
  const auto setting = any_setting();
  const auto straight = compare(left, right, rarity, setting);
  const auto turned = compare(right, left, rarity, setting);
  RC_ASSERT(straight.kind == turned.kind);
  RC_ASSERT(straight.bits == turned.bits);
  RC_ASSERT(straight.reasons == turned.reasons);
}

RC_GTEST_PROP(evidence_property, is_the_same_every_time, ()) {
  const auto left = any_features(), right = any_features();
  const auto rarity = any_rarity();
  RC_ASSERT(compare(left, right, rarity).reasons == compare(left, right, rarity).reasons);
}

RC_GTEST_PROP(evidence_property, effects_add_up_to_the_bits, ()) {
  const auto evidence = compare(any_features(), any_features(), any_rarity(), any_setting());
  double sum = 0;
  for (const auto& one : evidence.reasons)
    sum += one.effect;
  RC_ASSERT(std::abs(sum - evidence.bits) < 1e-9);
  RC_ASSERT(std::isfinite(evidence.bits));
}

RC_GTEST_PROP(evidence_property, looks_and_language_stay_under_a_fifth_of_what_speaks_for, ()) {
  const auto evidence = compare(any_features(), any_features(), any_rarity());
  double positive = 0, looks = 0;
  for (const auto& one : evidence.reasons) {
    if (one.effect <= 0) continue;
    positive += one.effect;
    if (one.code == reason::looks_alike || one.code == reason::language_same) looks += one.effect;
  }
  RC_ASSERT(looks <= weight::looks_share_max * positive + 1e-9);
}

RC_GTEST_PROP(evidence_property, a_shared_handle_word_or_technology_never_speaks_against, ()) {
  auto left = any_features(), right = any_features();
  const auto rarity = any_rarity();
  const double before = compare(left, right, rarity).bits;
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      left.phones.emplace_back("+81900000009");
      right.phones.emplace_back("+81900000009");
      break;
    case 1:
      left.handles.emplace_back("wechat:x");
      right.handles.emplace_back("wechat:x");
      break;
    case 2:
      left.technologies.emplace_back("robotics.arms");
      right.technologies.emplace_back("robotics.arms");
      break;
    case 3:
      left.said_words.emplace_back("umbrella");
      right.said_words.emplace_back("umbrella");
      break;
    default:
      left.emails.emplace_back("c@example.jp");
      right.emails.emplace_back("c@example.jp");
  }
  RC_ASSERT(compare(left, right, rarity).bits >= before - 1e-9);
}

/// Of persons alone: a shared name can make of a successor the same person, which another claim
/// weighs.
RC_GTEST_PROP(evidence_property, a_shared_name_plate_or_web_address_never_speaks_against, ()) {
  auto left = any_features(), right = any_features();
  left.introduced = right.introduced = false;
  std::erase(left.behaviours, "DV6");
  std::erase(right.behaviours, "DV6");
  const auto rarity = any_rarity();
  const double before = compare(left, right, rarity).bits;
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      left.names.push_back(name("olga morozova", {"morozova", "olga"}, "ARK MRSF"));
      right.names.push_back(left.names.back());
      break;
    case 1:
      left.urls.emplace_back("example.jp/x");
      right.urls.emplace_back("example.jp/x");
      break;
    default:
      left.plate = right.plate = "品川300あ9";
  }
  RC_ASSERT(compare(left, right, rarity).bits >= before - 1e-9);
}

RC_GTEST_PROP(evidence_property, the_rarer_a_shared_handle_the_more_it_says, ()) {
  const auto left = any_features(), right = any_features();
  auto rarity = any_rarity();
  const double before = compare(left, right, rarity).bits;
  Features other;
  other.phones = {"+81900000077"};
  for (int count = *rc::gen::inRange(1, 20); count > 0; --count)
    rarity.add(other);
  RC_ASSERT(compare(left, right, rarity).bits >= before - 1e-9);
}

RC_GTEST_PROP(evidence_property, looks_and_language_alone_say_nothing_for_a_link, ()) {
  Features left, right;
  for (auto* side : {&left, &right}) {
    const auto some = any_features();
    side->languages = some.languages;
    side->age_first = some.age_first;
    side->age_last = some.age_last;
    side->height_first = some.height_first;
    side->height_last = some.height_last;
    side->glasses = some.glasses;
    side->marks = some.marks;
  }
  RC_ASSERT(compare(left, right, any_rarity()).bits <= 0);
}

RC_GTEST_PROP(evidence_property, however_many_handles_are_shared_they_stay_under_their_cap, ()) {
  Features left, right;
  for (auto count = *rc::gen::inRange(0, 8); count > 0; --count) {
    const auto number = std::to_string(count);
    left.phones.push_back("+8190000001" + number);
    left.handles.push_back("line:x" + number);
  }
  left.plate = "品川300あ1";
  right = left;
  RC_ASSERT(compare(left, right, any_rarity()).bits <= weight::handles_max + 1e-9);
}

RC_GTEST_PROP(evidence_property, nameless_ones_stay_under_their_cap, ()) {
  auto left = any_features(), right = any_features();
  for (auto* side : {&left, &right}) {
    side->names.clear();
    side->phones.clear();
    side->emails.clear();
    side->handles.clear();
    side->urls.clear();
    side->plate.clear();
    side->employer.clear();
  }
  RC_ASSERT(compare(left, right, any_rarity()).bits <= weight::nameless_max);
}

}  // namespace
}  // namespace resolve
