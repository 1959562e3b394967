#include "steps/alert/draft.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "ground/base/ensure.h"
#include "steps/alert/area_names.h"
#include "steps/alert/person.h"
#include "steps/alert/phrases.h"

namespace alert {
namespace {

using model::Bilingual;
using Product = model::AlertProduct;

std::vector<std::string> named_areas_of(std::span<const Source> sources) {
  std::set<std::string> codes;
  for (const auto& code : areas_of(sources))
    if (auto named = named_area_of(code); !named.empty()) codes.emplace(named);
  return {codes.begin(), codes.end()};
}

std::vector<Bilingual> area_names(const Scope& scope) {
  std::vector<Bilingual> names;
  for (const auto& code : scope.areas)
    for (const auto& area : named_areas())
      if (area.code == code) names.push_back(area.name);
  return names;
}

std::vector<Bilingual> technology_names(const Scope& scope,
                                        const std::vector<model::Technology>& technologies) {
  std::vector<Bilingual> names;
  for (const auto& code : scope.technologies)
    for (const auto& technology : technologies)
      if (technology.code == code) names.push_back(technology.name);
  return names;
}

Bilingual playbook_name(const DraftFacts& facts) {
  auto id = playbook_of(facts.sources);
  for (const auto& playbook : facts.table->playbooks)
    if (playbook.id == id) return playbook.name;
  return {"不審な接触", "suspicious approach"};
}

Bilingual title(const DraftFacts& facts, const std::vector<Bilingual>& places,
                const std::vector<Bilingual>& technologies) {
  auto script = playbook_name(facts);
  auto place = join_words(places);
  auto field = join_words(technologies);
  switch (facts.product) {
    case Product::caution:
      return {fmt::format("注意喚起：従業員への接触がありました（{}）", script.ja),
              fmt::format("Caution: your staff were contacted ({})", script.en)};
    case Product::warning:
      return {fmt::format("警戒情報：{}{}接触が続いています（{}）",
                          place.ja.empty() ? "" : place.ja + "で",
                          field.ja.empty() ? "" : field.ja + "に携わる人への", script.ja),
              fmt::format("Warning: approaches{}{} ({})",
                          field.en.empty() ? "" : " to people who work on " + field.en,
                          place.en.empty() ? "" : " in " + place.en, script.en)};
    case Product::public_notice:
      return {fmt::format("お知らせ：このような接触にご注意ください（{}）", script.ja),
              fmt::format("Notice: please be aware of such approaches ({})", script.en)};
  }
  base::ensure(false, "an alert product without a title");
  return {};
}

// "Seen in Shinagawa Ward, December 2020 to May 2021."
Bilingual seen_sentence(const DraftFacts& facts, const std::vector<Bilingual>& places) {
  std::optional<Days> span;
  for (const auto& source : facts.sources) {
    auto days = days_of(source);
    if (!days) continue;
    if (!span) span = days;
    span->first = std::min(span->first, days->first);
    span->last = std::max(span->last, days->last);
  }
  auto place = join_words(places);
  Bilingual months;
  if (span) {
    auto first = month_words(span->first);
    auto last = month_words(span->last);
    months = first;
    if (first != last) months = {first.ja + "から" + last.ja, first.en + " to " + last.en};
  }
  if (!span && places.empty()) return {};
  auto ja = fmt::format("{}{}確認されています。", span ? months.ja + "に" : "",
                        places.empty() ? "" : place.ja + "で");
  auto en = fmt::format(" Seen{}{}.", places.empty() ? "" : " in " + place.en,
                        span ? (places.empty() ? " in " : ", ") + months.en : "");
  return {std::move(ja), std::move(en)};
}

Bilingual method(const DraftFacts& facts, const std::vector<Bilingual>& places) {
  auto text = method_sentence(playbook_of(facts.sources));
  auto seen = seen_sentence(facts, places);
  return {text.ja + seen.ja, text.en + seen.en};
}

std::vector<const model::Indicator*> indicators_in_order(const DraftFacts& facts) {
  auto ids = indicators_of(facts.sources);
  std::vector<const model::Indicator*> found;
  for (const auto& indicator : facts.table->indicators)
    if (std::ranges::count(ids, indicator.id)) found.push_back(&indicator);
  return found;
}

std::vector<Bilingual> signs(const std::vector<const model::Indicator*>& indicators) {
  constexpr std::size_t signs_max = 8;
  std::vector<Bilingual> signs;
  for (const auto* indicator : indicators)
    if (signs.size() < signs_max) signs.push_back(indicator->name);
  return signs;
}

// The heaviest indicators carry the suspicion, so their harmless readings come first.
Bilingual innocent_reading(std::vector<const model::Indicator*> indicators) {
  constexpr std::size_t readings_max = 4;
  std::ranges::stable_sort(indicators, std::ranges::greater{},
                           [](const auto* indicator) { return indicator->weight; });
  std::vector<Bilingual> readings;
  for (const auto* indicator : indicators) {
    if (readings.size() == readings_max) break;
    if (auto phrase = innocent_phrase(indicator->id)) readings.push_back(*phrase);
  }
  auto joined = join_words(readings);
  if (readings.empty())
    return {"一つ一つの行為は、善意や通常の業務でも起こります。重なったときにだけ意味を持ちます。",
            "Each act by itself also happens in good faith or in normal business; only their "
            "combination means something."};
  return {joined.ja + "。一つだけでは疑う理由になりません。",
          "It may be harmless: " + joined.en + ". One sign alone is no reason for suspicion."};
}

Bilingual base_rate(const DraftFacts& facts) {
  auto all = facts.reports_all;
  auto same = facts.reports_same_script;
  if (all < firms_fitting_min)
    return {"報告がまだ少ないため、この手口の割合はまだ示せません。",
            "There are too few reports yet to say how common this script is."};
  if (same < firms_fitting_min)
    return {
        fmt::format("これまでの報告{}件のうち、この手口は{}件未満です。", all, firms_fitting_min),
        fmt::format("Of the last {} reports, fewer than {} show this script.", all,
                    firms_fitting_min)};
  return {fmt::format("最近の報告{}件のうち、この手口は{}件です。", all, same),
          fmt::format("Of the last {} reports, {} show this script.", all, same)};
}

Bilingual where_to_answer(const DraftFacts& facts) {
  if (facts.product == Product::public_notice)
    return {fmt::format("心当たりのある方は、{}または最寄りの警察署へご相談ください。",
                        facts.answer_to.ja),
            fmt::format("If this sounds familiar, contact {} or the nearest police station.",
                        facts.answer_to.en)};
  return {
      fmt::format("サインインした画面で受領を確認し、同じ接触の有無をお答えください。照会先：{}、"
                  "または担当の警察署。",
                  facts.answer_to.ja),
      fmt::format("Sign in to acknowledge and to say whether you saw the same. Questions: {} or "
                  "the police station in charge.",
                  facts.answer_to.en)};
}

Bilingual staff_version(const DraftFacts& facts) {
  auto text = method_sentence(playbook_of(facts.sources));
  return {text.ja +
              "心当たりがあれば、社内の相談窓口か警察へ知らせてください。声を掛けられたことで"
              "責められることはありません。一人で抱え込まないでください。",
          text.en +
              " If this sounds familiar, tell your contact desk or the police. Nobody is "
              "blamed for having been approached. Do not carry it alone."};
}

model::Marking marking(Product product, bool has_person) {
  model::Marking marking;
  if (product == Product::public_notice) {
    marking.tlp = model::Tlp::clear;
    marking.pap = model::Pap::clear;
    return marking;
  }
  marking.tlp = has_person ? model::Tlp::red : model::Tlp::amber_strict;
  marking.pap = model::Pap::green;
  return marking;
}

base::UtcTime expiry(const DraftFacts& facts) {
  constexpr std::chrono::days caution_kept{90}, warning_kept{180};
  return facts.now + (facts.product == Product::caution ? caution_kept : warning_kept);
}

}  // namespace

Draft draft(const DraftFacts& facts) {
  base::ensure(!facts.sources.empty() && facts.table, "a draft needs a source and the table");
  Draft draft;
  draft.scope =
      generalise({named_areas_of(facts.sources), technologies_of(facts.sources)}, facts.firms);
  auto places = area_names(draft.scope);
  auto fields = technology_names(draft.scope, facts.technologies);
  auto indicators = indicators_in_order(facts);
  auto& text = draft.text;
  text.title = title(facts, places, fields);
  text.method = method(facts, places);
  text.signs = signs(indicators);
  text.do_this_week = week_list(facts.product, stage_of(facts.sources), !fields.empty());
  text.innocent_reading = innocent_reading(indicators);
  text.where_to_answer = where_to_answer(facts);
  text.base_rate = base_rate(facts);
  if (facts.product != Product::public_notice) text.person = describe_person(facts.sources);
  text.staff_version = staff_version(facts);
  draft.confidence = count_independent(facts.sources) >= 2 ? model::Confidence::very_likely
                                                           : model::Confidence::likely;
  draft.marking = marking(facts.product, !text.person.ja.empty());
  draft.expires_at = expiry(facts);
  return draft;
}

}  // namespace alert
