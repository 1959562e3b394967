#include "work/engine/field_comparer.h"

#include <algorithm>

#include "ground/model/value_pool.h"
#include "steps/normalise/record_words.h"

namespace engine {
namespace {

using model::ScreenField;
using normalise::ScreenRow;
using resolve::ScreenLikeness;

constexpr std::size_t remembered_fields = std::size_t{1} << 12U;

/// The best agreement of any of the values on both sides; silent where a side has none.
template <class Watched, class Found, class Compare>
ScreenLikeness best_of(const Watched& watched, const Found& found, Compare compare) {
  ScreenLikeness best;
  for (const auto& one : watched)
    for (const auto& other : found)
      if (const ScreenLikeness likeness = compare(one, other); says_more(likeness, best))
        best = likeness;
  return best;
}

void fold_employer(std::string_view written, std::string& out) {
  out = comparable_employer(written);
}

}  // namespace

normalise::Writing writing_of(std::span<const normalise::ScreenWord> words) {
  using normalise::Writing;
  const bool has_han =
      std::ranges::any_of(words, [](const auto& word) { return word.writing == Writing::han; });
  return has_han ? Writing::han : words.front().writing;
}

FieldComparer::FieldComparer(const WatchIndex& index)
    : index_(index),
      known_employers_(remembered_fields),
      known_cities_(remembered_fields),
      known_postcodes_(remembered_fields) {}

void FieldComparer::start(const ScreenRow& row) {
  row_ = &row;
  has_details_ = false;
  has_sketches_ = false;
}

void FieldComparer::fold_all(std::span<const std::string_view> written, std::vector<Folded>& known,
                             Fold fold, Values& out) const {
  out.count = 0;
  for (const auto field : written) {
    const auto hash = model::hash_of(field);
    auto& folded = known[hash % known.size()];
    if (folded.hash != hash) {
      fold(field, folded.words);
      folded.hash = hash;
    }
    if (out.rooms.size() == out.count) out.rooms.emplace_back();
    out.rooms[out.count++] = folded.words;
  }
}

void FieldComparer::make_details() {
  if (has_details_) return;
  has_details_ = true;
  fold_all(row_->employers, known_employers_, fold_employer, employers_);
  const auto kept =
      std::remove(employers_.rooms.begin(),
                  employers_.rooms.begin() + static_cast<std::ptrdiff_t>(employers_.count), "");
  employers_.count = static_cast<std::size_t>(kept - employers_.rooms.begin());
  fold_all(row_->cities, known_cities_, normalise::set_words, cities_);
  fold_all(row_->postcodes, known_postcodes_, normalise::set_code, postcodes_);
}

void FieldComparer::make_sketches() {
  if (has_sketches_) return;
  has_sketches_ = true;
  make_details();
  sketches_.clear();
  for (const auto birth : row_->births)
    sketches_.births.push_back(packed_digits(birth));
  for (const auto& phone : row_->phones)
    sketches_.add(SketchedField::phone, row_->text(phone));
  for (const auto& email : row_->emails)
    sketches_.add(SketchedField::email, row_->text(email));
  for (const auto& account : row_->accounts)
    sketches_.add(SketchedField::account, row_->text(account));
  for (const auto& city : cities_.all())
    sketches_.add(SketchedField::city, city);
  for (const auto& postcode : postcodes_.all())
    sketches_.add(SketchedField::postcode, postcode);
  writings_ = 0;
  for (const auto& name : row_->names)
    writings_ |= bit_of(writing_of(row_->words_of(name)));
}

bool FieldComparer::has_good_employer(std::uint32_t party) const {
  for (const auto& watched : index_.comparable(party).employers)
    for (const auto& found : employers_.all())
      if (resolve::employer_bits_most(watched, found) >= resolve::good_company_bits) return true;
  return false;
}

bool FieldComparer::may_agree(std::uint32_t party) {
  make_sketches();
  if (index_.sketches().may_agree(party, sketches_)) return true;
  if (employers_.count == 0) return false;
  const auto& comparable = index_.comparable(party);
  if (comparable.employers.empty()) return false;
  return (comparable.writings & writings_) != 0 || has_good_employer(party);
}

void FieldComparer::compare(std::uint32_t number, ByField& out) {
  const auto& party = index_.comparable(number);
  const auto& row = *row_;
  const auto compare_texts = [&](auto by) {
    return [&row, by](const std::string& watched, const ScreenRow::Text& found) {
      return by(watched, row.text(found));
    };
  };
  out[place_of(ScreenField::birth_date)] =
      best_of(party.births, row.births, resolve::compare_births);
  out[place_of(ScreenField::phone)] =
      best_of(party.phones, row.phones, compare_texts(resolve::compare_phones));
  out[place_of(ScreenField::email)] =
      best_of(party.emails, row.emails, compare_texts(resolve::compare_emails));
  out[place_of(ScreenField::handle)] =
      best_of(party.accounts, row.accounts, compare_texts(resolve::compare_handles));
  if (party.employers.empty() && party.cities.empty() && party.postcodes.empty()) return;
  make_details();
  out[place_of(ScreenField::employer)] =
      best_of(party.employers, employers_.all(), resolve::compare_employers);
  const auto city = best_of(party.cities, cities_.all(), resolve::compare_cities);
  const auto code = best_of(party.postcodes, postcodes_.all(), resolve::compare_postcodes);
  // The city follows from the postcode, so only the better of the two counts.
  out[place_of(ScreenField::place)] = says_more(city, code) ? city : code;
}

}  // namespace engine
