#include "steps/normalise/screen_row.h"

#include <algorithm>
#include <array>

#include "ground/model/value_pool.h"
#include "steps/normalise/letters.h"
#include "steps/normalise/record_date.h"
#include "steps/normalise/record_words.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

using model::RecordField;

constexpr std::size_t of_a_kind_max = 16, account_letters_min = 4, phone_digits_min = 7;

std::string_view trimmed_cell(std::string_view value) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t'))
    value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\t'))
    value.remove_suffix(1);
  return value;
}

/// Signs that part the values of a cell.
class Signs {
 public:
  consteval explicit Signs(std::string_view signs) {
    for (const char sign : signs)
      is_sign_[static_cast<unsigned char>(sign)] = true;
  }
  /// Where the first of them stands, else size(). Cells are too short for a search of each.
  [[nodiscard]] std::size_t first_in(std::string_view cell) const {
    const auto found = std::ranges::find_if(
        cell, [this](char letter) { return is_sign_[static_cast<unsigned char>(letter)]; });
    return static_cast<std::size_t>(found - cell.begin());
  }

 private:
  std::array<bool, 256> is_sign_{};
};
constexpr Signs phone_signs("/,;\n"), short_phone_signs("/,;"), mailbox_signs(",; "),
    account_signs(";,\n"), name_signs(";\n");

/// Calls use(piece) for what stands between any of the signs.
template <class Use>
void each_piece(std::string_view cell, const Signs& signs, Use use) {
  while (!cell.empty()) {
    const auto end = signs.first_in(cell);
    if (const auto piece = trimmed_cell(cell.substr(0, end)); !piece.empty()) use(piece);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

void put(std::string_view text, std::string_view written, std::string& letters,
         std::vector<ScreenRow::Text>& into) {
  if (text.empty() || into.size() >= of_a_kind_max) return;
  const auto hash = model::hash_of(text);
  if (std::ranges::find(into, hash, &ScreenRow::Text::hash) != into.end()) return;
  into.push_back({static_cast<std::uint32_t>(letters.size()),
                  static_cast<std::uint32_t>(text.size()), hash, written});
  letters += text;
}

void add_phone(std::string_view written, ScreenRow& out) {
  thread_local std::string digits;
  set_phone(written, digits);
  // Japan's country code without its plus sign, as cards have it.
  if (digits.size() >= 11 && digits.size() <= 12 && digits.starts_with("81")) {
    digits.erase(0, 2);
    if (digits.starts_with('0')) digits.erase(0, 1);
  }
  if (digits.size() < phone_digits_min || digits.size() > 15 || is_stand_in(digits)) return;
  put(digits, written, out.letters, out.phones);
}

void add_phones(std::string_view cell, ScreenRow& out) {
  // A short cell of several lines is one number that was wrapped.
  const auto& signs = cell.size() <= 20 ? short_phone_signs : phone_signs;
  each_piece(cell, signs, [&](std::string_view piece) { add_phone(piece, out); });
}

std::size_t add_name(std::string_view cell, WordRole role, const HanTable& han, ScreenRow& out) {
  const auto before = out.words.words.size();
  add_screen_words(cell, role, han, out.words);
  return out.words.words.size() - before;
}

void add_full_name(std::string_view cell, const HanTable& han, ScreenRow& out) {
  cell = trimmed_cell(cell);
  if (cell.empty() || out.names.size() >= of_a_kind_max) return;
  const auto first = static_cast<std::uint32_t>(out.words.words.size());
  // "Petrov, Ivan": the family name stands before the comma.
  const auto comma = cell.find(',');
  auto count = comma == cell.npos ? add_name(cell, WordRole::any, han, out)
                                  : add_name(cell.substr(0, comma), WordRole::family, han, out) +
                                        add_name(cell.substr(comma + 1), WordRole::given, han, out);
  if (count > 0) out.names.push_back({first, static_cast<std::uint32_t>(count), {cell}});
}

/// `Ivan Petrov <ivan@example.com>`, or the address alone.
void add_mailbox(std::string_view piece, const HanTable& han, ScreenRow& out) {
  const auto open = piece.find('<');
  auto address = piece;
  if (open != piece.npos) {
    auto name = trimmed_cell(piece.substr(0, open));
    while (!name.empty() && (name.front() == '"' || name.front() == '\''))
      name.remove_prefix(1);
    while (!name.empty() && (name.back() == '"' || name.back() == '\''))
      name.remove_suffix(1);
    add_full_name(name, han, out);
    address = piece.substr(open + 1, std::min(piece.find('>', open), piece.size()) - open - 1);
  }
  thread_local std::string letters;
  set_email(address, letters);
  if (letters.ends_with("@gmail.com") || letters.ends_with("@googlemail.com")) {
    const auto at = letters.find('@');
    auto box = letters.substr(0, at);
    std::erase(box, '.');
    letters = box + "@gmail.com";
  }
  put(letters, address, out.letters, out.emails);
}

/// Commas part addresses, but not within "Petrov, Ivan" <...>.
void add_mailboxes(std::string_view cell, const HanTable& han, ScreenRow& out) {
  if (cell.find('@') == cell.npos) return;
  if (cell.find('<') == cell.npos) {
    each_piece(cell, mailbox_signs, [&](std::string_view piece) { add_mailbox(piece, han, out); });
    return;
  }
  while (!cell.empty()) {
    const auto end = std::min(cell.find('>'), cell.size() - 1);
    auto piece = trimmed_cell(cell.substr(0, end + 1));
    while (!piece.empty() && (piece.front() == ',' || piece.front() == ';' || piece.front() == ' '))
      piece.remove_prefix(1);
    if (piece.find('@') != piece.npos) add_mailbox(piece, han, out);
    cell.remove_prefix(end + 1);
  }
}

/// "LINE: lin_study-88", "@lin_study88", "https://t.me/lin_study88" -> "linstudy88".
void add_account(std::string_view piece, ScreenRow& out) {
  const auto written = piece;
  piece = piece.substr(0, piece.find_first_of("?#"));
  while (piece.ends_with('/'))
    piece.remove_suffix(1);
  if (const auto cut = piece.find_last_of("/:@ "); cut != piece.npos) piece.remove_prefix(cut + 1);
  thread_local std::string letters;
  set_code(piece, letters);
  if (letters.size() < account_letters_min) return;
  if (std::ranges::all_of(letters, is_digit)) return add_phone(written, out);
  put(letters, written, out.letters, out.accounts);
}

void add_accounts(std::string_view cell, ScreenRow& out) {
  each_piece(cell, account_signs, [&](std::string_view piece) { add_account(piece, out); });
}

void add_birth(std::string_view cell, ScreenRow& out) {
  const auto date = record_date_of(cell);
  if (date.digits < 10000 || out.births.size() + 1 >= of_a_kind_max) return;
  out.births.push_back(date.digits);
  if (date.order == RecordDate::Order::open)
    if (const auto other = with_day_and_month_exchanged(date.digits); other != date.digits)
      out.births.push_back(other);
}

/// A column that nobody knows: what is an address or a number for sure.
void add_unknown(std::string_view cell, const HanTable& han, ScreenRow& out) {
  if (cell.find('@') != cell.npos) return add_mailboxes(cell, han, out);
  if (cell.size() < 10 || cell.size() > 20 || (cell.front() != '+' && cell.front() != '0')) return;
  const auto is_of_number = [](char c) {
    return is_digit(c) || c == '+' || c == '-' || c == ' ' || c == '(' || c == ')';
  };
  if (std::ranges::all_of(cell, is_of_number)) add_phone(cell, out);
}

/// Columns of one name that stand apart.
struct NameCells {
  std::string_view given, middle, family, year, month, day;
};

void add_parted_name(const NameCells& cells, const HanTable& han, ScreenRow& out) {
  if (cells.given.empty() && cells.family.empty()) return;
  const auto first = static_cast<std::uint32_t>(out.words.words.size());
  auto count = add_name(cells.given, WordRole::given, han, out);
  count += add_name(cells.middle, WordRole::any, han, out);
  count += add_name(cells.family, WordRole::family, han, out);
  if (count > 0)
    out.names.push_back(
        {first, static_cast<std::uint32_t>(count), {cells.given, cells.middle, cells.family}});
}

void add_parted_birth(const NameCells& cells, ScreenRow& out) {
  if (cells.year.empty()) return;
  std::string date(cells.year);
  if (!cells.month.empty()) date += '-' + std::string(cells.month);
  if (!cells.month.empty() && !cells.day.empty()) date += '-' + std::string(cells.day);
  add_birth(date, out);
}

}  // namespace

std::string ScreenRow::written(const Name& name) const {
  const auto& [given, middle, family] = name.parts;
  if (middle.empty() && family.empty()) return std::string(given);
  // Kanji and kana put the family name first.
  const bool is_eastern = words_of(name).front().writing == Writing::han ||
                          words_of(name).front().writing == Writing::kana;
  std::string out;
  for (const auto part :
       is_eastern ? std::array{family, given, middle} : std::array{given, middle, family})
    if (!part.empty()) out += (out.empty() ? "" : " ") + std::string(part);
  return out;
}

void ScreenRow::clear() {
  words.clear();
  names.clear();
  letters.clear();
  phones.clear();
  emails.clear();
  accounts.clear();
  births.clear();
  employers.clear();
  cities.clear();
  postcodes.clear();
}

void add_screen_field(RecordField field, std::string_view value, const HanTable& han,
                      ScreenRow& out) {
  value = trimmed_cell(value);
  if (value.empty()) return;
  switch (field) {
    case RecordField::full_name:
    case RecordField::other_name:
      each_piece(value, name_signs,
                 [&](std::string_view piece) { add_full_name(piece, han, out); });
      return;
    case RecordField::birth_date:
    case RecordField::birth_year:
      return add_birth(value, out);
    case RecordField::phone:
      return add_phones(value, out);
    case RecordField::email:
      return add_mailboxes(value, han, out);
    case RecordField::handle:
      return add_accounts(value, out);
    case RecordField::organisation:
    case RecordField::employer:
      out.employers.push_back(value);
      return;
    case RecordField::city:
      out.cities.push_back(value);
      return;
    case RecordField::postcode:
      out.postcodes.push_back(value);
      return;
    case RecordField::text:
      return add_unknown(value, han, out);
    case RecordField::id:
    case RecordField::ignored:
    case RecordField::given_name:
    case RecordField::middle_name:
    case RecordField::family_name:
    case RecordField::suffix:
    case RecordField::birth_month:
    case RecordField::birth_day:
    case RecordField::identifier:
    case RecordField::street_number:
    case RecordField::address:
    case RecordField::region:
    case RecordField::gender:
      return;
  }
}

ScreenReader::ScreenReader(std::span<const RecordField> fields, const HanTable& han)
    : fields_(fields.begin(), fields.end()),
      has_parts_(std::ranges::find(fields, RecordField::birth_month) != fields.end()),
      han_(han) {}

void ScreenReader::read(std::span<const std::string_view> row, ScreenRow& out) {
  out.clear();
  NameCells cells;
  for (std::size_t column = 0; column < fields_.size(); ++column) {
    const auto field = fields_[column];
    if (row[column].empty() || field == RecordField::ignored) continue;
    if (field == RecordField::given_name)
      cells.given = trimmed_cell(row[column]);
    else if (field == RecordField::middle_name)
      cells.middle = trimmed_cell(row[column]);
    else if (field == RecordField::family_name)
      cells.family = trimmed_cell(row[column]);
    else if (has_parts_ && field == RecordField::birth_year)
      cells.year = trimmed_cell(row[column]);
    else if (field == RecordField::birth_month)
      cells.month = trimmed_cell(row[column]);
    else if (field == RecordField::birth_day)
      cells.day = trimmed_cell(row[column]);
    else
      add_screen_field(field, row[column], han_, out);
  }
  add_parted_name(cells, han_, out);
  if (has_parts_) add_parted_birth(cells, out);
}

}  // namespace normalise
