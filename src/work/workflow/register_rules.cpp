#include "work/workflow/register_rules.h"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "ground/access/access.h"
#include "ground/text/folded_text.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Organisation;
using model::OrganisationKind;

constexpr std::size_t name_letters_min = 2;
constexpr std::size_t name_letters_max = 100;
constexpr std::size_t password_letters_min = 12;
constexpr std::size_t password_bytes_max = 1024;

bool is_letter_or_digit(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

bool is_made_of(std::string_view text, std::string_view others) {
  return text.size() >= name_letters_min && text.size() <= name_letters_max &&
         is_letter_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char letter) {
           return is_letter_or_digit(letter) || others.find(letter) != std::string_view::npos;
         });
}

bool is_area_code(std::string_view code) {
  return (code.size() == 2 || code.size() == 5) &&
         std::all_of(code.begin(), code.end(),
                     [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// Codes of Japanese territories may also be cut to three or four digits: a group of wards.
bool is_area_prefix(std::string_view code) {
  return code.size() >= 2 && code.size() <= 5 &&
         std::all_of(code.begin(), code.end(),
                     [](char letter) { return letter >= '0' && letter <= '9'; });
}

void check_areas(const Organisation& organisation, std::vector<base::Issue>& issues) {
  for (std::size_t index = 0; index < organisation.sites.size(); ++index)
    if (const auto& area = organisation.sites[index].area; !area.empty() && !is_area_code(area))
      issues.push_back({fmt::format("/sites/{}/area", index), "is no code of an area",
                        "give the five digits of JIS X 0402, or leave it out"});
  for (std::size_t index = 0; index < organisation.territory.size(); ++index)
    if (!is_area_prefix(organisation.territory[index]))
      issues.push_back({fmt::format("/territory/{}", index), "is no code of an area",
                        "give two to five digits of JIS X 0402"});
}

void check_kind(const Organisation& organisation, std::vector<base::Issue>& issues) {
  if (!organisation.territory.empty() && !is_police(organisation.kind))
    issues.push_back({"/territory", "is for police organisations only", "leave it out"});
  if (!organisation.station.empty() && is_police(organisation.kind))
    issues.push_back({"/station", "is for firms only", "leave it out"});
}

std::size_t count_letters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

base::Error weak_password(std::string problem) {
  return {ErrorKind::refused, "/password", std::move(problem),
          "choose a sentence of four or more words that nobody would guess"};
}

}  // namespace

base::Result<void> check_key(std::string_view key, std::string_view pointer) {
  if (is_made_of(key, "-")) return {};
  return base::fail(ErrorKind::invalid_input, std::string(pointer), "is no key",
                    "use 2 to 100 of a-z, 0-9 and -, beginning with a letter or digit");
}

base::Result<void> check_sign_in_name(std::string_view name, std::string_view pointer) {
  if (is_made_of(name, "-._")) return {};
  return base::fail(ErrorKind::invalid_input, std::string(pointer), "is no sign-in name",
                    "use 2 to 100 of a-z, 0-9, -, . and _, beginning with a letter or digit");
}

base::Result<void> check_organisation(const Organisation& organisation) {
  std::vector<base::Issue> issues;
  if (auto key = check_key(organisation.key, "/key"); !key)
    issues.push_back(key.error().issues.front());
  if (organisation.name.ja.empty() && organisation.name.en.empty())
    issues.push_back({"/name", "is empty", "give a name in at least one language"});
  check_kind(organisation, issues);
  check_areas(organisation, issues);
  if (issues.empty()) return {};
  return std::unexpected(base::Error(ErrorKind::invalid_input, std::move(issues)));
}

base::Result<void> check_roles(const std::vector<model::Role>& roles, OrganisationKind kind,
                               bool is_home) {
  if (roles.empty())
    return base::fail(ErrorKind::invalid_input, "/roles", "is empty", "give at least one role");
  if (std::set(roles.begin(), roles.end()).size() != roles.size())
    return base::fail(ErrorKind::invalid_input, "/roles", "names a role twice",
                      "give each role once");
  for (std::size_t index = 0; index < roles.size(); ++index)
    if (!rights::role_fits(kind, roles[index], is_home))
      return base::fail(ErrorKind::refused, fmt::format("/roles/{}", index),
                        "is no role at this kind of organisation",
                        "choose a role that fits, or the organisation that the person works for");
  return {};
}

base::Result<void> check_password(const base::Sensitive<std::string>& password,
                                  std::string_view name) {
  const auto& text = password.reveal();
  if (text.size() > password_bytes_max)
    return std::unexpected(weak_password("is longer than 1024 bytes"));
  if (count_letters(text) < password_letters_min)
    return std::unexpected(weak_password("is shorter than 12 characters"));
  const auto folded = fold_for_search(text);
  const auto folded_name = fold_for_search(name);
  const auto without = folded.find(folded_name) == std::string::npos
                           ? folded.size()
                           : folded.size() - folded_name.size();
  if (without < password_letters_min)
    return std::unexpected(weak_password("is little more than the sign-in name"));
  if (std::set(folded.begin(), folded.end()).size() < 4)
    return std::unexpected(weak_password("repeats the same few characters"));
  return {};
}

std::string fold_for_search(std::string_view words) {
  return text::to_utf8(text::fold_words(words));
}

std::string search_text_of(const Organisation& organisation) {
  return fold_for_search(fmt::format("{} {} {} {}", organisation.key, organisation.name.ja,
                                     organisation.name.en, organisation.sector));
}

}  // namespace workflow
