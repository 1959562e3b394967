#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "work/engine/link_records.h"
#include "work/engine/load_records.h"

/// What must hold for every table; the people in them are invented.
namespace engine {
namespace {

using Rows = std::vector<std::string>;

constexpr auto header = "id,given_name,surname,dob,phone,email,city\n";

std::string one_of(const std::vector<std::string>& pool) {
  return *rc::gen::elementOf(pool);
}

/// Few values, so that rows agree, nearly agree and contradict each other all the time.
Rows any_rows() {
  Rows rows;
  const auto count = *rc::gen::inRange(2, 40);
  for (int id = 1; id <= count; ++id)
    rows.push_back(
        std::to_string(id) + ',' + one_of({"", "Anna", "Ana", "Boris", "Clara", "Dmitri"}) + ',' +
        one_of({"", "Bergmann", "Bergman", "Dornfeld", "Lindauer", "Lindauer Jr"}) + ',' +
        one_of({"", "1970-01-02", "1970-02-01", "1970-01-03", "1988-09-14"}) + ',' +
        one_of({"", "09011112222", "+81 90-1111-2222", "09011112223", "09033334444"}) + ',' +
        one_of({"", "a@mail.example", "a@post.example", "b@mail.example"}) + ',' +
        one_of({"", "Townx", "Towny"}) + '\n');
  return rows;
}

std::string file_of(Rows::const_iterator from, Rows::const_iterator to) {
  std::string text = header;
  for (; from != to; ++from)
    text += *from;
  return text;
}

LoadedRecords loaded_from(const std::vector<std::string>& texts, std::size_t workers) {
  std::vector<RecordFile> files;
  for (const auto& text : texts)
    files.push_back({"people.csv", std::make_unique<std::istringstream>(text)});
  return load_records(files, {.workers = workers, .skips_bad_rows = false, .schema = {}}).value();
}

/// id -> smallest id of its party.
std::map<std::string, std::string> parties(const std::vector<std::string>& texts,
                                           std::size_t workers) {
  const auto loaded = loaded_from(texts, workers);
  const auto linked = link_records(loaded.table, workers);
  std::map<std::string, std::string> found;
  for (std::size_t row = 0; row < loaded.table.size(); ++row)
    found[std::string(loaded.table.ids[row])] = loaded.table.ids[linked.firsts[row]];
  return found;
}

template <class Values>
void mix(Values& values) {
  for (auto at = values.size(); at > 1; --at)
    std::swap(values[at - 1], values[*rc::gen::inRange<std::size_t>(0, at)]);
}

RC_GTEST_PROP(link_records_property, order_of_rows_parts_of_files_and_workers_change_nothing, ()) {
  auto rows = any_rows();
  const auto one = parties({file_of(rows.begin(), rows.end())}, 1);
  mix(rows);
  const auto cut = rows.begin() + *rc::gen::inRange<std::ptrdiff_t>(1, std::ssize(rows));
  const auto workers = *rc::gen::inRange<std::size_t>(1, 4);
  RC_ASSERT(parties({file_of(rows.begin(), cut), file_of(cut, rows.end())}, workers) == one);
}

RC_GTEST_PROP(link_records_property, order_of_links_does_not_change_the_clusters, ()) {
  const auto rows = any_rows();
  const auto loaded = loaded_from({file_of(rows.begin(), rows.end())}, 1);
  const auto linked = link_records(loaded.table, 1, nullptr, -3.0F);
  auto links = linked.pairs;
  const auto clusters = resolve::cluster_records(*linked.comparer, linked.model, links);
  mix(links);
  RC_ASSERT(resolve::cluster_records(*linked.comparer, linked.model, links) == clusters);
  RC_ASSERT(clusters == linked.firsts);
}

RC_GTEST_PROP(link_records_property, a_party_is_known_by_its_first_row, ()) {
  const auto rows = any_rows();
  const auto loaded = loaded_from({file_of(rows.begin(), rows.end())}, 1);
  const auto firsts = link_records(loaded.table, 1).firsts;
  for (std::size_t row = 0; row < firsts.size(); ++row) {
    RC_ASSERT(firsts[row] <= row);
    RC_ASSERT(firsts[firsts[row]] == firsts[row]);
  }
}

RC_GTEST_PROP(link_records_property, which_record_comes_first_changes_no_weight, ()) {
  const auto rows = any_rows();
  const auto loaded = loaded_from({file_of(rows.begin(), rows.end())}, 1);
  const auto linked = link_records(loaded.table, 1);
  for (std::size_t left = 0; left < rows.size(); ++left)
    for (std::size_t right = left + 1; right < rows.size(); ++right) {
      const auto straight = linked.model.judge(linked.comparer->compare(left, right));
      const auto turned = linked.model.judge(linked.comparer->compare(right, left));
      RC_ASSERT(straight.bits == turned.bits);
    }
}

RC_GTEST_PROP(link_records_property, being_more_alike_in_one_aspect_never_speaks_against, ()) {
  const auto rows = any_rows();
  const auto loaded = loaded_from({file_of(rows.begin(), rows.end())}, 1);
  const auto linked = link_records(loaded.table, 1);
  const auto left = *rc::gen::inRange<std::size_t>(0, rows.size() - 1);
  const auto right = *rc::gen::inRange<std::size_t>(left + 1, rows.size());
  const auto comparison = linked.comparer->compare(left, right);
  for (const auto aspect : linked.comparer->aspects()) {
    const auto place = 3U * static_cast<unsigned>(aspect);
    auto before = -1e9F;
    for (std::uint64_t level = 1; level <= resolve::top_level(aspect); ++level) {
      auto other = comparison;
      other.pattern = (comparison.pattern & ~(std::uint64_t{7} << place)) | level << place;
      const auto bits = linked.model.judge(other).bits;
      RC_ASSERT(bits >= before - 1e-3F);
      before = bits;
    }
  }
}

}  // namespace
}  // namespace engine
