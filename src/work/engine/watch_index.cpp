#include "work/engine/watch_index.h"

#include <algorithm>

#include "ground/model/value_pool.h"
#include "steps/normalise/name.h"
#include "steps/normalise/online.h"
#include "steps/normalise/record_words.h"

namespace engine {
namespace {

using model::RecordField;
using normalise::ScreenRow;

std::vector<std::string> texts_of(const std::vector<ScreenRow::Text>& texts, const ScreenRow& row) {
  std::vector<std::string> out;
  for (const auto& text : texts)
    out.emplace_back(row.text(text));
  return out;
}

std::vector<std::string> words_of(const std::vector<std::string>& fields) {
  std::vector<std::string> out;
  for (const auto& field : fields) {
    auto& words = out.emplace_back();
    normalise::set_words(field, words);
    if (words.empty()) out.pop_back();
  }
  return out;
}

std::vector<std::string> codes_of(const std::vector<std::string>& fields) {
  std::vector<std::string> out;
  for (const auto& field : fields) {
    auto& code = out.emplace_back();
    normalise::set_code(field, code);
    if (code.empty()) out.pop_back();
  }
  return out;
}

WatchedName name_of(const ScreenRow& row, const ScreenRow::Name& name) {
  WatchedName out;
  out.written = row.written(name);
  for (const auto& word : row.words_of(name)) {
    const auto text = row.words.text(word);
    out.words.push_back({std::string(text), sound_of(text).sound, root_hash(text), word.role});
    if (word.writing == normalise::Writing::han || out.words.size() == 1)
      out.writing = word.writing;
  }
  return out;
}

FieldSketches sketches_of(const ComparableParty& party) {
  FieldSketches out;
  for (const auto birth : party.births)
    out.births.push_back(packed_digits(birth));
  const auto add = [&out](SketchedField field, const std::vector<std::string>& texts) {
    for (const auto& text : texts)
      out.add(field, text);
  };
  add(SketchedField::phone, party.phones);
  add(SketchedField::email, party.emails);
  add(SketchedField::account, party.accounts);
  add(SketchedField::city, party.cities);
  add(SketchedField::postcode, party.postcodes);
  return out;
}

void add_fields(const std::vector<std::string>& values, RecordField field,
                const normalise::HanTable& han, ScreenRow& row) {
  for (const auto& value : values)
    normalise::add_screen_field(field, value, han, row);
}

ScreenRow row_of(const model::WatchedParty& party, const normalise::HanTable& han) {
  ScreenRow row;
  add_fields(party.names, RecordField::full_name, han, row);
  add_fields(party.births, RecordField::birth_date, han, row);
  add_fields(party.phones, RecordField::phone, han, row);
  add_fields(party.emails, RecordField::email, han, row);
  add_fields(party.handles, RecordField::handle, han, row);
  for (const auto& written : party.urls)
    if (const auto url = normalise::url_of(written))
      if (const auto account = normalise::handle_of_url(*url))
        normalise::add_screen_field(RecordField::handle, *account, han, row);
  return row;
}

}  // namespace

std::string comparable_employer(std::string_view written) {
  std::string words;
  normalise::set_words(normalise::employer_of(written), words);
  return words;
}

WatchIndex::WatchIndex(std::vector<model::WatchedParty> parties, const ScreenKnowledge& knowledge)
    : knowledge_(knowledge),
      parties_(std::move(parties)),
      comparable_(parties_.size()),
      han_(std::make_unique<normalise::HanTable>(knowledge.unihan)) {
  for (std::uint32_t number = 0; number < parties_.size(); ++number)
    add_party(number);
  if (knowledge_.jmnedict != nullptr) add_forms(std::move(readings_));
  readings_ = {};
  keys_.settle();
}

void WatchIndex::add_party(std::uint32_t number) {
  const auto& party = parties_[number];
  const auto row = row_of(party, *han_);
  auto& out = comparable_[number];
  for (const auto& name : row.names) {
    out.names.push_back(name_of(row, name));
    out.writings |= bit_of(out.names.back().writing);
    auto keys = watched_name_keys(row, name, *han_, knowledge_.jmnedict);
    for (const auto key : keys.keys)
      keys_.add(key, number);
    for (auto& reading : keys.readings)
      readings_.emplace_back(std::move(reading), number);
  }
  out.births = row.births;
  out.phones = texts_of(row.phones, row);
  out.emails = texts_of(row.emails, row);
  out.accounts = texts_of(row.accounts, row);
  for (const auto& employer : party.employers)
    if (auto words = comparable_employer(employer); !words.empty())
      out.employers.push_back(std::move(words));
  out.cities = words_of(party.cities);
  out.postcodes = codes_of(party.postcodes);
  sketches_.add(sketches_of(out));
  for (const auto& phone : row.phones)
    keys_.add(key_of(WatchKey::phone, phone.hash), number);
  for (const auto& email : row.emails)
    keys_.add(key_of(WatchKey::email, email.hash), number);
  for (const auto& account : row.accounts)
    keys_.add(key_of(WatchKey::account, account.hash), number);
  for (const auto birth : row.births)
    keys_.add(key_of(WatchKey::birth, birth), number);
}

/// Kanji that may be read like a watched word: the whole dictionary is gone through once, so that a
/// row costs one look and no reading.
void WatchIndex::add_forms(std::vector<std::pair<std::string, std::uint32_t>> readings) {
  constexpr std::size_t readings_max = 12;
  std::ranges::sort(readings);
  const auto twins = std::ranges::unique(readings);
  readings.erase(twins.begin(), twins.end());
  KeyTable parties_by_reading;
  for (const auto& [reading, party] : readings)
    parties_by_reading.add(model::hash_of(reading), party);
  parties_by_reading.settle();
  normalise::ScreenWords words;
  for (const std::string_view section : {"surname", "given"})
    for (std::size_t place = 0; place < knowledge_.jmnedict->count(section); ++place) {
      const auto [kanji, list] = knowledge_.jmnedict->entry(section, place);
      for (const auto& reading : normalise::latin_readings(list, readings_max)) {
        const auto found = parties_by_reading.find(model::hash_of(normalise::kana_like(reading)));
        if (found.empty()) continue;
        words.clear();
        normalise::add_screen_words(kanji, normalise::WordRole::any, *han_, words);
        if (words.words.size() != 1) continue;
        for (const auto party : found)
          keys_.add(key_of(WatchKey::form, words.words.front().hash), party);
      }
    }
}

}  // namespace engine
