#include "steps/resolve/record_compare.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "steps/resolve/record_likeness.h"
#include "steps/resolve/string_likeness.h"

namespace resolve {
namespace {

using model::Aspect;
using model::RecordPart;
using model::ValueId;

constexpr double weak_likeness = 0.80, sound_likeness = 0.85, near_likeness = 0.92;

/// Bits from which names in different writings sound alike, or might.
constexpr float near_across_bits = 4, weak_across_bits = 1;
/// Parts whose values are counted together.
std::size_t group_of(RecordPart part) {
  switch (part) {
    case RecordPart::given:
    case RecordPart::middle:
      return 0;
    case RecordPart::family:
      return 1;
    case RecordPart::city:
    case RecordPart::region:
    case RecordPart::postcode:
    case RecordPart::address:
      return 2;
    case RecordPart::suffix:
    case RecordPart::organisation:
    case RecordPart::birth:
    case RecordPart::phone:
    case RecordPart::email:
    case RecordPart::handle:
    case RecordPart::identifier:
    case RecordPart::gender:
    case RecordPart::employer:
    case RecordPart::text:
      return 3;
  }
  return 3;
}

/// Rows of a world of many values that are added to those of the table, fewer with the square of
/// how often a value was seen: common values are known, rare ones are not. Our own estimate: the
/// size below which a table of its kind says little about how common a value is.
double drawn_rows(RecordPart part) {
  switch (part) {
    case RecordPart::phone:
    case RecordPart::email:
    case RecordPart::handle:
    case RecordPart::identifier:
      return 20000;
    case RecordPart::birth:
      return 2000;
    case RecordPart::address:
    case RecordPart::postcode:
    case RecordPart::organisation:
    case RecordPart::family:
      return 1000;
    case RecordPart::given:
    case RecordPart::middle:
      return 300;
    case RecordPart::city:
    case RecordPart::employer:
      return 100;
    case RecordPart::suffix:
    case RecordPart::region:
    case RecordPart::gender:
    case RecordPart::text:
      return 10;
  }
  return 0;
}

bool is_in(RecordPart part, std::size_t group) {
  return part != RecordPart::birth && group_of(part) == group;
}

float bits_of_share(double count, double rows, RecordPart part) {
  const auto drawn = drawn_rows(part) / (count * count);
  return static_cast<float>(-std::log2(count / (rows + drawn)));
}

bool has_values(const std::vector<model::RecordColumn>& columns) {
  return std::ranges::any_of(columns, [](const auto& column) {
    return std::ranges::any_of(column, [](ValueId value) { return value != 0; });
  });
}

}  // namespace

Level top_level(Aspect aspect) {
  switch (aspect) {
    case Aspect::given:
    case Aspect::family:
    case Aspect::middle:
    case Aspect::organisation:
    case Aspect::address:
    case Aspect::employer:
      return 4;
    case Aspect::birth:
    case Aspect::place:
      return 5;
    case Aspect::phone:
    case Aspect::email:
    case Aspect::handle:
    case Aspect::identifier:
    case Aspect::text_1:
    case Aspect::text_2:
    case Aspect::text_3:
      return 3;
    case Aspect::suffix:
    case Aspect::gender:
      return 2;
  }
  return 0;
}

RecordComparer::RecordComparer(const model::RecordTable& table, NameAcross across)
    : table_(table), across_(std::move(across)) {
  count_values();
  count_births();
  for (std::size_t index = 0; index < model::aspect_count; ++index) {
    const auto aspect = static_cast<Aspect>(index);
    const auto& columns = table_.of(part_of(aspect));
    bool is_there = has_values(columns);
    if (aspect >= Aspect::text_1)
      is_there = index - static_cast<std::size_t>(Aspect::text_1) < columns.size();
    if (aspect == Aspect::place)
      is_there = is_there || has_values(table_.of(RecordPart::city)) ||
                 has_values(table_.of(RecordPart::region));
    if (!is_there) continue;
    aspects_.push_back(aspect);
    usual_bits_[index] = static_cast<float>(-std::log2(chance_of_equal(aspect)));
  }
}

void RecordComparer::count_values() {
  for (std::size_t group = 0; group < bits_.size(); ++group) {
    std::vector<std::uint32_t> counts(table_.values.size());
    std::vector<float> bits(table_.values.size());
    for (std::size_t index = 0; index < model::record_part_count; ++index) {
      const auto part = static_cast<RecordPart>(index);
      if (!is_in(part, group)) continue;
      double rows = 0;
      for (const auto& column : table_.of(part))
        for (const auto value : column) {
          if (value == 0) continue;
          ++counts[value];
          ++rows;
        }
      for (const auto& column : table_.of(part))
        for (const auto value : column)
          if (value != 0 && bits[value] == 0)
            bits[value] = bits_of_share(counts[value], rows, part);
    }
    bits_[group] = std::move(bits);
  }
}

void RecordComparer::count_births() {
  const auto& columns = table_.of(RecordPart::birth);
  if (columns.empty()) return;
  std::vector<std::uint32_t> births;
  for (const auto digits : columns.front())
    if (digits != 0) births.push_back(digits);
  std::ranges::sort(births);
  for (std::size_t begin = 0, end = 0; begin < births.size(); begin = end) {
    while (end < births.size() && births[end] == births[begin])
      ++end;
    birth_bits_.emplace_back(births[begin],
                             bits_of_share(static_cast<double>(end - begin),
                                           static_cast<double>(births.size()), RecordPart::birth));
  }
}

float RecordComparer::rarity_bits(RecordPart part, ValueId value) const {
  if (part != RecordPart::birth) return bits_[group_of(part)][value];
  const auto found = std::ranges::lower_bound(birth_bits_, value, {},
                                              [](const auto& entry) { return entry.first; });
  return found == birth_bits_.end() || found->first != value ? 0 : found->second;
}

double RecordComparer::chance_of_equal(Aspect aspect) const {
  const auto part = aspect == Aspect::place && table_.of(RecordPart::postcode).empty()
                        ? RecordPart::city
                        : part_of(aspect);
  double sum = 0, rows = 0;
  const auto& columns = table_.of(part);
  for (std::size_t slot = 0; slot < columns.size(); ++slot) {
    if (part == RecordPart::text &&
        slot != static_cast<std::size_t>(aspect) - static_cast<std::size_t>(Aspect::text_1))
      continue;
    for (const auto value : columns[slot]) {
      if (value == 0) continue;
      sum += std::exp2(static_cast<double>(-rarity_bits(part, value)));
      ++rows;
    }
  }
  return rows == 0 ? 1 : std::max(1e-9, sum / rows);
}

Comparison RecordComparer::compare(std::size_t left, std::size_t right) const {
  const Pair rows{left, right};
  Comparison comparison;
  const auto add = [&](Aspect aspect, Found found) {
    comparison.pattern |= static_cast<std::uint64_t>(found.level)
                          << (3U * static_cast<unsigned>(aspect));
    if (found.bits == 0) return;
    comparison.rare_bits += found.bits - usual_bits_[static_cast<std::size_t>(aspect)];
  };
  if (!table_.of(RecordPart::given).empty()) {
    const auto found = names(rows);
    add(Aspect::given, found.given);
    add(Aspect::family, found.family);
    add(Aspect::middle, found.middle);
  }
  for (const auto aspect : aspects_)
    if (aspect > Aspect::middle) add(aspect, one_aspect(aspect, rows));
  return comparison;
}

RecordComparer::Found RecordComparer::one_aspect(Aspect aspect, Pair rows) const {
  switch (aspect) {
    case Aspect::given:
    case Aspect::family:
    case Aspect::middle:
      return {};
    case Aspect::suffix:
    case Aspect::gender:
      return simple(part_of(aspect), rows);
    case Aspect::organisation:
    case Aspect::address:
    case Aspect::employer:
      return values(aspect, part_of(aspect), rows);
    case Aspect::birth:
      return birth(rows);
    case Aspect::phone:
    case Aspect::email:
    case Aspect::handle:
      return slips(part_of(aspect), rows);
    case Aspect::identifier:
      return identifiers(rows);
    case Aspect::place:
      return place(rows);
    case Aspect::text_1:
      return text(0, rows);
    case Aspect::text_2:
      return text(1, rows);
    case Aspect::text_3:
      return text(2, rows);
  }
  return {};
}

RecordComparer::Found RecordComparer::values(Aspect aspect, RecordPart part, Pair rows) const {
  Found best;
  for (const auto& left : table_.of(part))
    for (const auto& right : table_.of(part)) {
      const auto one = left[rows.left], other = right[rows.right];
      if (one == 0 || other == 0) continue;
      const auto level = words_level(one, other);
      if (level <= best.level) continue;
      best = {level, level == top_level(aspect) ? rarity_bits(part, one) : 0};
    }
  return best;
}

RecordComparer::Found RecordComparer::slips(RecordPart part, Pair rows) const {
  Found best;
  for (const auto& left : table_.of(part))
    for (const auto& right : table_.of(part)) {
      const auto one = left[rows.left], other = right[rows.right];
      if (one == 0 || other == 0) continue;
      const auto a = table_.values.text(one), b = table_.values.text(other);
      if (one == other && part == RecordPart::email && is_of_an_office(a)) {
        best.level = std::max<Level>(best.level, 2);
        continue;
      }
      if (one == other || (part == RecordPart::phone && is_same_number(a, b))) {
        if (const auto bits = rarity_bits(part, one); best.level < 3 || bits > best.bits)
          best = {3, bits};
        continue;
      }
      if (best.level == 0) best.level = 1;
      if (best.level >= 2) continue;
      const auto box = a.find('@');
      const bool same_box =
          box != a.npos && box >= 6 && b.substr(0, box + 1) == a.substr(0, box + 1);
      if (same_box || (a.size() >= 6 && is_one_slip_apart(a, b))) best.level = 2;
    }
  return best;
}

RecordComparer::Found RecordComparer::identifiers(Pair rows) const {
  Found best;
  for (const auto& column : table_.of(RecordPart::identifier)) {
    const auto one = column[rows.left], other = column[rows.right];
    if (one == 0 || other == 0) continue;
    if (one == other) return {3, rarity_bits(RecordPart::identifier, one)};
    const auto a = table_.values.text(one), b = table_.values.text(other);
    best.level = std::max<Level>(best.level, a.size() >= 5 && is_one_slip_apart(a, b) ? 2 : 1);
  }
  return best;
}

RecordComparer::Found RecordComparer::text(std::size_t slot, Pair rows) const {
  const auto& column = table_.of(RecordPart::text)[slot];
  const auto one = column[rows.left], other = column[rows.right];
  if (one == 0 || other == 0) return {};
  if (one == other) return {3, rarity_bits(RecordPart::text, one)};
  return {static_cast<Level>(words_level(one, other) >= 3 ? 2 : 1)};
}

RecordComparer::Found RecordComparer::simple(RecordPart part, Pair rows) const {
  const auto& column = table_.of(part).front();
  const auto one = column[rows.left], other = column[rows.right];
  if (one == 0 || other == 0) return {};
  return {static_cast<Level>(one == other ? 2 : 1)};
}

RecordComparer::Found RecordComparer::birth(Pair rows) const {
  const auto& column = table_.of(RecordPart::birth).front();
  const auto one = column[rows.left], other = column[rows.right];
  if (one == 0 || other == 0) return {};
  const bool is_whole = one % 10000 % 100 != 0 && other % 10000 % 100 != 0;
  if (one == other && is_whole) return {5, rarity_bits(RecordPart::birth, one)};
  const auto year = one / 10000, month = one / 100 % 100, day = one % 100;
  const auto other_year = other / 10000, other_month = other / 100 % 100, other_day = other % 100;
  if (!is_whole) {
    const bool same_month = month == 0 || other_month == 0 || month == other_month;
    return {static_cast<Level>(year == other_year && same_month ? 2 : 1)};
  }
  if (year == other_year && month == other_day && day == other_month) return {4};
  std::size_t wrong_digits = 0;
  for (auto a = one, b = other; a != 0 || b != 0; a /= 10, b /= 10)
    wrong_digits += a % 10 != b % 10;
  if (wrong_digits == 1) return {4};
  const auto same = static_cast<int>(year == other_year) + static_cast<int>(month == other_month) +
                    static_cast<int>(day == other_day);
  if (same == 2) return {3};
  return {static_cast<Level>(year == other_year ? 2 : 1)};
}

RecordComparer::Found RecordComparer::place(Pair rows) const {
  const auto cell = [&](RecordPart part, std::size_t row) {
    const auto& columns = table_.of(part);
    return columns.empty() ? ValueId{0} : columns.front()[row];
  };
  const auto one = cell(RecordPart::postcode, rows.left),
             other = cell(RecordPart::postcode, rows.right);
  if (one != 0 && one == other) return {5, rarity_bits(RecordPart::postcode, one)};
  const auto city = cell(RecordPart::city, rows.left),
             other_city = cell(RecordPart::city, rows.right);
  const bool same_city = city != 0 && city == other_city;
  const bool like_city =
      same_city || (city != 0 && other_city != 0 && word_level(city, other_city) >= 3);
  if (one != 0 && other != 0 && (like_city || city == 0 || other_city == 0) &&
      is_one_slip_apart(table_.values.text(one), table_.values.text(other)))
    return {4};
  if (same_city && table_.of(RecordPart::postcode).empty())
    return {3, rarity_bits(RecordPart::city, city)};
  if (like_city) return {3};
  const auto region = cell(RecordPart::region, rows.left),
             other_region = cell(RecordPart::region, rows.right);
  if (region != 0 && region == other_region) return {2};
  const bool differs = (one != 0 && other != 0) || (city != 0 && other_city != 0) ||
                       (region != 0 && other_region != 0);
  return {static_cast<Level>(differs ? 1 : 0)};
}

RecordComparer::Names RecordComparer::names(Pair rows) const {
  const auto slots = table_.of(RecordPart::given).size();
  if (slots == 1) return names(0, 0, rows);
  Names best;
  int best_sum = -1;
  for (std::size_t left = 0; left < slots; ++left)
    for (std::size_t right = 0; right < slots; ++right) {
      const auto found = names(left, right, rows);
      const int sum = found.given.level + found.family.level;
      if (sum <= best_sum) continue;
      best = found;
      best_sum = sum;
    }
  return best;
}

RecordComparer::Names RecordComparer::names(std::size_t left_slot, std::size_t right_slot,
                                            Pair rows) const {
  const auto cell = [&](RecordPart part, std::size_t slot, std::size_t row) {
    return table_.of(part)[slot][row];
  };
  const auto given = cell(RecordPart::given, left_slot, rows.left);
  const auto family = cell(RecordPart::family, left_slot, rows.left);
  const auto other_given = cell(RecordPart::given, right_slot, rows.right);
  const auto other_family = cell(RecordPart::family, right_slot, rows.right);
  if (const auto level = level_across(given, family, other_given, other_family))
    return {{*level}, {*level}, {}};
  Names found;
  found.given = name_words(RecordPart::given, given, other_given);
  found.family = name_words(RecordPart::family, family, other_family);
  if (found.given.level + found.family.level <= 5 &&
      (given != 0 && other_family != 0 ? 1 : 0) + (family != 0 && other_given != 0 ? 1 : 0) > 0) {
    const auto crossed =
        given != 0 && other_family != 0 ? word_level(given, other_family) : Level{0};
    const auto crossed_back =
        family != 0 && other_given != 0 ? word_level(family, other_given) : Level{0};
    if (crossed >= 3 && crossed_back >= 3) found = {{3}, {3}, {}};
  }
  const auto middle = cell(RecordPart::middle, left_slot, rows.left);
  const auto other_middle = cell(RecordPart::middle, right_slot, rows.right);
  if (middle != 0 && other_middle != 0)
    found.middle = name_words(RecordPart::middle, middle, other_middle);
  // Two surnames, one of which became a middle name: Susan Meyer and Susan Meyer Thomas.
  if (found.family.level == 1 && family != other_family &&
      ((middle != 0 && middle == other_family) || (other_middle != 0 && other_middle == family)))
    found.family.level = 3;
  return found;
}

/// How alike whole names are of which only one is written in Latin letters; nothing for others.
std::optional<Level> RecordComparer::level_across(ValueId given, ValueId family,
                                                  ValueId other_given, ValueId other_family) const {
  const auto& values = table_.values;
  const auto is_foreign_name = [&](ValueId one, ValueId two) {
    return is_foreign(values.text(one)) || is_foreign(values.text(two));
  };
  if (!across_ || (given == 0 && family == 0) || (other_given == 0 && other_family == 0)) return {};
  if (is_foreign_name(given, family) == is_foreign_name(other_given, other_family)) return {};
  const auto whole = [&](ValueId one, ValueId two) {
    std::string name(values.text(one));
    if (one != 0 && two != 0) name += ' ';
    return name += values.text(two);
  };
  const auto bits = across_(whole(given, family), whole(other_given, other_family));
  return bits >= near_across_bits ? Level{3} : (bits >= weak_across_bits ? Level{2} : Level{1});
}

RecordComparer::Found RecordComparer::name_words(RecordPart part, ValueId left,
                                                 ValueId right) const {
  if (left == 0 || right == 0) return {};
  if (left == right) return {4, rarity_bits(part, left)};
  return {word_level(left, right)};
}

Level RecordComparer::word_level(ValueId left, ValueId right) const {
  if (left == right) return 4;
  const auto& one = table_.values.traits(left);
  const auto& other = table_.values.traits(right);
  if (one.root != 0 && one.root == other.root) return 3;
  const bool has_initial = one.length == 1 || other.length == 1;
  if (!has_initial && is_short_form(table_.values.text(left), table_.values.text(right))) return 3;
  const auto bound = jaro_winkler_bound(one.letters, one.length, other.letters, other.length);
  if (bound < weak_likeness && !has_initial) return 1;
  const auto a = table_.values.text(left), b = table_.values.text(right);
  if (has_initial) return a.front() == b.front() ? 2 : 1;
  const auto shorter = std::min(a.size(), b.size());
  if (shorter >= 3 && a.substr(0, shorter) == b.substr(0, shorter)) return 3;
  const auto likeness = jaro_winkler(a, b);
  if (likeness >= near_likeness || (shorter >= 4 && is_one_slip_apart(a, b))) return 3;
  if (likeness >= sound_likeness && one.sound != 0 && one.sound == other.sound) return 3;
  return likeness >= weak_likeness ? 2 : 1;
}

Level RecordComparer::words_level(ValueId left, ValueId right) const {
  if (left == right) return 4;
  const auto& one = table_.values.traits(left);
  const auto& other = table_.values.traits(right);
  if (jaro_winkler_bound(one.letters, one.length, other.letters, other.length) < 0.6) return 1;
  const auto a = table_.values.text(left), b = table_.values.text(right);
  const auto shared = shared_words(a, b);
  const auto likeness = jaro_winkler(a, b);
  if (shared >= 0.6 || likeness >= near_likeness) return 3;
  return shared >= 0.33 || likeness >= sound_likeness ? 2 : 1;
}

}  // namespace resolve
