#include "steps/normalise/record_row.h"

#include <algorithm>

#include "steps/normalise/record_date.h"
#include "steps/normalise/record_words.h"

namespace normalise {
namespace {

using model::RecordField;
using model::RecordPart;

constexpr std::size_t remembered_count = std::size_t{1} << 15U;
constexpr std::array<std::string_view, 14> titles = {"mr",   "mrs",  "ms",   "miss", "dr",
                                                     "prof", "sir",  "lord", "lady", "dame",
                                                     "rev",  "capt", "herr", "frau"};
constexpr std::array<std::string_view, 7> suffixes = {"jr", "sr",     "ii",    "iii",
                                                      "iv", "junior", "senior"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view trimmed_field(std::string_view value) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t'))
    value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\t'))
    value.remove_suffix(1);
  return value;
}

std::string_view take_word(std::string_view& words) {
  const auto word = words.substr(0, words.find(' '));
  words.remove_prefix(word.size() < words.size() ? word.size() + 1 : word.size());
  return word;
}

std::string_view short_suffix(std::string_view suffix) {
  return suffix == "junior" ? "jr" : (suffix == "senior" ? "sr" : suffix);
}

bool is_number(RecordField field) {
  return field == RecordField::birth_year || field == RecordField::birth_month ||
         field == RecordField::birth_day;
}

RecordPart part_of(RecordField field) {
  switch (field) {
    case RecordField::middle_name:
      return RecordPart::middle;
    case RecordField::organisation:
      return RecordPart::organisation;
    case RecordField::suffix:
      return RecordPart::suffix;
    case RecordField::birth_date:
    case RecordField::birth_year:
    case RecordField::birth_month:
    case RecordField::birth_day:
      return RecordPart::birth;
    case RecordField::phone:
      return RecordPart::phone;
    case RecordField::email:
      return RecordPart::email;
    case RecordField::handle:
      return RecordPart::handle;
    case RecordField::identifier:
      return RecordPart::identifier;
    case RecordField::street_number:
    case RecordField::address:
      return RecordPart::address;
    case RecordField::city:
      return RecordPart::city;
    case RecordField::region:
      return RecordPart::region;
    case RecordField::postcode:
      return RecordPart::postcode;
    case RecordField::gender:
      return RecordPart::gender;
    case RecordField::employer:
      return RecordPart::employer;
    case RecordField::id:
    case RecordField::ignored:
    case RecordField::text:
      return RecordPart::text;
    case RecordField::given_name:
    case RecordField::family_name:
    case RecordField::full_name:
    case RecordField::other_name:
      return RecordPart::given;
  }
  return RecordPart::text;
}

/// Parts that keep one value a row, however many columns feed them.
bool is_single(RecordPart part) {
  return part == RecordPart::suffix || part == RecordPart::birth || part == RecordPart::gender ||
         part == RecordPart::city || part == RecordPart::region || part == RecordPart::postcode;
}

}  // namespace

std::size_t RecordLayout::size() const {
  std::size_t size = 0;
  for (const auto count : columns)
    size += count;
  return size;
}

std::size_t RecordLayout::first_of(RecordPart part) const {
  std::size_t first = 0;
  for (std::size_t index = 0; index < static_cast<std::size_t>(part); ++index)
    first += columns[index];
  return first;
}

void RecordLayout::widen(const RecordLayout& other) {
  for (std::size_t part = 0; part < columns.size(); ++part)
    columns[part] = std::max(columns[part], other.columns[part]);
}

RecordLayout layout_of(std::span<const RecordField> fields, std::span<const std::uint8_t> slots) {
  RecordLayout layout;
  const auto at = [&](RecordPart part) -> std::uint8_t& {
    return layout.columns[static_cast<std::size_t>(part)];
  };
  std::size_t own_names = 0, full_names = 0, other_names = 0, numbers = 0;
  for (std::size_t column = 0; column < fields.size(); ++column) {
    const auto field = fields[column];
    if (field == RecordField::id || field == RecordField::ignored) continue;
    const auto part = part_of(field);
    own_names += field == RecordField::given_name || field == RecordField::family_name;
    full_names += field == RecordField::full_name;
    other_names += field == RecordField::other_name;
    numbers += field == RecordField::street_number;
    if (part == RecordPart::given || part == RecordPart::middle) continue;
    if (field == RecordField::street_number) continue;
    const auto wanted = part == RecordPart::text || part == RecordPart::identifier
                            ? slots[column] + 1
                            : (is_single(part) ? 1 : at(part) + 1);
    at(part) = std::max(at(part), static_cast<std::uint8_t>(std::min(wanted, 16)));
  }
  if (numbers > 0 && at(RecordPart::address) == 0) at(RecordPart::address) = 1;
  const auto names = std::min<std::size_t>(8, (own_names + full_names > 0 ? 1 : 0) + other_names);
  for (const auto part : {RecordPart::given, RecordPart::middle, RecordPart::family})
    at(part) = static_cast<std::uint8_t>(names);
  if (names > 0) at(RecordPart::suffix) = 1;
  return layout;
}

RecordReader::RecordReader(std::span<const RecordField> fields, std::span<const std::uint8_t> slots,
                           const RecordLayout& layout, model::ValuePool& values)
    : fields_(fields.begin(), fields.end()),
      slots_(slots.begin(), slots.end()),
      layout_(layout),
      values_(values),
      remembered_(remembered_count) {
  for (std::size_t part = 0; part < first_.size(); ++part)
    first_[part] = layout.first_of(static_cast<RecordPart>(part));
}

void RecordReader::Name::clear() {
  given.clear();
  middle.clear();
  family.clear();
  suffix.clear();
}

void RecordReader::read(std::span<const std::string_view> row, std::span<model::ValueId> cells) {
  cells_ = cells;
  std::ranges::fill(cells_, model::ValueId{0});
  used_ = {};
  own_.clear();
  full_.clear();
  has_full_ = false;
  other_count_ = 0;
  street_number_.clear();
  address_.clear();
  birth_ = {};
  for (std::size_t column = 0; column < std::min(row.size(), fields_.size()); ++column) {
    if (row[column].empty()) continue;
    const auto value = trimmed_field(row[column]);
    if (!value.empty()) read_cell(column, value);
  }
  if (!street_number_.empty() && address_.empty()) put(RecordPart::address, street_number_);
  if (birth_[0] != 0)
    cells_[first_[static_cast<std::size_t>(RecordPart::birth)]] =
        birth_[0] * 10000 + birth_[1] * 100 + birth_[2];
  add_own_name();
}

void RecordReader::read_cell(std::size_t column, std::string_view value) {
  const auto field = fields_[column];
  if (is_number(field)) return read_birth_part(field, value);
  switch (field) {
    case RecordField::id:
    case RecordField::ignored:
      return;
    case RecordField::given_name:
      set_words(value, own_.given);
      return;
    case RecordField::family_name:
      set_words(value, words_);
      if (!own_.family.empty() && !words_.empty()) own_.family += ' ';
      own_.family += words_;
      return;
    case RecordField::middle_name:
      set_words(value, own_.middle);
      return;
    case RecordField::suffix:
      set_words(value, own_.suffix);
      return;
    case RecordField::full_name:
      if (has_full_) return;
      has_full_ = true;
      split_name(value);
      return;
    case RecordField::other_name:
      if (other_names_.size() == other_count_) other_names_.emplace_back();
      other_names_[other_count_++] = value;
      return;
    case RecordField::birth_date:
      return read_birth(value);
    case RecordField::phone:
      set_phone(value, words_);
      break;
    case RecordField::email:
      set_email(value, words_);
      break;
    case RecordField::identifier:
    case RecordField::postcode:
    case RecordField::handle:
      set_code(value, words_);
      break;
    case RecordField::gender:
      set_gender(value, words_);
      break;
    case RecordField::street_number:
      set_words(value, street_number_);
      return;
    case RecordField::address:
      set_words(value, words_);
      if (!street_number_.empty() && address_.empty()) words_.insert(0, street_number_ + ' ');
      address_ = words_;
      break;
    default:
      set_words(value, words_);
      break;
  }
  const auto part = part_of(field);
  if (part == RecordPart::text || part == RecordPart::identifier)
    put_at(part, slots_[column], words_);
  else
    put(part, words_);
}

void RecordReader::read_birth(std::string_view value) {
  const auto date = record_date_of(value);
  votes_.day_first += date.order == RecordDate::Order::day_first;
  votes_.month_first += date.order == RecordDate::Order::month_first;
  auto& cell = cells_[first_[static_cast<std::size_t>(RecordPart::birth)]];
  if (date.digits == 0 || cell != 0) return;
  cell = date.digits | (date.order == RecordDate::Order::open ? open_date : 0U);
}

void RecordReader::read_birth_part(RecordField field, std::string_view value) {
  std::uint32_t number = 0;
  for (const char letter : value)
    if (letter >= '0' && letter <= '9' && number < 1000)
      number = number * 10 + static_cast<std::uint32_t>(letter - '0');
  if (field == RecordField::birth_year) birth_[0] = number;
  if (field == RecordField::birth_month) birth_[1] = number % 100;
  if (field == RecordField::birth_day) birth_[2] = number % 100;
}

void RecordReader::split_name(std::string_view value) {
  full_.clear();
  const auto comma = value.find(',');
  if (comma != value.npos) {
    const auto before = trimmed_field(value.substr(0, comma));
    const auto behind = trimmed_field(value.substr(comma + 1));
    if (before.find(' ') == before.npos && !behind.empty()) {
      set_words(before, full_.family);
      set_words(behind, full_.given);
      return;
    }
    value = before;
  }
  set_words(value, words_);
  std::string_view rest = words_;
  std::string middle;
  while (!rest.empty()) {
    const auto word = take_word(rest);
    if (is_one_of(word, titles) && full_.given.empty() && !rest.empty()) continue;
    if (is_one_of(word, suffixes) && !full_.given.empty()) {
      full_.suffix = word;
      continue;
    }
    if (full_.given.empty()) {
      full_.given = word;
      continue;
    }
    if (!full_.family.empty()) {
      if (!full_.middle.empty()) full_.middle += ' ';
      full_.middle += full_.family;
    }
    full_.family = word;
  }
  if (full_.family.empty()) std::swap(full_.family, full_.given);
}

void RecordReader::add_own_name() {
  if (has_full_) {
    if (own_.given.empty()) own_.given = full_.given;
    if (own_.middle.empty()) own_.middle = full_.middle;
    if (own_.family.empty()) own_.family = full_.family;
    if (own_.suffix.empty()) own_.suffix = full_.suffix;
  }
  if (!own_.suffix.empty()) put(RecordPart::suffix, own_.suffix);
  if (layout_.columns[static_cast<std::size_t>(RecordPart::given)] == 0) return;
  put_name(own_);
  for (std::size_t index = 0; index < other_count_; ++index) {
    split_name(other_names_[index]);
    put_name(full_);
  }
}

void RecordReader::put_name(const Name& name) {
  const auto used = used_[static_cast<std::size_t>(RecordPart::given)]++;
  std::string_view given = name.given;
  const auto first = take_word(given);
  if (const auto last = given.substr(given.rfind(' ') + 1);
      last == "i" || is_one_of(last, suffixes)) {
    put(RecordPart::suffix, last);
    given.remove_suffix(std::min(given.size(), last.size() + 1));
  }
  std::string middle(given);
  if (!name.middle.empty()) middle += (middle.empty() ? "" : " ") + name.middle;
  std::string family;
  std::string_view rest = name.family;
  while (!rest.empty()) {
    const auto word = take_word(rest);
    if (is_one_of(word, suffixes) && !family.empty())
      put(RecordPart::suffix, word);
    else
      family += word;
  }
  put_at(RecordPart::given, used, first);
  put_at(RecordPart::middle, used, middle);
  put_at(RecordPart::family, used, family);
}

void RecordReader::put(RecordPart part, std::string_view text) {
  const auto index = static_cast<std::size_t>(part);
  const auto slot = is_single(part) ? std::size_t{0} : std::size_t{used_[index]};
  if (text.empty()) return;
  used_[index] = static_cast<std::uint8_t>(used_[index] + 1);
  put_at(part, slot, text);
}

void RecordReader::put_at(RecordPart part, std::size_t slot, std::string_view text) {
  const auto index = static_cast<std::size_t>(part);
  if (slot >= layout_.columns[index] || text.empty()) return;
  if (part == RecordPart::suffix) text = short_suffix(text);
  auto& cell = cells_[first_[index] + slot];
  if (cell == 0) cell = intern(text);
}

model::ValueId RecordReader::intern(std::string_view text) {
  const auto hash = model::hash_of(text);
  auto& place = remembered_[hash % remembered_count];
  if (place.hash != hash || place.value == 0)
    place = {hash, values_.intern(text, hash, fill_name_traits)};
  return place.value;
}

}  // namespace normalise
