#include "steps/resolve/evidence.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "steps/resolve/features_for_tests.h"
#include "steps/resolve/reason_codes.h"
#include "steps/resolve/weights.h"

namespace resolve {
namespace {

using model::LinkKind;
using namespace tests;

const Rarity no_counts;

bool gives(const Evidence& evidence, std::string_view code) {
  return std::ranges::any_of(evidence.reasons, [&](const auto& one) { return one.code == code; });
}

double effect_of(const Evidence& evidence, std::string_view code) {
  double sum = 0;
  for (const auto& one : evidence.reasons)
    if (one.code == code) sum += one.effect;
  return sum;
}

bool is_shown(const Evidence& evidence) {
  return evidence.bits >= shown_bits_min;
}

TEST(evidence, nothing_known_says_nothing) {
  const auto evidence = compare({}, {}, no_counts);
  EXPECT_DOUBLE_EQ(evidence.bits, 0);
  EXPECT_TRUE(evidence.reasons.empty());
}

TEST(evidence, the_shown_threshold_is_about_one_in_nine) {
  Features left;
  left.phones = {"+81900000001"};
  const auto evidence = compare(left, left, no_counts);
  EXPECT_NEAR(evidence.probability.value(), 1 / (1 + std::exp2(-(evidence.bits + prior_bits(0)))),
              1e-12);
  EXPECT_NEAR(1 / (1 + std::exp2(-(shown_bits_min + prior_bits(prior_known)))), 0.11, 0.01);
}

TEST(evidence, means_less_the_more_are_known) {
  Features left;
  left.phones = {"+81900000001"};
  Rarity many;
  many.set_known(8 * prior_known);
  const auto few = compare(left, left, no_counts), among_many = compare(left, left, many);
  EXPECT_DOUBLE_EQ(among_many.bits, few.bits);
  const auto odds = [](double p) { return std::log2(p / (1 - p)); };
  EXPECT_NEAR(odds(few.probability.value()) - odds(among_many.probability.value()), 3, 1e-9);
}

TEST(evidence, a_shared_phone_links_alone) {
  Features left, right;
  left.phones = right.phones = {"+81900000001"};
  const auto evidence = compare(left, right, no_counts);
  EXPECT_TRUE(is_shown(evidence));
  EXPECT_EQ(evidence.kind, LinkKind::same_person);
  EXPECT_TRUE(gives(evidence, reason::phone_same));
  EXPECT_GT(evidence.probability.value(), 0.9);
}

TEST(evidence, a_phone_that_hundreds_give_links_nobody) {
  Features left;
  left.phones = {"+81312345678"};
  Rarity rarity;
  for (int persona = 0; persona < 300; ++persona)
    rarity.add(left);
  EXPECT_FALSE(is_shown(compare(left, left, rarity)));
}

TEST(evidence, same_phone_under_different_names_is_an_operator) {
  Features left, right;
  left.phones = right.phones = {"+81900000001"};
  left.names = {name("anna petrova", {"anna", "petrova"}, "AN PTRP")};
  right.names = {name("maria sokolova", {"maria", "sokolova"}, "MR SKRP")};
  const auto evidence = compare(left, right, no_counts);
  EXPECT_EQ(evidence.kind, LinkKind::same_operator);
  EXPECT_TRUE(is_shown(evidence));
}

TEST(evidence, a_rare_whole_name_is_shown_and_a_common_one_not) {
  Features left;
  left.names = {name("sergey ivanov", {"ivanov", "sergey"}, "APNP SRK")};
  EXPECT_TRUE(is_shown(compare(left, left, no_counts)));
  Rarity rarity;
  for (int persona = 0; persona < 50; ++persona)
    rarity.add(left);
  EXPECT_FALSE(is_shown(compare(left, left, rarity)));
}

TEST(evidence, a_name_is_recognised_by_sound_across_scripts) {
  Features left, right;
  left.names = {name("сергей иванов", {"иванов", "сергей"}, "APNP SRK")};
  right.names = {name("イワノフ セルゲイ", {"イワノフ", "セルゲイ"}, "APNP SRK")};
  const auto evidence = compare(left, right, no_counts);
  EXPECT_TRUE(gives(evidence, reason::name_sound));
  EXPECT_GT(evidence.bits, 6);
}

TEST(evidence, an_identical_whole_name_says_the_same_in_every_script) {
  std::vector<double> bits;
  for (const auto& one :
       {name("sergey ivanov", {"ivanov", "sergey"}, "APNP SRK"),
        name("сергей иванов", {"иванов", "сергей"}, "APNP SRK"),
        name("セルゲイ イワノフ", {"イワノフ", "セルゲイ"}, "APNP SRK"),
        name("john smith", {"john", "smith"}, "SMS SN"), name("田中健一", {"田中健一"}, "")}) {
    Features features;
    features.names = {one};
    bits.push_back(compare(features, features, no_counts).bits);
  }
  EXPECT_TRUE(std::ranges::all_of(bits, [&](double one) { return one == bits.front(); }));
}

TEST(evidence, kanji_against_another_script_is_neither_for_nor_against) {
  Features left, right;
  left.names = {name("王偉", {"王偉"}, "")};
  right.names = {name("john smith", {"john", "smith"}, "SMS SN")};
  EXPECT_DOUBLE_EQ(compare(left, right, no_counts).bits, 0);
}

TEST(evidence, a_family_name_alone_matches_the_whole_one_a_little) {
  Features left, right;
  left.names = {name("田中", {"田中"}, "")};
  right.names = {name("田中健一", {"田中健一"}, "")};
  const auto evidence = compare(left, right, no_counts);
  EXPECT_TRUE(gives(evidence, reason::name_same));
  EXPECT_FALSE(is_shown(evidence));
}

TEST(evidence, three_firms_one_street_script_five_weeks_three_names) {
  auto first = street_script(december), second = street_script(december + 17),
       third = street_script(december + 35);
  first.names = {name("セルゲイ", {"セルゲイ"}, "SRK")};
  second.names = {name("アレックス", {"アレックス"}, "ARKS")};
  third.names = {name("ミハイル", {"ミハイル"}, "MHR")};
  for (const auto& [left, right] :
       {std::pair(first, second), std::pair(second, third), std::pair(first, third)}) {
    const auto evidence = compare(left, right, no_counts);
    EXPECT_TRUE(is_shown(evidence)) << evidence.bits;
    EXPECT_EQ(evidence.kind, LinkKind::same_person);
    EXPECT_TRUE(gives(evidence, reason::script_same));
    EXPECT_TRUE(gives(evidence, reason::name_differs));
  }
}

TEST(evidence, a_tourist_in_the_same_street_and_week_stays_below) {
  auto tourist = street_script(december + 3);
  tourist.behaviours = {"AP1"};
  EXPECT_FALSE(is_shown(compare(street_script(december), tourist, no_counts)));
  tourist.behaviours = {"AP1", "OK5"};
  const auto evidence = compare(street_script(december), tourist, no_counts);
  EXPECT_FALSE(is_shown(evidence));
  EXPECT_LT(evidence.bits, shown_bits_min - 2);
}

TEST(evidence, place_time_words_and_looks_alone_never_reach_the_threshold) {
  Features left;
  left.places = {met(december)};
  left.places[0].lat = 35.62F;
  left.places[0].lon = 139.72F;
  left.said_words = {"hotel", "lost", "teach", "way"};
  left.age_first = 35, left.age_last = 45;
  left.marks = "scar left hand";
  left.languages = {"ru"};
  const auto evidence = compare(left, left, no_counts);
  EXPECT_LT(evidence.bits, shown_bits_min);
  EXPECT_TRUE(gives(evidence, reason::capped));
}

TEST(evidence, the_script_reason_tells_acts_and_base_rate) {
  const auto evidence = compare(street_script(december), street_script(december + 5), no_counts);
  const auto found = std::ranges::find(evidence.reasons, "script_same", &model::Reason::code);
  ASSERT_NE(found, evidence.reasons.end());
  EXPECT_EQ(found->parameters, (std::vector<std::string>{"AP1 AP2 AP3", "10"}));
}

TEST(evidence, a_script_that_everybody_plays_says_less) {
  Rarity rarity;
  for (int persona = 0; persona < 1000; ++persona)
    rarity.add(street_script(december));
  EXPECT_LT(compare(street_script(december), street_script(december + 5), rarity).bits,
            compare(street_script(december), street_script(december + 5), no_counts).bits - 4);
}

TEST(evidence, clearly_different_people_with_one_script_are_an_operator) {
  auto left = street_script(december), right = street_script(december + 20);
  left.age_first = 25, left.age_last = 30;
  right.age_first = 55, right.age_last = 60;
  const auto evidence = compare(left, right, no_counts);
  EXPECT_EQ(evidence.kind, LinkKind::same_operator);
  EXPECT_TRUE(is_shown(evidence));
}

TEST(evidence, bands_far_apart_are_final_for_one_person) {
  Features left, right;
  left.names = right.names = {name("sergey ivanov", {"ivanov", "sergey"}, "APNP SRK")};
  left.age_first = 20, left.age_last = 25;
  right.age_first = 60, right.age_last = 65;
  EXPECT_LE(compare(left, right, no_counts).bits, weight::excluded_bits);
}

TEST(evidence, twelve_years_later_everybody_is_older) {
  Features left, right;
  left.names = right.names = {name("sergey ivanov", {"ivanov", "sergey"}, "APNP SRK")};
  left.age_first = 30, left.age_last = 33;
  right.age_first = 45, right.age_last = 48;
  left.places = {met(december, "", model::PlaceKind::unknown)};
  right.places = {met(december + 12 * 366, "", model::PlaceKind::unknown)};
  EXPECT_GT(compare(left, right, no_counts).bits, 0);
}

TEST(evidence, two_places_on_one_day) {
  Features left, right;
  left.emails = right.emails = {"a@example.jp"};
  left.places = {met_at(december, 35.68F, 139.77F)};
  right.places = {met_at(december, 48.85F, 2.35F)};
  const auto final_conflict = compare(left, right, no_counts);
  EXPECT_EQ(final_conflict.kind, LinkKind::same_operator);
  right.places = {met_at(december, 34.69F, 135.50F)};
  const auto conflict = compare(left, right, no_counts);
  EXPECT_TRUE(gives(conflict, reason::place_conflict));
  right.places = {met_at(december + 1, 34.69F, 135.50F)};
  EXPECT_FALSE(gives(compare(left, right, no_counts), reason::place_conflict));
}

TEST(evidence, seen_together_is_final) {
  Features left;
  left.phones = {"+81900000001"};
  const auto evidence = compare(left, left, no_counts, Setting::same_report);
  EXPECT_LE(evidence.bits, weight::excluded_bits);
  EXPECT_TRUE(gives(evidence, reason::seen_together));
}

TEST(evidence, introduced_within_a_report_is_a_successor) {
  Features left, right;
  right.introduced = true;
  const auto evidence = compare(left, right, no_counts, Setting::same_report);
  EXPECT_EQ(evidence.kind, LinkKind::successor);
  EXPECT_TRUE(is_shown(evidence));
}

TEST(evidence, a_hand_over_to_another_name_is_a_successor) {
  Features earlier, later;
  earlier.names = {name("sergey ivanov", {"ivanov", "sergey"}, "APNP SRK")};
  later.names = {name("oleg smirnov", {"oleg", "smirnov"}, "ARK SMRNP")};
  earlier.behaviours = {"DV1", "DV6", "TA1"};
  later.behaviours = {"DV1", "TA1"};
  earlier.requests = {"internal:manual"};
  later.requests = {"internal:manual"};
  earlier.places = {met(december, "13103", model::PlaceKind::restaurant)};
  later.places = {met(december + 40, "13103", model::PlaceKind::restaurant)};
  const auto evidence = compare(earlier, later, no_counts);
  EXPECT_EQ(evidence.kind, LinkKind::successor);
  EXPECT_TRUE(is_shown(evidence)) << evidence.bits;
  EXPECT_TRUE(gives(evidence, reason::handover));
}

TEST(evidence, two_at_the_same_time_succeed_nobody) {
  Features earlier, later;
  earlier.names = {name("sergey ivanov", {"ivanov", "sergey"}, "APNP SRK")};
  later.names = {name("oleg smirnov", {"oleg", "smirnov"}, "ARK SMRNP")};
  earlier.behaviours = {"DV6"};
  earlier.places = {met(december), met(december + 400)};
  later.places = {met(december + 10), met(december + 500)};
  EXPECT_NE(compare(earlier, later, no_counts).kind, LinkKind::successor);
}

TEST(evidence, looks_and_language_are_at_most_a_fifth) {
  Features left;
  left.phones = {"+81900000001"};
  left.age_first = 30, left.age_last = 40, left.height_first = 170, left.height_last = 180;
  left.glasses = 1;
  left.marks = "scar left hand";
  left.languages = {"ja"};
  left.behaviours = {"AP1"};
  const auto evidence = compare(left, left, no_counts);
  const double looks =
      effect_of(evidence, reason::looks_alike) + effect_of(evidence, reason::language_same);
  EXPECT_GT(looks, 0);
  EXPECT_LE(looks, 0.2 * evidence.bits + 1e-9);
  Features looks_only = left;
  looks_only.phones.clear();
  looks_only.behaviours.clear();
  EXPECT_DOUBLE_EQ(compare(looks_only, looks_only, no_counts).bits, 0);
}

TEST(evidence, a_crowded_hall_says_less_than_a_street) {
  Features hall, street;
  hall.places = {met(december, "13108", model::PlaceKind::exhibition)};
  street.places = {met(december, "13108", model::PlaceKind::street)};
  EXPECT_LT(effect_of(compare(hall, hall, no_counts), reason::place_near),
            effect_of(compare(street, street, no_counts), reason::place_near));
}

TEST(evidence, monthly_meetings_are_a_rhythm) {
  Features monthly, weekly;
  for (int month = 0; month < 5; ++month) {
    monthly.places.push_back(met(december + 30 * month, "", model::PlaceKind::unknown));
    weekly.places.push_back(met(december + 7 * month, "", model::PlaceKind::unknown));
  }
  EXPECT_TRUE(gives(compare(monthly, monthly, no_counts), reason::rhythm_same));
  EXPECT_FALSE(gives(compare(monthly, weekly, no_counts), reason::rhythm_same));
}

TEST(evidence, the_same_requests_in_the_same_order_count_more) {
  Features left, same, turned;
  left.requests = same.requests = {"public:brochure", "internal:process sheet"};
  turned.requests = {"internal:process sheet", "public:brochure"};
  left.requests.push_back("secret:mask");
  same.requests.push_back("secret:recipe");
  turned.requests.push_back("secret:recipe");
  EXPECT_GE(compare(left, same, no_counts).bits, compare(left, turned, no_counts).bits);
  EXPECT_TRUE(gives(compare(left, same, no_counts), reason::request_same));
}

TEST(evidence, technologies_compare_by_prefix) {
  Features left, right;
  left.technologies = {"semiconductor.etching"};
  right.technologies = {"semiconductor.masks"};
  const auto near = compare(left, right, no_counts), same = compare(left, left, no_counts);
  EXPECT_GT(near.bits, 0);
  EXPECT_EQ(near.reasons.front().parameters, std::vector<std::string>{"semiconductor"});
  EXPECT_GT(same.bits, near.bits);
  right.technologies = {"battery.cathode"};
  EXPECT_DOUBLE_EQ(compare(left, right, no_counts).bits, 0);
}

TEST(evidence, every_code_given_is_listed) {
  auto left = street_script(december), right = street_script(december + 20);
  left.employer = right.employer = "example trading";
  left.title = right.title = "sales";
  left.urls = right.urls = {"example.jp/a"};
  for (const auto& one : compare(left, right, no_counts).reasons)
    EXPECT_TRUE(std::ranges::count(reason::all, one.code)) << one.code;
}

}  // namespace
}  // namespace resolve
