#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "doors/cli/story_steps.h"
#include "work/workflow/feedback.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/stored_counts.h"

/// Expectations about one report.
namespace cli {
namespace {

using model::Assessment;
using model::ReportRecord;
using Finding = std::optional<std::string>;

Finding expected(std::string_view what, const std::string& was) {
  return fmt::format("expected {}, was {}", what, was);
}

std::string names_of(const std::vector<std::string>& names) {
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, " "));
}

template <class Enum>
std::string word_of(const std::optional<Assessment>& assessment, Enum Assessment::*part) {
  return assessment ? std::string(base::word_of((*assessment).*part)) : "not assessed";
}

/// Proposed or ticked, not rejected.
std::vector<std::string> standing(const ReportRecord& record) {
  std::vector<std::string> ids;
  for (const auto& state : record.indicators)
    if (state.tick != model::Tick::rejected && std::ranges::find(ids, state.id) == ids.end())
      ids.push_back(state.id);
  std::ranges::sort(ids);
  return ids;
}

Finding check_all_stand(const ReportRecord& record, const StoryStatement& line) {
  const auto ids = standing(record);
  for (std::size_t at = 2; at < line.words.size(); ++at)
    if (std::ranges::find(ids, line.words[at].text) == ids.end())
      return expected(line.words[at].text, names_of(ids));
  return std::nullopt;
}

Finding check_none_stands(const ReportRecord& record, const StoryStatement& line) {
  const auto ids = standing(record);
  for (std::size_t at = 3; at < line.words.size(); ++at)
    if (std::ranges::find(ids, line.words[at].text) != ids.end())
      return expected(fmt::format("no {}", line.words[at].text), names_of(ids));
  return std::nullopt;
}

/// "band watch", "band at least watch", "band at most watch".
base::Result<Finding> check_band(const ReportRecord& record, const StoryStatement& line) {
  const bool has_bound = line.word(2) == "at";
  const auto wanted = base::find_word<model::Band>(line.word(has_bound ? 4 : 2));
  if (!wanted) return story_fault(line, "there is no such band");
  const auto was = word_of(record.assessment, &Assessment::band);
  if (!record.assessment) return expected(base::word_of(*wanted), was);
  const auto band = record.assessment->band;
  const bool holds = !has_bound                ? band == *wanted
                     : line.word(3) == "least" ? band >= *wanted
                                               : band <= *wanted;
  if (holds) return Finding{};
  return expected(fmt::format("band {}{}", has_bound ? fmt::format("at {} ", line.word(3)) : "",
                              base::word_of(*wanted)),
                  fmt::format("{} ({})", was, record.assessment->score));
}

Finding check_playbook(const ReportRecord& record, const StoryStatement& line) {
  std::vector<std::string> ids;
  if (record.assessment)
    for (const auto& fit : record.assessment->playbooks)
      if (ids.size() < 2) ids.push_back(fit.id);
  const auto& wanted = line.words.at(2).text;
  if (std::ranges::find(ids, wanted) != ids.end()) return std::nullopt;
  return expected("playbook " + wanted, names_of(ids));
}

Finding check_advice(const ReportRecord& record, const StoryStatement& line) {
  const auto advice = record.assessment ? record.assessment->advice : std::vector<std::string>{};
  const auto& wanted = line.words.at(2).text;
  if (std::ranges::find(advice, wanted) != advice.end()) return std::nullopt;
  return expected("advice " + wanted, names_of(advice));
}

Finding check_yes(std::string_view what, bool holds) {
  return holds ? Finding{} : expected(what, "none");
}

StoryFinding check_record(const ReportRecord& record, const StoryStatement& line) {
  const auto what = line.word(1);
  if (what == "kind") return compare(line.word(2), base::word_of(record.kind));
  if (what == "state") return compare(line.word(2), base::word_of(record.state));
  if (what == "band") return check_band(record, line);
  if (what == "stage") return compare(line.word(2), word_of(record.assessment, &Assessment::stage));
  if (what == "welfare")
    return check_yes("welfare", record.assessment && record.assessment->welfare);
  if (what == "guard") return check_yes("a guard", !record.guard.empty());
  if (what == "indicators" || what == "counters") return check_all_stand(record, line);
  if (what == "no") return check_none_stands(record, line);
  if (what == "playbook") return check_playbook(record, line);
  if (what == "advice") return check_advice(record, line);
  if (what == "score")
    return record.assessment ? expected("no score", fmt::format("{}", record.assessment->score))
                             : Finding{};
  return story_fault(line, "this is no expectation about a report");
}

/// As the bureau sees it; what only its owner may see, as he does.
base::Result<ReportRecord> open(StoryWorld& world, const StoryStatement& line,
                                const StoryReport& report) {
  auto seen = workflow::open_report(world.hub(), world.reader(), report.id, "vetting");
  if (seen || report.sender == "anonymous") return seen;
  const auto sender = world.person(line, report.sender);
  if (!sender) return std::unexpected(sender.error());
  return workflow::open_report(world.hub(), *sender, report.id, "own_report");
}

StoryFinding check_mailbox(StoryWorld& world, const StoryStatement& line) {
  const auto report = world.report(line, line.word(2));
  if (!report) return std::unexpected(report.error());
  const auto mailbox = workflow::read_mailbox(world.hub(), {}, report->receipt);
  if (!mailbox) return std::unexpected(mailbox.error());
  std::vector<std::string> codes;
  for (const auto& message : mailbox->messages)
    codes.push_back(message.code);
  const auto wanted = std::string(line.after("has"));
  if (std::ranges::find(codes, wanted) != codes.end()) return Finding{};
  return expected(wanted, names_of(codes));
}

}  // namespace

StoryCheck check_report(StoryWorld& world, const StoryStatement& line) {
  if (line.word(0) == "persons")
    return compare(line.word(1), fmt::format("{}", workflow::count_personas(world.hub())));
  if (line.word(0) == "mailbox") return check_mailbox(world, line);
  if (!world.has_report(line.word(0))) return std::nullopt;
  const auto report = world.report(line, line.word(0));
  const auto record = open(world, line, *report);
  if (!record) return std::unexpected(record.error());
  return check_record(*record, line);
}

}  // namespace cli
