#include "steps/alert/scope.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "ground/text/folded_text.h"
#include "steps/alert/find_words.h"

namespace alert {
namespace {

bool has_site_in(const model::Organisation& firm, std::span<const std::string> areas) {
  if (areas.empty()) return true;
  return std::ranges::any_of(firm.sites, [&](const model::Site& site) {
    return std::ranges::any_of(areas, [&](const std::string& area) {
      return !site.area.empty() && site.area.starts_with(area);
    });
  });
}

bool works_on(const model::Organisation& firm, std::span<const std::string> technologies) {
  if (technologies.empty()) return true;
  return std::ranges::any_of(firm.technologies, [&](const std::string& own) {
    return std::ranges::any_of(
        technologies, [&](const std::string& stated) { return same_technology(own, stated); });
  });
}

enum class Finest { full, family, none };

// A prefecture is the first two digits of a municipality code, a family the word before the
// first dot.
std::vector<std::string> coarsened(std::span<const std::string> codes, Finest finest,
                                   bool is_area) {
  if (finest == Finest::none) return {};
  std::set<std::string> kept;
  for (const auto& code : codes) {
    if (finest == Finest::full)
      kept.insert(code);
    else
      kept.insert(is_area ? code.substr(0, 2) : code.substr(0, code.find('.')));
  }
  return {kept.begin(), kept.end()};
}

bool names_one(std::u32string_view words, const model::Bilingual& name) {
  return contains_name(words, text::fold_words(name.ja)) ||
         contains_name(words, text::fold_words(name.en));
}

void add(std::vector<Passage>& passages, std::string_view pointer, const model::Bilingual& words) {
  passages.push_back({fmt::format("{}/ja", pointer), words.ja});
  passages.push_back({fmt::format("{}/en", pointer), words.en});
}

}  // namespace

bool same_technology(std::string_view left, std::string_view right) {
  if (left.size() > right.size()) std::swap(left, right);
  if (left.empty() || !right.starts_with(left)) return false;
  return right.size() == left.size() || right[left.size()] == '.';
}

std::size_t count_fitting(const Scope& scope, std::span<const model::Organisation> firms) {
  return static_cast<std::size_t>(std::ranges::count_if(firms, [&](const auto& firm) {
    return firm.kind == model::OrganisationKind::company && has_site_in(firm, scope.areas) &&
           works_on(firm, scope.technologies);
  }));
}

bool hides_reporter(const Scope& scope, std::span<const model::Organisation> firms) {
  auto enough = [&](const Scope& part) { return count_fitting(part, firms) >= firms_fitting_min; };
  return std::ranges::all_of(scope.areas,
                             [&](const std::string& area) {
                               return enough({{area}, scope.technologies});
                             }) &&
         std::ranges::all_of(scope.technologies, [&](const std::string& technology) {
           return enough({scope.areas, {technology}});
         });
}

Scope generalise(const Scope& exact, std::span<const model::Organisation> firms) {
  struct Level {
    Finest area, technology;
  };
  // A reader can act on a place more easily than on a field of work, so the place is kept
  // longer than the technology, down to the prefecture.
  constexpr Level levels[] = {{Finest::full, Finest::full},   {Finest::full, Finest::family},
                              {Finest::family, Finest::full}, {Finest::family, Finest::family},
                              {Finest::full, Finest::none},   {Finest::family, Finest::none},
                              {Finest::none, Finest::full},   {Finest::none, Finest::family}};
  for (const auto& level : levels) {
    Scope scope{coarsened(exact.areas, level.area, true),
                coarsened(exact.technologies, level.technology, false)};
    if (hides_reporter(scope, firms)) return scope;
  }
  return {};
}

std::vector<Passage> passages_of(const model::AlertText& text) {
  std::vector<Passage> passages;
  add(passages, "/text/title", text.title);
  add(passages, "/text/method", text.method);
  for (std::size_t index = 0; index < text.signs.size(); ++index)
    add(passages, fmt::format("/text/signs/{}", index), text.signs[index]);
  for (std::size_t index = 0; index < text.do_this_week.size(); ++index)
    add(passages, fmt::format("/text/do_this_week/{}", index), text.do_this_week[index]);
  add(passages, "/text/innocent_reading", text.innocent_reading);
  add(passages, "/text/base_rate", text.base_rate);
  add(passages, "/text/person", text.person);
  add(passages, "/text/staff_version", text.staff_version);
  return passages;
}

Scope stated_scope(const model::AlertText& text, std::span<const NamedArea> areas,
                   std::span<const model::Technology> technologies) {
  std::u32string words;
  for (const auto& passage : passages_of(text))
    words += text::fold_words(passage.words) + U"\n";
  Scope scope;
  for (const auto& area : areas)
    if (names_one(words, area.name)) scope.areas.push_back(area.code);
  for (const auto& technology : technologies)
    if (names_one(words, technology.name)) scope.technologies.push_back(technology.code);
  return scope;
}

}  // namespace alert
