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
          says_more(likeness, best))
        best = likeness, places = {one, other};
  return places;
}

}  // namespace

Screener::Screener(const WatchIndex& index, bool wants_names)
    : index_(index),
      wants_names_(wants_names),
      fields_(index),
      candidates_(index.parties().size()) {
  if (index.matcher() != nullptr) other_letters_.emplace(*index.matcher());
}

Screener::Candidate& Screener::candidate(std::uint32_t party) {
  auto& out = candidates_[party];
  if (out.row != row_) {
    out = {row_, 0, false, false};
    parties_.push_back(party);
  }
  return out;
}

template <class Note>
void Screener::add(std::uint64_t key, Note note) {
  for (const auto party : index_.keys().find(key))
    note(candidate(party));
}

void Screener::find_candidates(const ScreenRow& row) {
  if (++row_ == 0) {
    std::ranges::fill(candidates_, Candidate{});
    row_ = 1;
  }
  parties_.clear();
  const auto note_contact = [](Candidate& found) { found.has_contact = true; };
  for (const auto& phone : row.phones)
    add(key_of(WatchKey::phone, phone.hash), note_contact);
  for (const auto& email : row.emails)
    add(key_of(WatchKey::email, email.hash), note_contact);
  for (const auto& account : row.accounts)
    add(key_of(WatchKey::account, account.hash), note_contact);
  for (const auto birth : row.births)
    add(key_of(WatchKey::birth, birth), [](Candidate& found) { found.has_birth = true; });
  keys_.clear();
  for (const auto& name : row.names)
    add_name_keys(row, name, index_.han(), keys_);
  for (const auto& key : keys_)
    add(key.key, [&key](Candidate& found) { found.words |= key.words; });
}

void Screener::keep_likely() {
  std::erase_if(parties_, [this](std::uint32_t party) {
    const auto& found = candidates_[party];
    return !found.has_contact && !found.has_birth && !found.has_whole_name() &&
           !fields_.may_agree(party);
  });
  std::ranges::sort(parties_);
}

void Screener::screen(const ScreenRow& row, std::vector<ScreenedPair>& out) {
  find_candidates(row);
  if (parties_.empty()) return;
  fields_.start(row);
  keep_likely();
  for (const auto party : parties_)
    judge(party, row, out);
}

resolve::ScreenNameLikeness Screener::compare_written(const WatchedName& watched,
                                                      const ScreenRow& row,
                                                      const ScreenRow::Name& found,
                                                      std::optional<float> sounds_cutoff) {
  const auto words = row.words_of(found);
  const auto writing = writing_of(words);
  if (writing == watched.writing) {
    watched_words_.clear();
    for (const auto& word : watched.words)
      watched_words_.push_back(word_of(word.text, word.sound, word.root, writing, word.role));
    found_words_.clear();
    for (const auto& word : words) {
      const auto text = row.words.text(word);
      found_words_.push_back(
          word_of(text, sound_of(text).sound, root_hash(text), writing, word.role));
    }
    return resolve::compare_screen_names(watched_words_, found_words_);
  }
  if (!sounds_cutoff || !other_letters_) return {};
  const float bits = other_letters_->bits(watched, row.written(found), *sounds_cutoff);
  return {resolve::likeness_of_sounds(bits), false};
}

Screener::BestName Screener::compare_names(std::uint32_t party, const ScreenRow& row,
                                           std::optional<float> sounds_cutoff) {
  BestName best;
  const auto& names = index_.comparable(party).names;
  for (std::size_t one = 0; one < names.size(); ++one)
    for (std::size_t other = 0; other < row.names.size(); ++other) {
      const auto likeness = compare_written(names[one], row, row.names[other], sounds_cutoff);
      if (likeness.likeness.level == ScreenLevel::silent) continue;
      if (says_more(likeness.likeness, best.likeness.likeness)) best = {likeness, one, other};
    }
  return best;
}

void Screener::judge(std::uint32_t party, const ScreenRow& row, std::vector<ScreenedPair>& out) {
  const auto& candidate = candidates_[party];
  FieldComparer::ByField by_field{};
  fields_.compare(party, by_field);
  float most = 0, all = 0;
  for (const auto& one : by_field) {
    if (one.level > ScreenLevel::differs) most = std::max(most, one.bits);
    all += one.bits;
  }
  const bool has_whole_name = candidate.has_whole_name();
  if (most == 0 ? !has_whole_name : !resolve::may_be_hit(all)) return;
  // The matcher costs more than all the rest, so a part of a name must have good company.
  std::optional<float> sounds_cutoff;
  if (most == 0) {
    if (wants_names_) sounds_cutoff = resolve::sounds_cutoff_bits;
  } else if (candidate.has_contact || has_whole_name ||
             (candidate.words != 0 && most >= resolve::good_company_bits)) {
    sounds_cutoff = resolve::sounds_cutoff_for(all);
  }
  const auto name = compare_names(party, row, sounds_cutoff);
  by_field[place_of(ScreenField::name)] = name.likeness.likeness;
  const auto sum = resolve::sum_up(by_field, name.likeness.is_kin);
  if (!sum.is_hit && !sum.is_name_only) return;
  out.push_back({party, sum.bits, !sum.is_hit, evidence_of(party, row, by_field, name)});
}

std::vector<model::ScreenEvidence> Screener::evidence_of(std::uint32_t number, const ScreenRow& row,
                                                         const FieldComparer::ByField& by_field,
                                                         const BestName& name) const {
  std::vector<model::ScreenEvidence> out;
  const auto& party = index_.comparable(number);
  const auto& watched = index_.parties()[number];
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
