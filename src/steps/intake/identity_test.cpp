#include "steps/intake/identity.h"

#include <gtest/gtest.h>

#include "steps/intake/word_features.h"

namespace {

using intake::masked_words;

TEST(identity, a_country_a_people_and_a_language_read_alike) {
  EXPECT_EQ(masked_words("フランス人の男性"), masked_words("中国人の男性"));
  EXPECT_EQ(masked_words("英語で話した"), masked_words("スワヒリ語で話した"));
  EXPECT_EQ(masked_words("a Brazilian visitor"), masked_words("a Japanese visitor"));
  EXPECT_EQ(masked_words("he was from South Korea"), masked_words("he was from Italy"));
  EXPECT_EQ(masked_words("he was from the Netherlands"), masked_words("he was from Peru"));
  EXPECT_NE(masked_words("we bathe Italian dogs"), masked_words("we ba Italian dogs"));
}

TEST(identity, faith_and_its_houses_read_alike) {
  EXPECT_EQ(masked_words("教会で会った"), masked_words("モスクで会った"));
  EXPECT_EQ(masked_words("she is a Muslim"), masked_words("she is a Buddhist"));
}

TEST(identity, schools_and_names_read_alike_whatever_their_length) {
  EXPECT_EQ(masked_words("東京大学の教授"), masked_words("青葉大学の教授"));
  EXPECT_EQ(masked_words("then Ivan Petrov called"), masked_words("then Li called"));
  EXPECT_EQ(masked_words("田中さんに会った"), masked_words("セルゲイ・イワノフさんに会った"));
}

TEST(identity, the_stop_of_a_title_ends_no_sentence) {
  EXPECT_EQ(masked_words("At noon Mr. Smith called"), masked_words("At noon Mr. Okonkwo called"));
  EXPECT_EQ(masked_words("I met Dr. Li"), masked_words("I met Dr. Papadopoulos"));
  EXPECT_EQ(masked_words("It was late. Smiling he left."), U"it was late. smiling he left.");
}

TEST(identity, ordinary_words_stay) {
  EXPECT_EQ(masked_words("イタリアンの店"), U"イタリアンの店");
  EXPECT_EQ(masked_words("お客さんと業者さん"), U"お客さんと業者さん");
  EXPECT_EQ(masked_words("On Monday he used LinkedIn."), U"on monday he used linkedin.");
}

TEST(identity, offsets_lead_to_the_words_as_written) {
  const auto text = text::fold_text("私はフランス人に会った");
  const auto masked = intake::mask_identity(text);
  const auto mark = masked.folded.find(intake::identity::region);
  ASSERT_NE(mark, std::u32string::npos);
  EXPECT_EQ(masked.start[mark], 2U);
  EXPECT_EQ(masked.end[mark], 6U);
}

TEST(word_features, no_piece_holds_who_somebody_is) {
  const auto masked = masked_words("Then Ivan asked 東京大学の王さんに電話番号を聞いた");
  for (const auto& feature : intake::word_features(masked))
    for (const char32_t c : intake::feature_words(masked, feature))
      EXPECT_FALSE(intake::is_masked(c));
}

TEST(word_features, a_word_has_one_stem_in_all_its_forms) {
  EXPECT_EQ(intake::stem_of(U"invited"), intake::stem_of(U"inviting"));
  EXPECT_EQ(intake::stem_of(U"gave"), intake::stem_of(U"gives"));
  EXPECT_EQ(intake::stem_of(U"meetings"), intake::stem_of(U"meeting"));
  EXPECT_NE(intake::stem_of(U"paid"), intake::stem_of(U"said"));
}

TEST(word_features, the_key_is_that_of_the_words_a_table_names) {
  const auto masked = masked_words("asked my numbers 封筒を渡された");
  bool has_phrase = false;
  for (const auto& feature : intake::word_features(masked)) {
    const auto words = intake::feature_words(masked, feature);
    EXPECT_EQ(feature.key, intake::feature_key(words));
    has_phrase = has_phrase || words == U"ask my number";
  }
  EXPECT_TRUE(has_phrase);
}

TEST(word_features, a_part_of_a_foreign_name_is_no_word) {
  const auto masked = masked_words("ゲイリーが来た");
  for (const auto& feature : intake::word_features(masked))
    EXPECT_NE(intake::feature_words(masked, feature), U"ゲイ");
}

}  // namespace
