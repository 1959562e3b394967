#include "work/engine/name_search.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "work/engine/name_matcher_for_tests.h"

namespace {

constexpr std::array indexed_names = {std::string_view("Sergei Ivanov"),
                                      std::string_view("Boris Ivanov"),
                                      std::string_view("Сергей Иванов"),
                                      std::string_view("セルゲイ・イワノフ"),
                                      std::string_view("김철수"),
                                      std::string_view("Kim Minjae"),
                                      std::string_view("Gabriela Toscano"),
                                      std::string_view("Acme Trading Co., Ltd."),
                                      std::string_view("たなか けんじ"),
                                      std::string_view("Tanaka Yuko"),
                                      std::string_view(""),
                                      std::string_view("Pavel Ivanov")};

const engine::NameIndex& index() {
  static const auto& made = []() -> const engine::NameIndex& {
    static engine::NameIndex filled(engine::shipped_name_matcher());
    for (const auto name : indexed_names)
      filled.add(name);
    filled.close();
    return filled;
  }();
  return made;
}

std::vector<engine::NameSearch::Found> found(std::string_view query) {
  return engine::NameSearch(index()).find(query, 10);
}

TEST(name_search, finds_a_name_in_other_scripts) {
  const auto three = found("Sergey Ivanov");
  ASSERT_GE(three.size(), 3U);
  EXPECT_LE(three[0].name, 3U);
  EXPECT_NE(three[0].name, 1U);
  ASSERT_FALSE(found("Kim Cheolsu").empty());
  EXPECT_EQ(found("Kim Cheolsu").front().name, 4U);
  ASSERT_FALSE(found("Tanaka Kenji").empty());
  EXPECT_EQ(found("Tanaka Kenji").front().name, 8U);
}

TEST(name_search, shows_no_more_than_is_asked_for) {
  EXPECT_EQ(engine::NameSearch(index()).find("Sergey Ivanov", 2).size(), 2U);
}

TEST(name_search, what_names_nobody_finds_nothing) {
  for (const auto* query : {"", " ", "\xff\xfe", "・・・"})
    EXPECT_TRUE(found(query).empty()) << query;
}

RC_GTEST_PROP(name_search, finds_every_name_by_itself, ()) {
  const auto at = *rc::gen::inRange<std::uint32_t>(0, indexed_names.size());
  if (indexed_names[at].empty()) return;
  const auto all = found(indexed_names[at]);
  RC_ASSERT(!all.empty() && all.front().name == at);
}

RC_GTEST_PROP(name_search, scores_as_compare_does_and_repeats_itself, ()) {
  const auto query = *rc::gen::elementOf(indexed_names);
  const auto once = found(query);
  const auto again = found(query);
  RC_ASSERT(once.size() == again.size());
  for (std::size_t at = 0; at < once.size(); ++at) {
    RC_ASSERT(once[at].name == again[at].name);
    RC_ASSERT(once[at].bits ==
              engine::shipped_name_matcher().compare(query, indexed_names[once[at].name]).bits);
  }
}

/// Invented people: every given name with every surname, in three writings.
std::vector<std::string> invented_names() {
  using Parts = std::array<std::string_view, 8>;
  constexpr std::array<Parts, 3> given = {
      {{"Sergei", "Boris", "Marina", "Viktor", "Larisa", "Timur", "Galina", "Denis"},
       {"Сергей", "Борис", "Марина", "Виктор", "Лариса", "Тимур", "Галина", "Денис"},
       {"セルゲイ", "ボリス", "マリナ", "ヴィクトル", "ラリサ", "ティムール", "ガリーナ",
        "デニス"}}};
  constexpr std::array<Parts, 3> surname = {
      {{"Ivanov", "Petrenko", "Baranov", "Gordin", "Melnik", "Sokolov", "Tarasov", "Zaitsev"},
       {"Иванов", "Петренко", "Баранов", "Гордин", "Мельник", "Соколов", "Тарасов", "Зайцев"},
       {"イワノフ", "ペトレンコ", "バラノフ", "ゴルディン", "メリニク", "ソコロフ", "タラソフ",
        "ザイツェフ"}}};
  std::vector<std::string> out;
  for (std::size_t writing = 0; writing < given.size(); ++writing)
    for (const auto one : given.at(writing))
      for (const auto other : surname.at(writing))
        out.push_back(std::string(one) + (writing == 2 ? "・" : " ") + std::string(other));
  return out;
}

TEST(name_search, finds_nearly_all_that_a_full_scan_finds) {
  constexpr float sure_bits = 4;
  constexpr std::size_t every = 7, top = 10;
  const auto all = invented_names();
  const auto& matcher = engine::shipped_name_matcher();
  engine::NameIndex index(matcher);
  for (const auto& name : all)
    index.add(name);
  index.close();
  engine::NameSearch search(index);
  model::TokenPool pool;
  auto compiler = matcher.compiler(pool);
  std::vector<model::CompiledName> compiled;
  for (const auto& name : all)
    compiled.push_back(compiler.compile(name));
  engine::NameComparer comparer(matcher);
  std::size_t met = 0, wanted = 0;
  for (std::size_t query = 0; query < all.size(); query += every) {
    const auto hits = search.find(all[query], top);
    for (std::uint32_t name = 0; name < all.size(); ++name) {
      if (comparer.bits(compiled[query].in(pool), compiled[name].in(pool), sure_bits) <= sure_bits)
        continue;
      ++wanted;
      met += std::ranges::find(hits, name, &engine::NameSearch::Found::name) != hits.end() ? 1 : 0;
    }
  }
  EXPECT_GE(wanted, all.size() / every);
  EXPECT_GE(met * 100, wanted * 95) << met << " of " << wanted;
}

RC_GTEST_PROP(name_search, any_bytes_have_an_answer, (std::string query)) {
  RC_ASSERT(found(query).size() <= 10U);
}

}  // namespace
