#include "edges/render/problems.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "edges/render/problem_rows.h"

namespace {

using render::Locale;
using render::translate;

[[nodiscard]] std::string japanese(std::string_view english) {
  return translate(english, Locale::ja);
}

TEST(problems, a_sentence_is_told_in_the_language_of_its_reader) {
  EXPECT_EQ(japanese("is empty"), "入力されていません");
  EXPECT_EQ(translate(std::string_view("is empty"), Locale::en), "is empty");
}

TEST(problems, what_stands_in_a_place_is_kept) {
  EXPECT_EQ(japanese("is longer than 200 bytes of UTF-8"), "UTF-8で200バイトを超えています");
  EXPECT_EQ(japanese("has 3 fields, the header has 4"), "欄の数が3で、見出しの4と合いません");
}

TEST(problems, pieces_that_are_words_themselves_are_translated) {
  EXPECT_EQ(japanese("no such report, or not for you"),
            "該当する報告がないか、閲覧する権限がありません");
  EXPECT_EQ(japanese("allowed now: send, cancel"), "現在できる操作：送付、取消し");
  EXPECT_EQ(japanese("there is no person called 'Mori'"), "「Mori」という人は見つかりません");
  EXPECT_EQ(japanese("allowed now: send, fly"), "現在できる操作：send, fly");
}

TEST(problems, a_range_is_part_of_its_sentence) {
  EXPECT_EQ(japanese("must be a number"), "数値でなければなりません");
  EXPECT_EQ(japanese("must be a number from 1 to 5"), "1から5までの数値でなければなりません");
  EXPECT_EQ(japanese("must be a whole number of at least 0"), "0以上の整数でなければなりません");
}

TEST(problems, the_pattern_with_the_most_letters_wins) {
  EXPECT_EQ(japanese("is longer than 9 bytes"), "9バイトを超えています");
  EXPECT_EQ(japanese("audit entry 7 is missing, though a checkpoint covers it"),
            "署名の範囲内にある監査記録の7番がありません");
}

TEST(problems, an_unknown_text_stays_english) {
  EXPECT_EQ(japanese("qwertz"), "qwertz");
  EXPECT_EQ(japanese(""), "");
}

TEST(problems, an_error_keeps_its_kind_and_its_pointers) {
  const auto told = translate(
      base::Error(base::ErrorKind::refused, "/reason", "is empty", "say why in a sentence"),
      Locale::ja);
  EXPECT_EQ(told.kind, base::ErrorKind::refused);
  ASSERT_EQ(told.issues.size(), 1u);
  EXPECT_EQ(told.issues[0].pointer, "/reason");
  EXPECT_EQ(told.issues[0].problem, "入力されていません");
  EXPECT_EQ(told.issues[0].next_step, "理由を一文で入力してください");
}

TEST(problems, every_row_without_a_place_is_found_by_itself) {
  for (const auto& row : render::problem_rows()) {
    if (row.english.find("{}") != std::string_view::npos) continue;
    EXPECT_EQ(japanese(row.english), row.japanese);
  }
}

/// A pattern of the table with `pieces` in its places.
[[nodiscard]] std::string with_pieces(std::string_view pattern,
                                      const std::vector<std::string>& pieces) {
  std::string text;
  std::size_t next = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern.substr(at).starts_with("{}");
    text += is_place ? pieces.at(next++) : std::string(1, pattern[at]);
    if (is_place) ++at;
  }
  return text;
}

RC_GTEST_PROP(problems, every_pattern_keeps_what_stands_in_its_places, ()) {
  const auto rows = render::problem_rows();
  const auto& row = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
  // Letters that no pattern has, so that a piece cannot be taken for a part of one.
  const auto piece = rc::gen::nonEmpty(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("QXZ0123456789"))));
  const auto pieces = *rc::gen::container<std::vector<std::string>>(9, piece);
  const auto told = japanese(with_pieces(row.english, pieces));
  std::size_t place = 0;
  for (auto at = row.english.find("{}"); at != std::string_view::npos;
       at = row.english.find("{}", at + 2))
    RC_ASSERT(told.find(pieces[place++]) != std::string::npos);
  RC_ASSERT(told.find('{') == std::string::npos ||
            row.english.find("{ }") != std::string_view::npos ||
            row.english.find("{{}}") != std::string_view::npos);
}

RC_GTEST_PROP(problems, any_text_can_be_asked_for, (const std::string& text)) {
  RC_ASSERT(translate(std::string_view(text), Locale::en) == text);
  (void)translate(std::string_view(text), Locale::ja);
}

}  // namespace
