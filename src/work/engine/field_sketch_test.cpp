#include "work/engine/field_sketch.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "steps/resolve/screen_evidence.h"
#include "steps/resolve/string_likeness.h"

namespace engine {
namespace {

FieldSketches with_text(SketchedField field, std::string_view text) {
  FieldSketches out;
  out.add(field, text);
  return out;
}

bool may_agree(SketchedField field, std::string_view watched, std::string_view found) {
  PartySketches parties;
  parties.add(with_text(field, watched));
  return parties.may_agree(0, with_text(field, found));
}

TEST(field_sketch, every_slip_passes) {
  const std::string word = "yokohamashi";
  for (std::size_t at = 0; at < word.size(); ++at) {
    auto replaced = word, missing = word, swapped = word;
    replaced[at] = 'x';
    missing.erase(at, 1);
    if (at > 0) std::swap(swapped[at], swapped[at - 1]);
    for (const auto& slip : {replaced, missing, swapped}) {
      ASSERT_TRUE(resolve::is_one_slip_apart(word, slip));
      EXPECT_TRUE(may_agree(SketchedField::city, word, slip)) << slip;
    }
  }
}

TEST(field_sketch, other_texts_are_told_apart) {
  EXPECT_FALSE(may_agree(SketchedField::city, "yokohama", "sapporo"));
  EXPECT_FALSE(may_agree(SketchedField::phone, "9012345678", "8098765432"));
  EXPECT_FALSE(may_agree(SketchedField::email, "a.petrov@x.example", "lin.mei@x.example"));
}

TEST(field_sketch, one_mailbox_at_two_hosts_passes) {
  EXPECT_TRUE(may_agree(SketchedField::email, "a.petrov@mail.example", "a.petrov@uni.example"));
}

TEST(field_sketch, a_phone_with_one_end_the_same_passes) {
  EXPECT_TRUE(may_agree(SketchedField::phone, "9012345678", "9012995678"));
  EXPECT_TRUE(may_agree(SketchedField::phone, "312345678", "12345678"));
}

TEST(field_sketch, no_birth_that_is_alike_is_passed_over) {
  constexpr std::uint32_t watched = 19780412;
  for (std::uint32_t year = 1900; year < 2010; ++year)
    for (std::uint32_t month = 0; month <= 12; ++month)
      for (std::uint32_t day = 0; day <= 31; ++day) {
        const auto found = year * 10000 + month * 100 + day;
        if (resolve::compare_births(watched, found).level > model::ScreenLevel::differs) {
          EXPECT_TRUE(may_be_alike(packed_digits(watched), packed_digits(found))) << found;
        }
      }
}

}  // namespace
}  // namespace engine
