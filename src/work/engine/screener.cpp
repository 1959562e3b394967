#include "work/engine/screener.h"

#include <algorithm>

#include <fmt/format.h>

#include "ground/model/value_pool.h"
#include "steps/normalise/record_words.h"

namespace engine {
namespace {

using model::ScreenField;
using model::ScreenLevel;
using normalise::ScreenRow;
using normalise::WordRole;
using normalise::Writing;
using resolve::ScreenLikeness;

constexpr std::size_t remembered_employers = std::size_t{1} << 12U;
constexpr float good_company_bits = 8;

std::size_t place_of(ScreenField field) {
  return static_cast<std::size_t>(field);
}

bool is_better(const ScreenLikeness& one, const ScreenLikeness& other) {
  return other.level == ScreenLevel::silent || one.bits > other.bits;
}

/// The best agreement of any of the values on both sides; silent where a side has none.
template <class Watched, class Found, class Compare>
ScreenLikeness best_of(const Watched& watched, const Found& found, Compare compare) {
  ScreenLikeness best;
  for (const auto& one : watched)
    for (const auto& other : found)
      if (const ScreenLikeness likeness = compare(one, other); is_better(likeness, best))
        best = likeness;
  return best;
}

resolve::ScreenNameWord word_of(std::string_view text, std::uint32_t sound, std::uint32_t root,
                                Writing writing, WordRole role) {
  return {text,
          sound,
          root,
          writing == Writing::han,
          role != WordRole::family,
          role != WordRole::given};
}

std::string written_date(std::uint32_t digits) {
  if (digits % 10000 == 0) return fmt::format("{:04}", digits / 10000);
  if (digits % 100 == 0) return fmt::format("{:04}-{:02}", digits / 10000, digits / 100 % 100);
  return fmt::format("{:04}-{:02}-{:02}", digits / 10000, digits / 100 % 100, digits % 100);
}

/// The values that agree best, for a reader.
template <class Watched, class Found, class Compare>
std::pair<std::size_t, std::size_t> places_of_best(const Watched& watched, const Found& found,
                                                   Compare compare) {
  ScreenLikeness best;
  std::pair<std::size_t, std::size_t> places;
  for (std::size_t one = 0; one < watched.size(); ++one)
    for (std::size_t other = 0; other < found.size(); ++other)
      if (const ScreenLikeness likeness = compare(watched[one], found[other]);
          is_better(likeness, best))
        best = likeness, places = {one, other};
  return places;
}

}  // namespace

Screener::Screener(const WatchIndex& index, bool wants_names)
    : index_(index), wants_names_(wants_names), employers_(remembered_employers) {
  if (index.matcher() != nullptr) other_letters_.emplace(*index.matcher());
}

void Screener::add(std::uint64_t key, const Candidate& found) {
  for (const auto party : index_.keys().find(key)) {
    candidates_.push_back(found);
    candidates_.back().party = party;
  }
}

void Screener::find_candidates(const ScreenRow& row) {
  candidates_.clear();
  for (const auto& phone : row.phones)
    add(key_of(WatchKey::phone, phone.hash), {0, 0, true});
  for (const auto& email : row.emails)
    add(key_of(WatchKey::email, email.hash), {0, 0, true});
  for (const auto& account : row.accounts)
    add(key_of(WatchKey::account, account.hash), {0, 0, true});
  for (const auto birth : row.births)
    add(key_of(WatchKey::birth, birth), {0, 0, false});
  keys_.clear();
  for (const auto& name : row.names)
    add_name_keys(row, name, index_.han(), sounds_, keys_);
  for (const auto& key : keys_)
    add(key.key, {0, key.words, false});
  if (candidates_.size() > 1) join_candidates();
}

void Screener::join_candidates() {
  std::ranges::sort(candidates_, {}, &Candidate::party);
  std::size_t kept = 0;
  for (std::size_t at = 1; at < candidates_.size(); ++at) {
    auto& last = candidates_[kept];
    const auto& next = candidates_[at];
    if (last.party != next.party) {
      candidates_[++kept] = next;
      continue;
    }
    last.words |= next.words;
    last.has_contact = last.has_contact || next.has_contact;
  }
  candidates_.resize(kept + 1);
}

void Screener::screen(const ScreenRow& row, std::vector<ScreenedPair>& out) {
  find_candidates(row);
  details_.are_made = false;
  for (const auto& candidate : candidates_)
    judge(candidate, row, out);
}

const std::string& Screener::employer_words(std::string_view written) {
  const auto hash = model::hash_of(written);
  auto& remembered = employers_[hash % remembered_employers];
  if (remembered.hash != hash) remembered = {hash, comparable_employer(written)};
  return remembered.words;
}

void Screener::make_details(const ScreenRow& row) {
  if (details_.are_made) return;
  details_.are_made = true;
  details_.employers.clear();
  for (const auto employer : row.employers)
    if (const auto& words = employer_words(employer); !words.empty())
      details_.employers.push_back(words);
  details_.cities.clear();
  for (const auto city : row.cities)
    normalise::set_words(city, details_.cities.emplace_back());
  details_.postcodes.clear();
  for (const auto postcode : row.postcodes)
    normalise::set_code(postcode, details_.postcodes.emplace_back());
}

void Screener::compare_fields(const ComparableParty& party, const ScreenRow& row, ByField& out) {
  const auto compare_texts = [&](auto compare) {
    return [&row, compare](const std::string& watched, const ScreenRow::Text& found) {
      return compare(watched, row.text(found));
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
  make_details(row);
  out[place_of(ScreenField::employer)] =
      best_of(party.employers, details_.employers, resolve::compare_employers);
  const auto city = best_of(party.cities, details_.cities, resolve::compare_cities);
  const auto code = best_of(party.postcodes, details_.postcodes, resolve::compare_postcodes);
  // The city follows from the postcode, so only the better of the two counts.
  out[place_of(ScreenField::place)] = is_better(city, code) ? city : code;
}

resolve::ScreenNameLikeness Screener::compare_written(const WatchedName& watched,
                                                      const ScreenRow& row,
                                                      const ScreenRow::Name& found,
                                                      bool may_ask_matcher) {
  const auto words = row.words_of(found);
  const bool has_han =
      std::ranges::any_of(words, [](const auto& word) { return word.writing == Writing::han; });
  const auto writing = has_han ? Writing::han : words.front().writing;
  if (writing == watched.writing) {
    watched_words_.clear();
    for (const auto& word : watched.words)
      watched_words_.push_back(word_of(word.text, word.sound, word.root, writing, word.role));
    found_words_.clear();
    for (const auto& word : words) {
      const auto text = row.words.text(word);
      const auto& sound = sounds_.of(word.hash, text);
      found_words_.push_back(word_of(text, sound.sound, sound.root, writing, word.role));
    }
    return resolve::compare_screen_names(watched_words_, found_words_);
  }
  if (!may_ask_matcher || !other_letters_) return {};
  const float bits = other_letters_->bits(watched, row.written(found));
  return {resolve::likeness_of_sounds(bits), false};
}

Screener::BestName Screener::compare_names(std::uint32_t party, const ScreenRow& row,
                                           bool may_ask_matcher) {
  BestName best;
  const auto& names = index_.comparable(party).names;
  for (std::size_t one = 0; one < names.size(); ++one)
    for (std::size_t other = 0; other < row.names.size(); ++other) {
      const auto likeness = compare_written(names[one], row, row.names[other], may_ask_matcher);
      if (likeness.likeness.level == ScreenLevel::silent) continue;
      if (is_better(likeness.likeness, best.likeness.likeness)) best = {likeness, one, other};
    }
  return best;
}

void Screener::judge(const Candidate& candidate, const ScreenRow& row,
                     std::vector<ScreenedPair>& out) {
  ByField by_field{};
  compare_fields(index_.comparable(candidate.party), row, by_field);
  float most = 0;
  for (const auto& one : by_field)
    if (one.level > ScreenLevel::differs) most = std::max(most, one.bits);
  const bool has_whole_name = candidate.has_whole_name();
  if (most == 0 && !has_whole_name) return;
  // The matcher costs more than all the rest, so a part of a name must have good company.
  const bool may_ask_matcher = most == 0 ? wants_names_
                                         : candidate.has_contact || has_whole_name ||
                                               (candidate.words != 0 && most >= good_company_bits);
  const auto name = compare_names(candidate.party, row, may_ask_matcher);
  by_field[place_of(ScreenField::name)] = name.likeness.likeness;
  const auto sum = resolve::sum_up(by_field, name.likeness.is_kin);
  if (!sum.is_hit && !sum.is_name_only) return;
  out.push_back(
      {candidate.party, sum.bits, !sum.is_hit, evidence_of(candidate, row, by_field, name)});
}

std::vector<model::ScreenEvidence> Screener::evidence_of(const Candidate& candidate,
                                                         const ScreenRow& row,
                                                         const ByField& by_field,
                                                         const BestName& name) const {
  std::vector<model::ScreenEvidence> out;
  const auto& party = index_.comparable(candidate.party);
  const auto& watched = index_.parties()[candidate.party];
  for (std::size_t at = 0; at < by_field.size(); ++at) {
    if (by_field[at].level == ScreenLevel::silent) continue;
    model::ScreenEvidence one{static_cast<ScreenField>(at), by_field[at].level, by_field[at].bits,
                              "", ""};
    const auto say_text = [&](const std::vector<std::string>& texts,
                              const std::vector<ScreenRow::Text>& found, auto compare) {
      const auto [left, right] = places_of_best(
          texts, found, [&](const auto& a, const auto& b) { return compare(a, row.text(b)); });
      one.watched = texts[left];
      one.found = found[right].written;
    };
    switch (one.field) {
      case ScreenField::name:
        one.watched = party.names[name.watched].written;
        one.found = row.written(row.names[name.found]);
        break;
      case ScreenField::birth_date: {
        const auto [left, right] =
            places_of_best(party.births, row.births, resolve::compare_births);
        one.watched = written_date(party.births[left]);
        one.found = written_date(row.births[right]);
        break;
      }
      case ScreenField::phone:
        say_text(party.phones, row.phones, resolve::compare_phones);
        break;
      case ScreenField::email:
        say_text(party.emails, row.emails, resolve::compare_emails);
        break;
      case ScreenField::handle:
        say_text(party.accounts, row.accounts, resolve::compare_handles);
        break;
      case ScreenField::employer:
        one.watched = watched.employers.front();
        one.found = row.employers.front();
        break;
      case ScreenField::place:
        one.found = row.cities.empty() ? row.postcodes.front() : row.cities.front();
        one.watched = watched.cities.empty() ? watched.postcodes.front() : watched.cities.front();
        break;
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace engine
