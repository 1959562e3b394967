#include "steps/alert/person.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "ground/text/folded_text.h"
#include "steps/alert/area_names.h"
#include "steps/alert/find_words.h"
#include "steps/alert/phrases.h"

namespace alert {
namespace {

using Band = std::optional<std::pair<int, int>>;
using Words = std::vector<std::string>;

bool is_safe(const std::string& word, std::span<const Source> sources) {
  return std::ranges::none_of(sources, [&](const Source& source) {
    return (source.firm && mentions_firm(word, *source.firm)) ||
           repeats_place(word, source.record.content);
  });
}

void keep(Words& words, const std::string& word, std::span<const Source> sources) {
  if (!word.empty() && !std::ranges::count(words, word) && is_safe(word, sources))
    words.push_back(word);
}

void widen(Band& band, const Band& other) {
  if (!other) return;
  if (!band) {
    band = other;
    return;
  }
  band->first = std::min(band->first, other->first);
  band->second = std::max(band->second, other->second);
}

struct Traits {
  Words names, build, hair, marks, phones, emails, handles;
  Band age, height_cm;
  std::set<bool> glasses;
};

Traits traits_of(std::span<const Source> sources) {
  Traits traits;
  for (const auto& source : sources) {
    for (const auto* persona : personas_of(source)) {
      for (const auto& name : persona->names)
        keep(traits.names, name.text, sources);
      const auto& looks = persona->appearance;
      keep(traits.build, looks.build, sources);
      keep(traits.hair, looks.hair, sources);
      keep(traits.marks, looks.marks, sources);
      for (const auto& phone : persona->phones)
        keep(traits.phones, phone, sources);
      for (const auto& email : persona->emails)
        keep(traits.emails, email, sources);
      for (const auto& handle : persona->handles)
        keep(traits.handles, handle.service + ":" + handle.id, sources);
      widen(traits.age, looks.age);
      widen(traits.height_cm, looks.height_cm);
      if (looks.glasses) traits.glasses.insert(*looks.glasses);
    }
  }
  return traits;
}

class Sentence {
 public:
  void add(std::string_view ja, std::string_view en, const Words& words) {
    if (words.empty()) return;
    add(ja, en, fmt::format("「{}」", fmt::join(words, "」「")),
        fmt::format("“{}”", fmt::join(words, "”, “")));
  }
  void add(std::string_view ja, std::string_view en, const std::string& value_ja,
           const std::string& value_en) {
    text_.ja += fmt::format("{}{}：{}", text_.ja.empty() ? "" : "。", ja, value_ja);
    text_.en += fmt::format("{}{}: {}", text_.en.empty() ? "" : "; ", en, value_en);
  }
  [[nodiscard]] model::Bilingual take() {
    if (text_.ja.empty()) return {};
    text_.ja += "。";
    text_.en += ".";
    return std::move(text_);
  }

 private:
  model::Bilingual text_;
};

// "株式会社" and its like say nothing of who a firm is; a reader would still know it without.
std::u32string bare_name(std::string_view name) {
  static constexpr std::array<std::string_view, 18> legal_forms{
      "株式会社",     "有限会社", "合同会社", "合資会社", "一般社団法人", "国立研究開発法人",
      "(株)",         "(有)",     ", inc.",   " inc.",    " co., ltd.",   " co.,ltd.",
      " corporation", " k.k.",    " ltd.",    " ltd",     " llc",         " inc"};
  auto bare = text::fold_words(name);
  for (auto form : legal_forms) {
    auto folded = text::fold_words(form);
    if (form.starts_with(' ')) folded = U" " + text::fold_words(form.substr(1));
    for (auto at = bare.find(folded); at != bare.npos; at = bare.find(folded))
      bare.erase(at, folded.size());
  }
  auto first = bare.find_first_not_of(U' ');
  if (first == bare.npos) return {};
  return bare.substr(first, bare.find_last_not_of(U' ') - first + 1);
}

bool is_common_site_name(std::u32string_view name) {
  static constexpr std::array<std::string_view, 18> common{
      "本社",         "本店",        "支社",         "支店",   "工場",       "研究所",
      "事業所",       "営業所",      "開発センター", "寮",     "倉庫",       "本部",
      "headquarters", "head office", "plant",        "office", "laboratory", "works"};
  return std::ranges::any_of(common,
                             [&](std::string_view word) { return text::fold_words(word) == name; });
}

bool contains(const std::u32string& words, const std::u32string& wanted) {
  constexpr std::size_t telling_min = 2;
  return wanted.size() >= telling_min && contains_name(words, wanted);
}

// "near the office" stands in our own sentences too, so it tells nothing of one place.
bool is_common_place(const std::u32string& place) {
  static const std::u32string sentences = [] {
    std::u32string all;
    for (int number = 0; number <= 11; ++number) {
      auto sentence = method_sentence(fmt::format("PB{}", number));
      all += text::fold_words(sentence.ja) + U"\n" + text::fold_words(sentence.en) + U"\n";
    }
    return all;
  }();
  return contains_name(sentences, place);
}

bool is_area_name(const std::u32string& place) {
  static const std::set<std::u32string> names = [] {
    std::set<std::u32string> all;
    for (const auto& area : named_areas()) {
      all.insert(text::fold_words(area.name.ja));
      all.insert(text::fold_words(area.name.en));
    }
    return all;
  }();
  return names.contains(place);
}

bool is_digit(char32_t letter) {
  return letter >= U'0' && letter <= U'9';
}

// ISO days; the folded text has half-width digits.
bool has_iso_day(std::u32string_view words) {
  for (std::size_t at = 0; at + 10 <= words.size(); ++at) {
    static constexpr std::string_view shape = "dddd-dd-dd";
    bool fits = true;
    for (std::size_t index = 0; index < shape.size() && fits; ++index) {
      auto letter = words[at + index];
      fits = shape[index] == 'd' ? is_digit(letter) : (letter == U'-' || letter == U'/');
    }
    if (fits) return true;
  }
  return false;
}

bool has_japanese_day(std::u32string_view words) {
  for (auto at = words.find(U'月'); at != words.npos; at = words.find(U'月', at + 1)) {
    auto end = at + 1;
    while (end < words.size() && (is_digit(words[end]) || words[end] == U' '))
      ++end;
    if (end > at + 1 && end < words.size() && words[end] == U'日') return true;
  }
  return false;
}

bool digits_stand(std::u32string_view words, std::size_t from, std::size_t to) {
  auto part = words.substr(from, to - from);
  auto count = std::ranges::count_if(part, is_digit);
  return count == 1 || count == 2;
}

// "14 march" or "march 14"; "march 2026" has four digits and is a month.
bool has_english_day(std::u32string_view words) {
  static constexpr std::array<std::u32string_view, 12> months{
      U"january", U"february", U"march",     U"april",   U"may",      U"june",
      U"july",    U"august",   U"september", U"october", U"november", U"december"};
  for (auto month : months) {
    for (auto at = words.find(month); at != words.npos; at = words.find(month, at + 1)) {
      auto before = at;
      while (before > 0 && (is_digit(words[before - 1]) || words[before - 1] == U' '))
        --before;
      auto after = at + month.size();
      auto end = after;
      while (end < words.size() && (is_digit(words[end]) || (end == after && words[end] == U' ')))
        ++end;
      if (digits_stand(words, before, at) || digits_stand(words, after, end)) return true;
    }
  }
  return false;
}

}  // namespace

model::Bilingual describe_person(std::span<const Source> sources) {
  constexpr std::size_t independent_min = 2;
  if (count_independent(sources) < independent_min) return {};
  auto traits = traits_of(sources);
  Sentence sentence;
  sentence.add("名乗った名前", "names told", traits.names);
  if (traits.age)
    sentence.add("年齢", "age",
                 fmt::format("{}～{}歳くらい", traits.age->first, traits.age->second),
                 fmt::format("about {} to {}", traits.age->first, traits.age->second));
  if (traits.height_cm)
    sentence.add(
        "身長", "height",
        fmt::format("{}～{}センチくらい", traits.height_cm->first, traits.height_cm->second),
        fmt::format("about {} to {} cm", traits.height_cm->first, traits.height_cm->second));
  sentence.add("体格", "build", traits.build);
  sentence.add("髪", "hair", traits.hair);
  if (traits.glasses.size() == 1)
    sentence.add("眼鏡", "glasses", *traits.glasses.begin() ? "あり" : "なし",
                 *traits.glasses.begin() ? "yes" : "no");
  sentence.add("特徴", "marks", traits.marks);
  sentence.add("電話", "phones", traits.phones);
  sentence.add("メール", "e-mail", traits.emails);
  sentence.add("アカウント", "accounts", traits.handles);
  return sentence.take();
}

bool mentions_firm(std::string_view words, const model::Organisation& firm) {
  auto folded = text::fold_words(words);
  if (contains(folded, bare_name(firm.name.ja)) || contains(folded, bare_name(firm.name.en)) ||
      contains(folded, text::fold_words(firm.key)))
    return true;
  return std::ranges::any_of(firm.sites, [&](const model::Site& site) {
    auto name = text::fold_words(site.name);
    return (!is_common_site_name(name) && contains(folded, name)) ||
           contains(folded, text::fold_words(site.address));
  });
}

bool repeats_place(std::string_view words, const model::Report& report) {
  constexpr std::size_t telling_min = 4;
  auto folded = text::fold_words(words);
  return std::ranges::any_of(report.encounters, [&](const model::Encounter& encounter) {
    auto place = text::fold_words(encounter.place.text);
    return place.size() >= telling_min && contains(folded, place) && !is_common_place(place) &&
           !is_area_name(place);
  });
}

bool states_day(std::string_view words) {
  auto folded = text::fold_words(words);
  return has_iso_day(folded) || has_japanese_day(folded) || has_english_day(folded);
}

}  // namespace alert
