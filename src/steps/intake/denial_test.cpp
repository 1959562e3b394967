#include "steps/intake/denial.h"

#include <gtest/gtest.h>

#include "ground/text/folded_text.h"

namespace {

/// Whether `words`, as they stand in `sentence`, are denied.
bool denied(std::string_view sentence, std::string_view words) {
  const auto text = text::fold_words(sentence);
  const auto wanted = text::fold_words(words);
  const auto at = text.find(wanted);
  EXPECT_NE(at, std::u32string::npos) << words;
  return intake::is_denied(text, at, at + wanted.size());
}

TEST(denial, japanese_denials_follow_their_verb) {
  EXPECT_TRUE(denied("電話番号を聞かれなかった。", "電話番号を聞"));
  EXPECT_TRUE(denied("名刺交換はしていません。", "名刺交換"));
  EXPECT_TRUE(denied("現金は、受け取っていない。", "現金"));
  EXPECT_TRUE(denied("契約は結んでおらず困った", "契約"));
}

TEST(denial, a_denial_further_away_or_in_another_clause_is_not_meant) {
  EXPECT_FALSE(denied("道を聞かれました。名刺は渡していない。", "道を聞"));
  EXPECT_FALSE(denied("道を聞かれましたが、断らなかった。", "道を聞"));
  EXPECT_FALSE(denied("道を聞かれてから駅まで一緒に歩きながら話して名前は言わなかった", "道を聞"));
}

TEST(denial, doubt_and_invitations_are_no_denials) {
  EXPECT_FALSE(denied("飲みに行きませんか", "飲みに行"));
  EXPECT_FALSE(denied("道を聞いたのかもしれない", "道を聞"));
  EXPECT_FALSE(denied("現金だけでなく時計も", "現金"));
  EXPECT_FALSE(denied("資料を渡さないといけない", "資料を渡"));
}

TEST(denial, advice_not_to_do_it_is_one) {
  EXPECT_TRUE(denied("番号を教えないように言われた", "番号を教"));
}

TEST(denial, english_denials_stand_before_in_the_clause) {
  EXPECT_TRUE(denied("he did not ask for my number", "ask for my number"));
  EXPECT_TRUE(denied("he didn't really ask for my number", "ask for my number"));
  EXPECT_TRUE(denied("there was no cash", "cash"));
  EXPECT_FALSE(denied("no, he asked for my number", "asked for my number"));
  EXPECT_FALSE(denied("he did not know me but asked for my number", "asked for my number"));
  EXPECT_FALSE(denied("he did not only give me cash", "cash"));
}

TEST(denial, conditions_and_the_reporters_own_questions_tell_no_act) {
  EXPECT_TRUE(denied("what if he asks for my number", "asks for my number"));
  EXPECT_TRUE(denied("i asked the way", "asked the way"));
  EXPECT_FALSE(denied("he asked the way", "asked the way"));
}

}  // namespace
