#include "steps/resolve/screen_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "steps/resolve/string_likeness.h"

namespace resolve {
namespace {

using model::ScreenField;
using model::ScreenLevel;

constexpr float contact_bits = 26, contact_near_bits = 14, look_alike_bits = 10;
/// Sums of the same bits in another order differ by less.
constexpr float slack_bits = 0.01F;
constexpr std::size_t name_words_max = 8;
constexpr float name_bits_max = 19, name_differs = -5, all_differs = -3, name_missing = -0.8F,
                name_swapped = -0.5F;

/// What it is worth to share this word: longer ones are rarer.
float worth(const ScreenNameWord& word) {
  constexpr std::size_t han_bytes = 3;  // of a character in UTF-8
  const std::size_t characters = word.text.size() / han_bytes;
  if (word.is_han) return std::min(14.0F, 5.5F * static_cast<float>(characters));
  return std::min(10.5F, 1.0F + 1.8F * static_cast<float>(word.text.size()));
}

bool begins_with(std::string_view longer, std::string_view shorter) {
  return shorter.size() >= 3 && longer.starts_with(shorter);
}

ScreenLikeness compare_words(const ScreenNameWord& one, const ScreenNameWord& other) {
  const float most = std::min(worth(one), worth(other));
  if (one.text == other.text) return {ScreenLevel::equal, most};
  if (one.is_han || other.is_han) return {ScreenLevel::differs, 0};
  const auto& shorter = one.text.size() < other.text.size() ? one.text : other.text;
  const auto& longer = one.text.size() < other.text.size() ? other.text : one.text;
  if (shorter.size() == 1)
    return longer.starts_with(shorter) ? ScreenLikeness{ScreenLevel::weak, 2.5F}
                                       : ScreenLikeness{ScreenLevel::differs, 0};
  if (one.root != 0 && one.root == other.root) return {ScreenLevel::alike, most - 1.5F};
  if (longer.size() >= 4 && is_one_slip_apart(one.text, other.text))
    return {ScreenLevel::alike, most - 2.5F};
  const double likeness = jaro_winkler(one.text, other.text);
  if (likeness >= 0.92 || (one.sound != 0 && one.sound == other.sound && likeness >= 0.75))
    return {ScreenLevel::alike, most - 3};
  if (begins_with(longer, shorter)) return {ScreenLevel::alike, most - 3.5F};
  if (likeness >= 0.84) return {ScreenLevel::weak, most - 5.5F};
  return {ScreenLevel::differs, 0};
}

struct Assigned {
  float bits = 0;
  std::size_t matched = 0, alike = 0, weak = 0;
  bool is_swapped = false, shares_family = false;
  std::array<bool, name_words_max> taken{};
};

/// By its column, or else by its place: first in kanji, last in other writings.
bool is_family_name(std::span<const ScreenNameWord> words, std::size_t at) {
  if (!words[at].may_be_given || !words[at].may_be_family) return words[at].may_be_family;
  return words[at].is_han ? at == 0 : at + 1 == words.size();
}

/// Each watched word takes the most telling word of the row that is left.
Assigned assign(std::span<const ScreenNameWord> watched, std::span<const ScreenNameWord> found) {
  Assigned out;
  std::size_t last = 0;
  for (std::size_t at = 0; at < watched.size(); ++at) {
    ScreenLikeness best{ScreenLevel::differs, 0};
    std::size_t place = 0;
    for (std::size_t other = 0; other < found.size(); ++other) {
      if (out.taken[other]) continue;
      const auto likeness = compare_words(watched[at], found[other]);
      if (likeness.level != ScreenLevel::differs && likeness.bits > best.bits)
        best = likeness, place = other;
    }
    if (best.level == ScreenLevel::differs) continue;
    out.taken[place] = true;
    out.bits += best.bits;
    ++out.matched;
    out.alike += best.level != ScreenLevel::equal;
    out.weak += best.level == ScreenLevel::weak;
    out.is_swapped = out.is_swapped || place < last;
    last = place;
    out.shares_family =
        out.shares_family || is_family_name(watched, at) || !found[place].may_be_given;
  }
  return out;
}

/// 田中健一 and 田中 健一: kanji are cut by some and not by others.
bool are_same_han(std::span<const ScreenNameWord> watched, std::span<const ScreenNameWord> found) {
  const auto joined = [](std::span<const ScreenNameWord> words) {
    std::string out;
    for (const auto& word : words)
      out += word.text;
    return out;
  };
  return watched.size() != found.size() && joined(watched) == joined(found);
}

float whole_worth(std::span<const ScreenNameWord> words) {
  float bits = 0;
  for (const auto& word : words)
    bits += worth(word);
  return std::min(bits, name_bits_max);
}

std::size_t digits_apart(std::uint32_t one, std::uint32_t other) {
  std::size_t apart = 0;
  for (; one != 0 || other != 0; one /= 10, other /= 10)
    apart += one % 10 != other % 10;
  return apart;
}

/// False where more than one slip must lie between: a slip leaves the beginning or the end as it
/// is.
bool may_be_one_slip_apart(std::string_view one, std::string_view other) {
  constexpr std::size_t kept = 4;
  return one.size() > 2 * kept && other.size() > 2 * kept &&
         (one.substr(0, kept) == other.substr(0, kept) ||
          one.substr(one.size() - kept) == other.substr(other.size() - kept));
}

std::string_view box_of(std::string_view email) {
  return email.substr(0, email.find('@'));
}

}  // namespace

ScreenNameLikeness compare_screen_names(std::span<const ScreenNameWord> watched,
                                        std::span<const ScreenNameWord> found) {
  watched = watched.first(std::min(watched.size(), name_words_max));
  found = found.first(std::min(found.size(), name_words_max));
  if (watched.empty() || found.empty()) return {};
  if (are_same_han(watched, found)) return {{ScreenLevel::equal, whole_worth(found)}, false};
  const auto assigned = assign(watched, found);
  const auto left = watched.size() - assigned.matched, right = found.size() - assigned.matched;
  const auto against = std::min(left, right);
  float bits = assigned.bits + name_differs * static_cast<float>(against) +
               name_missing * static_cast<float>(left + right - 2 * against);
  if (assigned.is_swapped) bits += name_swapped;
  bits = std::clamp(bits, name_differs, name_bits_max);
  if (assigned.matched == 0) bits = all_differs;
  ScreenLevel level = ScreenLevel::alike;
  if (assigned.matched == 0 || bits <= 0)
    level = ScreenLevel::differs;
  else if (against > 0 || assigned.matched == assigned.weak)
    level = ScreenLevel::weak;
  else if (assigned.alike == 0)
    level = ScreenLevel::equal;
  const bool is_kin = against > 0 && assigned.matched > 0 && assigned.shares_family;
  return {{level, bits}, is_kin};
}

ScreenLikeness likeness_of_sounds(float matcher_bits) {
  if (matcher_bits <= sounds_cutoff_bits) return {ScreenLevel::differs, name_differs};
  const float bits = std::clamp(matcher_bits + look_alike_bits, 0.0F, name_bits_max);
  return {ScreenLevel::sounds, bits};
}

float sounds_cutoff_for(float other_bits) {
  return std::max(sounds_cutoff_bits, hit_bits_min - other_bits - look_alike_bits - slack_bits);
}

bool may_be_hit(float other_bits) {
  return other_bits + name_bits_max + slack_bits >= hit_bits_min;
}

ScreenLikeness compare_births(std::uint32_t watched, std::uint32_t found) {
  const auto has_day = [](std::uint32_t digits) { return digits % 10000 != 0; };
  if (watched == found)
    return has_day(watched) ? ScreenLikeness{ScreenLevel::equal, 14}
                            : ScreenLikeness{ScreenLevel::alike, 5.5F};
  const bool is_same_year = watched / 10000 == found / 10000;
  if (!has_day(watched) || !has_day(found))
    return is_same_year ? ScreenLikeness{ScreenLevel::alike, 5.5F}
                        : ScreenLikeness{ScreenLevel::differs, -5};
  const bool is_exchanged =
      is_same_year && watched % 100 == found / 100 % 100 && watched / 100 % 100 == found % 100;
  if (is_exchanged) return {ScreenLevel::alike, 10};
  const bool is_partial = watched % 100 == 0 || found % 100 == 0;
  if (is_partial && watched / 100 == found / 100) return {ScreenLevel::alike, 8};
  if (digits_apart(watched, found) == 1) return {ScreenLevel::alike, 7};
  return {ScreenLevel::differs, -5};
}

ScreenLikeness compare_phones(std::string_view watched, std::string_view found) {
  constexpr std::size_t tail = 8;
  if (watched == found)
    return {ScreenLevel::equal, watched.size() > tail ? contact_bits : contact_bits - 6};
  const auto& shorter = watched.size() < found.size() ? watched : found;
  const auto& longer = watched.size() < found.size() ? found : watched;
  if (shorter.size() >= tail && longer.ends_with(shorter))
    return {ScreenLevel::alike, contact_near_bits + 4};
  if (may_be_one_slip_apart(watched, found) && is_one_slip_apart(watched, found))
    return {ScreenLevel::alike, contact_near_bits};
  return {ScreenLevel::differs, -1.5F};
}

ScreenLikeness compare_emails(std::string_view watched, std::string_view found) {
  constexpr std::size_t telling_letters = 7;
  if (watched == found) return {ScreenLevel::equal, contact_bits};
  const auto one = box_of(watched), other = box_of(found);
  const bool is_telling = std::min(one.size(), other.size()) >= telling_letters;
  if (is_telling && one == other) return {ScreenLevel::alike, 11};
  if (is_telling && may_be_one_slip_apart(watched, found) && is_one_slip_apart(watched, found))
    return {ScreenLevel::alike, contact_near_bits};
  return {ScreenLevel::differs, -1};
}

ScreenLikeness compare_handles(std::string_view watched, std::string_view found) {
  constexpr std::size_t telling_letters = 8;
  if (watched == found) return {ScreenLevel::equal, watched.size() < 6 ? 15.0F : contact_bits};
  if (std::min(watched.size(), found.size()) >= telling_letters &&
      is_one_slip_apart(watched, found))
    return {ScreenLevel::alike, contact_near_bits};
  return {ScreenLevel::differs, -0.5F};
}

ScreenLikeness compare_employers(std::string_view watched, std::string_view found) {
  if (watched == found) return {ScreenLevel::equal, watched.size() < 4 ? 6.0F : 10.0F};
  const auto& shorter = watched.size() < found.size() ? watched : found;
  const auto& longer = watched.size() < found.size() ? found : watched;
  if (shorter.size() >= 5 && (longer.find(shorter) != longer.npos)) return {ScreenLevel::alike, 8};
  if (shared_words(watched, found) >= 0.5) return {ScreenLevel::alike, 6};
  if (shorter.size() >= 6 && jaro_winkler(watched, found) >= 0.93) return {ScreenLevel::alike, 7};
  return {ScreenLevel::differs, -0.5F};
}

float employer_bits_most(std::string_view watched, std::string_view found) {
  if (watched == found) return 10;
  const auto& shorter = watched.size() < found.size() ? watched : found;
  const auto& longer = watched.size() < found.size() ? found : watched;
  return shorter.size() >= 5 && longer.find(shorter) != longer.npos ? 8 : 7;
}

ScreenLikeness compare_cities(std::string_view watched, std::string_view found) {
  if (watched == found) return {ScreenLevel::equal, 6};
  if (std::min(watched.size(), found.size()) >= 5 && is_one_slip_apart(watched, found))
    return {ScreenLevel::alike, 5};
  return {ScreenLevel::differs, -1};
}

ScreenLikeness compare_postcodes(std::string_view watched, std::string_view found) {
  if (watched == found) return {ScreenLevel::equal, watched.size() < 6 ? 8.0F : 10.0F};
  if (watched.size() == found.size() && watched.size() >= 6 && is_one_slip_apart(watched, found))
    return {ScreenLevel::alike, 7};
  return {ScreenLevel::differs, -1};
}

ScreenSum sum_up(std::span<const ScreenLikeness, model::screen_field_count> by_field, bool is_kin) {
  constexpr float shared_by_kin_max = 3;
  ScreenSum out;
  std::size_t agreeing = 0;
  bool has_contact = false;
  float shared = 0;
  for (std::size_t at = 0; at < by_field.size(); ++at) {
    const auto field = static_cast<ScreenField>(at);
    const auto& one = by_field[at];
    if (one.level == ScreenLevel::silent) continue;
    agreeing += one.level != ScreenLevel::differs;
    const bool is_shared_by_kin = field == ScreenField::phone || field == ScreenField::place ||
                                  field == ScreenField::employer;
    if (is_kin && is_shared_by_kin && one.bits > 0) {
      shared = std::min(shared + one.bits, shared_by_kin_max);
      continue;
    }
    out.bits += one.bits;
    has_contact = has_contact || (one.level == ScreenLevel::equal &&
                                  (field == ScreenField::phone || field == ScreenField::email ||
                                   field == ScreenField::handle));
  }
  out.bits += shared;
  const auto& name = by_field[static_cast<std::size_t>(ScreenField::name)];
  out.is_hit = out.bits >= hit_bits_min && (agreeing >= 2 || has_contact);
  out.is_name_only = agreeing == 1 && name.level > ScreenLevel::weak &&
                     name.bits >= name_only_bits_min && out.bits >= name_only_bits_min - 2;
  return out;
}

}  // namespace resolve
