#include <algorithm>
#include <cmath>
#include <utility>

#include "steps/resolve/families.h"
#include "steps/resolve/reason_codes.h"
#include "steps/resolve/weights.h"
#include "steps/resolve/words.h"

namespace resolve {

void Finding::add(std::string_view code, double effect, std::vector<std::string> parameters) {
  bits += effect;
  reasons.push_back({std::string(code), std::move(parameters), effect, std::nullopt, std::nullopt});
}

double rarity_bits(double repeat, double share, double bits_max) {
  return std::clamp(std::log2(repeat / share), 0.0, bits_max);
}

namespace {

using Name = Features::Name;

/// One handle shared says most of it; each further one of the same kind adds half.
double best_and_half(std::vector<double> bits) {
  std::ranges::sort(bits, std::greater<>());
  double sum = 0;
  for (std::size_t index = 0; index < bits.size(); ++index)
    sum += index == 0 ? bits[0] : bits[index] / 2;
  return sum;
}

struct HandleKind {
  Trait trait;
  std::string_view code;
  double bits_max;
};

void add_shared(Finding& finding, const HandleKind& kind, const std::vector<std::string>& left,
                const std::vector<std::string>& right, const Rarity& rarity) {
  std::vector<double> bits;
  for (const auto& text : shared(left, right))
    bits.push_back(
        rarity_bits(weight::repeat_handle, rarity.share(kind.trait, text), kind.bits_max));
  if (!bits.empty()) finding.add(kind.code, best_and_half(std::move(bits)));
}

std::vector<std::string> listed(const std::string& text) {
  return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{text};
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

/// A family name and a given one; written without a space, three kanji (9 bytes) or more.
bool is_whole(const Name& name) {
  return name.tokens.size() >= 2 || (name.skeleton.empty() && name.folded.size() >= 9);
}

bool is_within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return !part.empty() && shared(part, whole).size() == part.size();
}

/// 田中 within 田中健一: two kanji at least (6 bytes).
bool starts_with_name(const Name& whole, const Name& part) {
  return whole.skeleton.empty() && part.skeleton.empty() && part.folded.size() >= 6 &&
         without_spaces(whole.folded).starts_with(without_spaces(part.folded));
}

struct NameMatch {
  double bits = 0;
  std::string_view code;       ///< empty: nothing can be said
  std::string_view parameter;  ///< "whole", "part", "near" or empty
};

NameMatch whole_name(const Name& left, const Name& right, const Rarity& rarity) {
  const double share = std::max(rarity.share(Trait::name, name_text(left)),
                                rarity.share(Trait::name, name_text(right)));
  return {rarity_bits(weight::repeat_name, share, weight::name_whole_max), reason::name_same,
          "whole"};
}

NameMatch part_of_name(const std::string& token, double penalty, const Rarity& rarity) {
  const double bits = rarity_bits(weight::repeat_name, rarity.share(Trait::name_part, token),
                                  weight::name_part_max);
  return {std::max(0.0, bits - penalty), reason::name_same, "part"};
}

std::optional<NameMatch> match_spelling(const Name& left, const Name& right, const Rarity& rarity) {
  if (left.tokens == right.tokens || without_spaces(left.folded) == without_spaces(right.folded)) {
    if (is_whole(left) || is_whole(right)) return whole_name(left, right, rarity);
    return part_of_name(left.tokens.front(), 0, rarity);
  }
  const auto& part = left.folded.size() < right.folded.size() ? left : right;
  const auto& whole = &part == &left ? right : left;
  if (!is_within(part.tokens, whole.tokens) && !starts_with_name(whole, part)) return std::nullopt;
  return part_of_name(part.tokens.front(), weight::name_part_penalty, rarity);
}

std::optional<NameMatch> match_sound(const Name& left, const Name& right, const Rarity& rarity) {
  if (left.skeleton.empty() || right.skeleton.empty()) return std::nullopt;
  const auto left_parts = split_words(left.skeleton), right_parts = split_words(right.skeleton);
  const auto part_bits = [&](const std::string& part) {
    return rarity_bits(weight::repeat_name, rarity.share(Trait::sound_part, part),
                       weight::sound_part_max);
  };
  if (left_parts == right_parts) {
    if (left_parts.size() < 2)
      return NameMatch{part_bits(left.skeleton), reason::name_sound, "part"};
    // Short sounds are shared by many names: a whole one says no more than its parts together.
    double parts = 0;
    for (const auto& part : left_parts)
      parts += part_bits(part);
    const double whole = rarity_bits(weight::repeat_name, rarity.share(Trait::sound, left.skeleton),
                                     weight::sound_whole_max);
    return NameMatch{std::min(whole, parts), reason::name_sound, "whole"};
  }
  const auto both = shared(left_parts, right_parts);
  if (!both.empty() && both.size() == std::min(left_parts.size(), right_parts.size())) {
    double best = 0;
    for (const auto& part : both)
      best = std::max(best, part_bits(part));
    return NameMatch{std::max(0.0, best - weight::name_part_penalty), reason::name_sound, "part"};
  }
  if (left_parts.size() == right_parts.size() &&
      std::min(left.skeleton.size(), right.skeleton.size()) >= 6 &&
      within_one_letter(left.skeleton, right.skeleton))
    return NameMatch{weight::sound_near_max, reason::name_sound, "near"};
  return std::nullopt;
}

NameMatch match_names(const Name& left, const Name& right, const Rarity& rarity) {
  if (left.tokens.empty() || right.tokens.empty()) return {};
  const auto spelling = match_spelling(left, right, rarity);
  const auto sound = match_sound(left, right, rarity);
  if (spelling && (!sound || spelling->bits >= sound->bits)) return *spelling;
  if (sound) return *sound;
  // Across scripts without a common sound nothing can be said, for or against.
  if (left.skeleton.empty() != right.skeleton.empty()) return {};
  const bool whole = is_whole(left) && is_whole(right);
  return {whole ? weight::name_whole_differs : weight::name_part_differs, reason::name_differs, ""};
}

int gap_between(int first_a, int last_a, int first_b, int last_b) {
  return std::max({0, first_a - last_b, first_b - last_a});
}

int years_between(const Features& left, const Features& right) {
  const auto a = period_of(left), b = period_of(right);
  return a && b ? gap_between(a->first, a->last, b->first, b->last) / 365 : 0;
}

void compare_band(Finding& finding, int gap, int gap_final, std::string_view conflict,
                  double alike) {
  if (gap == 0) {
    finding.add(reason::looks_alike, alike);
  } else {
    finding.add(conflict, weight::band_gap);
    finding.is_final = finding.is_final || gap > gap_final;
  }
}

}  // namespace

Finding compare_handles(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  add_shared(finding, {Trait::phone, reason::phone_same, weight::phone_max}, left.phones,
             right.phones, rarity);
  add_shared(finding, {Trait::email, reason::email_same, weight::email_max}, left.emails,
             right.emails, rarity);
  add_shared(finding, {Trait::handle, reason::handle_same, weight::handle_max}, left.handles,
             right.handles, rarity);
  add_shared(finding, {Trait::plate, reason::plate_same, weight::plate_max}, listed(left.plate),
             listed(right.plate), rarity);
  if (finding.bits > weight::handles_max)
    finding.add(reason::capped, weight::handles_max - finding.bits);
  return finding;
}

Finding compare_urls(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  add_shared(finding, {Trait::url, reason::url_same, weight::url_max}, left.urls, right.urls,
             rarity);
  if (finding.bits > weight::url_max) finding.add(reason::capped, weight::url_max - finding.bits);
  return finding;
}

Finding compare_names(const Features& left, const Features& right, const Rarity& rarity) {
  std::optional<NameMatch> best;
  for (const auto& a : left.names)
    for (const auto& b : right.names)
      if (const auto match = match_names(a, b, rarity); !best || match.bits > best->bits)
        best = match;
  Finding finding;
  if (!best || best->code.empty() || best->bits == 0) return finding;
  finding.add(best->code, best->bits,
              best->parameter.empty() ? std::vector<std::string>{}
                                      : std::vector{std::string(best->parameter)});
  return finding;
}

Finding compare_looks(const Features& left, const Features& right) {
  Finding finding;
  if (left.age_last > 0 && right.age_last > 0) {
    const int years = years_between(left, right);
    const int gap = gap_between(left.age_first, left.age_last, right.age_first, right.age_last);
    compare_band(finding, std::max(0, gap - years), weight::age_gap_final_years,
                 reason::age_conflict, weight::age);
  }
  if (left.height_last > 0 && right.height_last > 0)
    compare_band(
        finding,
        gap_between(left.height_first, left.height_last, right.height_first, right.height_last),
        weight::height_gap_final_cm, reason::looks_conflict, weight::height);
  if (left.glasses == 1 && right.glasses == 1) finding.add(reason::looks_alike, weight::glasses);
  if (!left.marks.empty() && overlap(split_words(left.marks), split_words(right.marks)) >= 0.5)
    finding.add(reason::looks_alike, weight::marks);
  if (!shared(left.languages, right.languages).empty())
    finding.add(reason::language_same, weight::language);
  return finding;
}

}  // namespace resolve
