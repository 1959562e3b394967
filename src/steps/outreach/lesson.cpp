#include "steps/outreach/lesson.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ground/base/blank.h"
#include "ground/text/folded_text.h"
#include "steps/outreach/consultation.h"

namespace outreach {
namespace {

using base::Issue;
using model::LessonEdit;

constexpr int telephone_digits_min = 9;
constexpr std::size_t name_bytes_min = 4;

struct NamedText {
  const char* pointer;
  const model::Bilingual& text;
};

std::array<NamedText, 4> texts_of(const LessonEdit& edit) {
  return {{{"/title", edit.title},
           {"/story", edit.story},
           {"/innocent", edit.innocent},
           {"/advice", edit.advice}}};
}

void check_text(const std::string& pointer, const std::string& text, std::vector<Issue>& issues) {
  if (base::is_blank(text))
    issues.push_back({pointer, "is empty", "write it in both languages"});
  else if (text.find('@') != std::string::npos)
    issues.push_back({pointer, "holds a mail address", "take out what leads to a person"});
  else if (holds_long_number(text))
    issues.push_back({pointer, "holds a telephone number", "take out what leads to a person"});
  else if (!touched_topics(text).empty())
    issues.push_back({pointer, "points to what nobody may act on", "describe the act only"});
}

void check_sources(const LessonEdit& edit, std::span<const model::PublicCase> cases,
                   std::vector<Issue>& issues) {
  if (edit.sources.empty()) issues.push_back({"/sources", "is empty", "say which case taught it"});
  for (std::size_t at = 0; at < edit.sources.size(); ++at) {
    const auto& source = edit.sources[at];
    const bool is_missing = source.kind == model::LessonSource::Kind::published &&
                            std::ranges::count(cases, source.id, &model::PublicCase::id) == 0;
    if (is_missing)
      issues.push_back({"/sources/" + std::to_string(at) + "/id", "is no published case",
                        "see /api/v1/cases for the ids"});
  }
}

void check_signs(const LessonEdit& edit, const model::IndicatorTable& table,
                 std::vector<Issue>& issues) {
  if (edit.signs.empty()) issues.push_back({"/signs", "is empty", "choose at least one sign"});
  for (std::size_t at = 0; at < edit.signs.size(); ++at)
    if (std::ranges::count(table.indicators, edit.signs[at], &model::Indicator::id) == 0)
      issues.push_back({"/signs/" + std::to_string(at), "is no indicator",
                        "see /api/v1/door/vocabulary for the ids"});
}

}  // namespace

std::vector<model::Bilingual> general_advice() {
  return {{"見る：相手が名乗る身分と連絡先を、相手の言葉以外の方法で確かめる。",
           "See: check who the contact claims to be by another way than the contact's own word."},
          {"止まる：その場で答えず、渡さず、次の約束もせずに、いったん考える。",
           "Stop: answer nothing, hand over nothing and fix no meeting on the spot; think first."},
          {"相談する：一人で抱えず、会社の担当者か警察にすぐ話す。",
           "Share: do not keep it to yourself; tell the firm's desk or the police at once."},
          {"一人で会わず、代金を払ってもらわない。",
           "Do not meet alone, and do not let the other side pay."},
          {"受け取った物やメッセージは捨てずに残し、それ以上は渡さない。",
           "Keep what was given and written as it is, and hand over nothing more."},
          {"もう何かを受け取った人も、早く話すほど守られる。会社は本人を責めない。",
           "Who has accepted something already is protected best by speaking early; the firm does "
           "not blame."}};
}

bool holds_long_number(std::string_view text) {
  static constexpr std::u32string_view between = U" -()\u2010\u2011\u2012\u2013\u2014\u2212\u30fc";
  int digits = 0;
  for (const char32_t letter : text::fold_words(text)) {
    if (letter >= U'0' && letter <= U'9') {
      if (++digits >= telephone_digits_min) return true;
    } else if (!between.contains(letter)) {
      digits = 0;
    }
  }
  return false;
}

std::vector<Issue> told_issues(const LessonEdit& edit, const model::IndicatorTable& table) {
  std::vector<Issue> issues;
  if (std::ranges::count(table.playbooks, edit.method, &model::Playbook::id) == 0)
    issues.push_back({"/method", "is no method card", "give the id of a playbook, such as PB1"});
  if (edit.tlp > model::Tlp::amber)
    issues.push_back({"/tlp", "is too narrow a marking for a lesson",
                      "choose AMBER or wider, and leave out what may not be told"});
  check_signs(edit, table, issues);
  for (const auto& [pointer, text] : texts_of(edit)) {
    check_text(std::string(pointer) + "/ja", text.ja, issues);
    check_text(std::string(pointer) + "/en", text.en, issues);
  }
  return issues;
}

std::vector<Issue> lesson_issues(const LessonEdit& edit, const model::IndicatorTable& table,
                                 std::span<const model::PublicCase> cases) {
  auto issues = told_issues(edit, table);
  check_sources(edit, cases, issues);
  return issues;
}

bool names_firm(const LessonEdit& edit, const model::Organisation& firm) {
  const auto holds = [](const std::string& text, const std::string& name) {
    return name.size() >= name_bytes_min && text.find(name) != std::string::npos;
  };
  return std::ranges::any_of(texts_of(edit), [&](const NamedText& named) {
    return holds(named.text.ja, firm.name.ja) || holds(named.text.ja, firm.name.en) ||
           holds(named.text.en, firm.name.ja) || holds(named.text.en, firm.name.en);
  });
}

}  // namespace outreach
