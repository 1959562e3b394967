#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/codec/json_value.h"
#include "edges/codec/report_json.h"

namespace codec {
namespace {

const std::filesystem::path corpus =
    std::filesystem::path(KIZUKI_SOURCE_DIR) / "tests" / "corpus" / "report";
const base::UtcTime received_at = *base::parse_utc("2026-11-21T03:10:00Z");

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Stem -> text of all files of a folder.
std::map<std::string, std::string> files_of(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(corpus / folder))
    files[entry.path().stem().string()] = content(entry.path());
  return files;
}

/// Stem -> pointer of the first issue, from expected.tsv.
std::map<std::string, std::string> expected_pointers() {
  std::istringstream lines(content(corpus / "expected.tsv"));
  std::map<std::string, std::string> pointers;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const auto first = line.find('\t');
    pointers[line.substr(0, first)] =
        line.substr(first + 1, line.find('\t', first + 1) - first - 1);
  }
  return pointers;
}

TEST(report_corpus, every_valid_report_is_accepted_and_survives_its_canonical_text) {
  const auto files = files_of("valid");
  EXPECT_GE(files.size(), 12U);
  for (const auto& [name, json] : files) {
    const auto first = parse_report(json, received_at);
    ASSERT_TRUE(first) << name << ": " << first.error().text();
    const auto canonical = encode_report(first->report);
    const auto second = parse_report(canonical, received_at);
    ASSERT_TRUE(second) << name << ": " << second.error().text();
    EXPECT_EQ(second->report, first->report) << name;
    EXPECT_EQ(encode_report(second->report), canonical) << name;
  }
}

TEST(report_corpus, every_invalid_report_is_refused_at_the_place_that_is_wrong) {
  const auto expected = expected_pointers();
  for (const auto& [name, json] : files_of("invalid")) {
    const auto submission = parse_report(json, received_at);
    ASSERT_TRUE(expected.contains(name)) << name << " is missing in expected.tsv";
    if (submission)
      ADD_FAILURE() << name << " was accepted";
    else
      EXPECT_EQ(submission.error().issues[0].pointer, expected.at(name))
          << name << ": " << submission.error().text();
  }
}

TEST(report_corpus, has_a_file_for_every_expectation) {
  const auto files = files_of("invalid");
  EXPECT_GE(files.size(), 40U);
  for (const auto& [name, pointer] : expected_pointers())
    EXPECT_TRUE(files.contains(name)) << name;
}

/// The member, or the value itself where there is none.
const Value& member(const Value& value, std::string_view name) {
  const auto found = std::ranges::find(value.children, name, &Value::name);
  return found == value.children.end() ? value : *found;
}

/// The words under "enum" of a property, or of the items of a list.
template <class Enum>
void expect_same_words(const Value& properties, std::string_view property) {
  std::vector<std::string> published, ours;
  const auto& words = member(member(member(properties, property), "items"), "enum");
  for (const auto& word : words.children)
    published.push_back(word.text);
  for (const auto word : vocabulary(Enum{}).words)
    if (!word.empty()) ours.emplace_back(word);
  EXPECT_EQ(published, ours) << property;
}

TEST(report_corpus, the_schema_publishes_the_words_that_the_decoder_takes) {
  Value schema;
  Issues issues;
  const auto json =
      content(std::filesystem::path(KIZUKI_SOURCE_DIR) / "docs/schemas/report-1.schema.json");
  ASSERT_TRUE(parse_json(json, {}, schema, issues));
  const auto& definitions = member(schema, "$defs");
  const auto properties = [&](std::string_view name) -> const Value& {
    return member(member(definitions, name), "properties");
  };
  expect_same_words<model::HowLearned>(member(schema, "properties"), "how_learned");
  expect_same_words<model::LegalBasis>(member(schema, "properties"), "legal_basis");
  expect_same_words<model::Capacity>(properties("from"), "capacity");
  expect_same_words<model::MayShare>(properties("from"), "may_share");
  expect_same_words<model::PlaceKind>(properties("place"), "kind");
  expect_same_words<model::Channel>(properties("encounter"), "channel");
  expect_same_words<model::Topic>(properties("encounter"), "asked_about");
  expect_same_words<model::Pressure>(properties("encounter"), "pressure");
  expect_same_words<model::NextFixedBy>(properties("encounter"), "next_fixed_by");
  expect_same_words<model::RequestClass>(properties("request"), "class");
  expect_same_words<model::OfferKind>(properties("offer"), "kind");
  expect_same_words<model::NameCertainty>(properties("persona_name"), "certainty");
  expect_same_words<model::InformationGrade>(properties("grade"), "information");
  expect_same_words<model::HandlingGrade>(properties("grade"), "handling");
  expect_same_words<model::Tlp>(properties("marking"), "tlp");
  expect_same_words<model::Pap>(properties("marking"), "pap");
}

}  // namespace
}  // namespace codec
