#include "steps/resolve/record_keys.h"

#include <algorithm>
#include <array>

#include "ground/base/ensure.h"

namespace resolve {
namespace {

using model::RecordPart;
using model::ValueId;

/// Rough properties of a record, each with a few values: what keys are made of.
enum class Atom : std::uint8_t {
  phone,
  phone_end,
  email,
  mailbox,
  handle,
  identifier,
  name,         // sounds of all parts of all names: exchanged ones meet
  given,        // sound
  family,       // sound
  family_head,  // its first letters
  organisation,
  birth,  // day and month in either order
  birth_month,
  birth_day,  // without the year
  birth_year,
  postcode,
  city,
  address,  // two words in a row
  employer,
  text,
  none
};
constexpr std::size_t atom_count = static_cast<std::size_t>(Atom::none);
constexpr std::size_t values_max = 6;

struct AtomValues {
  std::array<std::uint32_t, values_max> values{};
  std::size_t count = 0;

  void add(std::uint64_t hash) {
    const auto value = static_cast<std::uint32_t>(hash >> 16U) | 1U;
    if (count < values_max && std::find(values.begin(), values.begin() + count, value) ==
                                  values.begin() + static_cast<std::ptrdiff_t>(count))
      values[count++] = value;
  }
};

struct Recipe {
  std::string_view name;
  std::array<Atom, 3> atoms;
  std::size_t keys_max;
};

using enum Atom;
constexpr std::array<Recipe, 27> recipes = {{
    {"phone", {phone, none, none}, 4},
    {"email", {email, none, none}, 4},
    {"handle", {handle, none, none}, 4},
    {"identifier", {identifier, none, none}, 6},
    {"birth + name", {birth, name, none}, 4},
    {"mailbox", {mailbox, none, none}, 4},
    {"postcode + name", {postcode, name, none}, 4},
    {"family + given", {family, given, none}, 2},
    {"address", {address, none, none}, 6},
    {"organisation", {organisation, none, none}, 6},
    {"birth day + family", {birth_day, family, none}, 2},
    {"birth month + name", {birth_month, name, none}, 4},
    {"birth + postcode", {birth, postcode, none}, 1},
    {"family + given + city", {family, given, city}, 2},
    {"family + given + birth year", {family, given, birth_year}, 2},
    {"birth + city", {birth, city, none}, 1},
    {"birth + first letters", {birth, family_head, none}, 2},
    {"phone end + name", {phone_end, name, none}, 4},
    {"address + name", {address, name, none}, 6},
    {"employer + name", {employer, name, none}, 4},
    {"text + name", {text, name, none}, 6},
    {"text + birth year", {text, birth_year, none}, 3},
    {"birth", {birth, none, none}, 1},
    {"family", {family, none, none}, 2},
    {"given + birth year", {given, birth_year, none}, 2},
    {"postcode", {postcode, none, none}, 1},
    {"city + birth year + first letters", {city, birth_year, family_head}, 2},
}};

std::uint64_t mixed(std::uint64_t left, std::uint64_t right) {
  auto mix = (left ^ (right * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
  return mix ^ (mix >> 31U);
}

/// Reads the atoms of one row.
class AtomReader {
 public:
  AtomReader(const model::RecordTable& table, std::size_t row) : table_(table), row_(row) {}

  std::array<AtomValues, atom_count> read() {
    whole(RecordPart::phone, phone);
    ends_of_phones();
    whole(RecordPart::email, email);
    mailboxes();
    whole(RecordPart::handle, handle);
    numbered(RecordPart::identifier, identifier);
    sounds(RecordPart::given, given);
    sounds(RecordPart::family, family);
    heads();
    words(RecordPart::organisation, organisation, 1);
    births();
    whole(RecordPart::postcode, postcode);
    whole(RecordPart::city, city);
    words(RecordPart::address, address, 2);
    whole(RecordPart::employer, employer);
    numbered(RecordPart::text, Atom::text);
    return atoms_;
  }

 private:
  AtomValues& at(Atom atom) { return atoms_[static_cast<std::size_t>(atom)]; }

  template <class Use>
  void each(RecordPart part, Use use) {
    std::size_t slot = 0;
    for (const auto& column : table_.of(part)) {
      if (const auto value = column[row_]; value != 0) use(value, slot);
      ++slot;
    }
  }

  void whole(RecordPart part, Atom atom) {
    each(part, [&](ValueId value, std::size_t) {
      at(atom).add(model::hash_of(table_.values.text(value)));
    });
  }
  void numbered(RecordPart part, Atom atom) {
    each(part, [&](ValueId value, std::size_t slot) {
      at(atom).add(mixed(model::hash_of(table_.values.text(value)), slot + 1));
    });
  }
  void ends_of_phones() {
    each(RecordPart::phone, [&](ValueId value, std::size_t) {
      const auto digits = table_.values.text(value);
      at(phone_end).add(
          model::hash_of(digits.substr(digits.size() - std::min<std::size_t>(4, digits.size()))));
    });
  }
  void mailboxes() {
    each(RecordPart::email, [&](ValueId value, std::size_t) {
      const auto text = table_.values.text(value);
      if (const auto box = text.substr(0, text.find('@')); box.size() >= 5)
        at(mailbox).add(model::hash_of(box));
    });
  }
  void sounds(RecordPart part, Atom atom) {
    each(part, [&](ValueId value, std::size_t) {
      const auto& traits = table_.values.traits(value);
      const auto hash = traits.sound != 0 ? std::uint64_t{traits.sound} << 16U
                                          : model::hash_of(table_.values.text(value));
      at(atom).add(hash);
      at(name).add(hash);
    });
  }
  void heads() {
    each(RecordPart::family, [&](ValueId value, std::size_t) {
      at(family_head).add(model::hash_of(table_.values.text(value).substr(0, 3)));
    });
  }
  void words(RecordPart part, Atom atom, std::size_t in_a_row) {
    each(part, [&](ValueId value, std::size_t) {
      auto rest = table_.values.text(value);
      std::uint64_t before = 0;
      while (!rest.empty()) {
        const auto word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        const auto hash = model::hash_of(word);
        if (in_a_row == 1)
          at(atom).add(hash);
        else if (before != 0)
          at(atom).add(mixed(before, hash));
        before = hash;
      }
    });
  }
  void births() {
    each(RecordPart::birth, [&](ValueId digits, std::size_t) {
      const auto year = digits / 10000, month = digits / 100 % 100, day = digits % 100;
      const auto low = std::min(month, day), high = std::max(month, day);
      at(birth_year).add(mixed(year, 1));
      if (month == 0) return;
      at(birth_month).add(mixed(year * 100 + month, 2));
      if (day == 0) return;
      at(birth).add(mixed(year * 10000 + high * 100 + low, 3));
      at(birth_day).add(mixed(high * 100 + low, 4));
    });
  }

  const model::RecordTable& table_;
  std::size_t row_;
  std::array<AtomValues, atom_count> atoms_;
};

/// Products of the values of the atoms of a recipe, at most keys_max.
void write_keys(const std::array<AtomValues, atom_count>& atoms, const Recipe& recipe,
                std::span<std::uint32_t> out) {
  std::vector<std::uint64_t> products{mixed(model::hash_of(recipe.name), 7)};
  for (const auto atom : recipe.atoms) {
    if (atom == none) break;
    const auto& values = atoms[static_cast<std::size_t>(atom)];
    std::vector<std::uint64_t> longer;
    for (const auto product : products)
      for (std::size_t index = 0; index < values.count; ++index)
        longer.push_back(mixed(product, values.values[index]));
    products = std::move(longer);
  }
  for (std::size_t index = 0; index < out.size(); ++index)
    out[index] =
        index < products.size() ? static_cast<std::uint32_t>(products[index] >> 32U) | 1U : 0;
}

bool has(const model::RecordTable& table, RecordPart part) {
  return !table.of(part).empty();
}

bool can_read(const model::RecordTable& table, Atom atom) {
  switch (atom) {
    case phone:
    case phone_end:
      return has(table, RecordPart::phone);
    case email:
    case mailbox:
      return has(table, RecordPart::email);
    case handle:
      return has(table, RecordPart::handle);
    case identifier:
      return has(table, RecordPart::identifier);
    case name:
    case given:
    case family:
    case family_head:
      return has(table, RecordPart::given);
    case organisation:
      return has(table, RecordPart::organisation);
    case birth:
    case birth_month:
    case birth_day:
    case birth_year:
      return has(table, RecordPart::birth);
    case postcode:
      return has(table, RecordPart::postcode);
    case city:
      return has(table, RecordPart::city);
    case address:
      return has(table, RecordPart::address);
    case employer:
      return has(table, RecordPart::employer);
    case Atom::text:
      return has(table, RecordPart::text);
    case none:
      return true;
  }
  return false;
}

struct Entry {
  std::uint32_t key, row;
};

/// By key, rows of one key in their order (least significant digit first, eleven bits a pass).
void sort_by_key(std::vector<Entry>& entries) {
  std::vector<Entry> other(entries.size());
  for (unsigned shift = 0; shift < 33; shift += 11) {
    std::array<std::uint32_t, 2048> places{};
    for (const auto& entry : entries)
      ++places[entry.key >> shift & 2047U];
    std::uint32_t place = 0;
    for (auto& count : places)
      place += std::exchange(count, place);
    for (const auto& entry : entries)
      other[places[entry.key >> shift & 2047U]++] = entry;
    entries.swap(other);
  }
}

/// The size of the largest groups that can be kept.
std::size_t size_kept(const std::vector<double>& pairs_by_size, double pairs_max) {
  double pairs = 0;
  for (std::size_t size = 2; size < pairs_by_size.size(); ++size) {
    pairs += pairs_by_size[size];
    if (pairs > pairs_max) return std::max<std::size_t>(size - 1, 2);
  }
  return pairs_by_size.size();
}

template <class Use>
void each_group(const std::vector<Entry>& entries, Use use) {
  for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end].key == entries[begin].key)
      ++end;
    use(begin, end);
  }
}

}  // namespace

RecordKeys::RecordKeys(const model::RecordTable& table) : table_(table) {
  for (std::size_t index = 0; index < recipes.size(); ++index) {
    const auto& recipe = recipes[index];
    if (!std::ranges::all_of(recipe.atoms, [&](Atom atom) { return can_read(table, atom); }))
      continue;
    spaces_.push_back({recipe.name, width_, recipe.keys_max});
    recipes_.push_back(index);
    width_ += recipe.keys_max;
  }
  keys_.resize(width_ * table.size());
}

void RecordKeys::fill(std::size_t begin, std::size_t end) {
  for (std::size_t row = begin; row < end; ++row) {
    const auto atoms = AtomReader(table_, row).read();
    for (std::size_t space = 0; space < spaces_.size(); ++space)
      write_keys(
          atoms, recipes[recipes_[space]],
          std::span(keys_).subspan(row * width_ + spaces_[space].first, spaces_[space].count));
  }
}

bool RecordKeys::have_met(std::size_t left, std::size_t right, std::size_t space) const {
  const auto one = of(left), other = of(right);
  for (std::size_t before = 0; before < space; ++before) {
    const auto [name, first, count] = spaces_[before];
    for (std::size_t mine = first; mine < first + count && one[mine] != 0; ++mine)
      for (std::size_t yours = first; yours < first + count; ++yours)
        if (one[mine] == other[yours]) return true;
  }
  return false;
}

KeyGroups group_by_key(RecordKeys& keys, std::size_t space, std::size_t rows, double pairs_max) {
  const auto [name, first, count] = keys.spaces()[space];
  std::vector<Entry> entries;
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t key = first; key < first + count; ++key)
      if (const auto value = keys.of(row)[key]; value != 0)
        entries.push_back({value, static_cast<std::uint32_t>(row)});
  sort_by_key(entries);
  std::vector<double> pairs_by_size(2048);
  each_group(entries, [&](std::size_t begin, std::size_t end) {
    const auto size = static_cast<double>(end - begin);
    pairs_by_size[std::min(end - begin, pairs_by_size.size() - 1)] += size * (size - 1) / 2;
  });
  const auto kept = size_kept(pairs_by_size, pairs_max);
  KeyGroups groups;
  each_group(entries, [&](std::size_t begin, std::size_t end) {
    if (end - begin < 2) return;
    const bool is_hub = std::min(end - begin, pairs_by_size.size() - 1) > kept;
    for (std::size_t index = begin; index < end; ++index) {
      const auto row = entries[index].row;
      if (!is_hub) {
        groups.rows.push_back(row);
        continue;
      }
      ++groups.hub_rows;
      for (std::size_t key = first; key < first + count; ++key)
        if (keys.of(row)[key] == entries[index].key) keys.erase(row, key);
    }
    if (!is_hub) groups.ends.push_back(static_cast<std::uint32_t>(groups.rows.size()));
  });
  return groups;
}

}  // namespace resolve
