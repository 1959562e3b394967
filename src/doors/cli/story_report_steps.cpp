#include <fmt/format.h>

#include "doors/cli/story_report.h"
#include "doors/cli/story_steps.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/release_report.h"
#include "work/workflow/submit_report.h"
#include "work/workflow/vet_report.h"

/// Statements about one report: it comes in, is released, vetted, set aside.
namespace cli {
namespace {

using model::Principal;
using model::ReportRecord;

constexpr std::string_view vetting = "vetting";

base::Result<void> done(const base::Result<ReportRecord>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

/// A report that came in without a sender's knowledge of its id: the newest one that the story
/// does not have yet.
base::Result<base::Id<model::Report>> newest_report(StoryWorld& world, const StoryStatement& line) {
  const auto page = workflow::list_reports(world.hub(), world.reader(), std::nullopt, {});
  if (!page) return std::unexpected(page.error());
  for (const auto& summary : page->items)
    if (summary.organisation_key.empty()) return summary.id;
  return story_fault(line, "the anonymous report cannot be found again");
}

base::Result<void> submit(StoryWorld& world, const StoryStatement& line) {
  const auto sender = std::string(line.after("from"));
  const auto principal = world.person(line, sender);
  if (!principal) return std::unexpected(principal.error());
  auto submission = report_of(line);
  if (!submission) return base::pass_on(submission);
  submission->report.reported_at = world.clock().now();
  const auto receipt = workflow::submit_report(world.hub(), *principal, *submission);
  if (!receipt) return std::unexpected(receipt.error());
  auto id = base::Result<base::Id<model::Report>>(receipt->report);
  if (receipt->report.is_nil()) id = newest_report(world, line);
  if (!id) return std::unexpected(id.error());
  world.keep(std::string(line.word(1)), StoryReport{*id, receipt->code, sender});
  return {};
}

/// The officer of the firm whose report it is.
base::Result<Principal> officer_of(const StoryWorld& world, const StoryStatement& line,
                                   const StoryReport& report) {
  const auto dash = report.sender.find('-');
  return world.person(line, "officer-" + report.sender.substr(dash + 1));
}

base::Result<void> release(StoryWorld& world, const StoryStatement& line) {
  const auto report = world.report(line, line.word(1));
  if (!report) return std::unexpected(report.error());
  const auto officer = officer_of(world, line, *report);
  if (!officer) return std::unexpected(officer.error());
  const auto seen = workflow::open_report(world.hub(), *officer, report->id, "own_report");
  if (!seen) return std::unexpected(seen.error());
  const auto preview = workflow::preview_release(world.hub(), *officer, report->id);
  if (!preview) return std::unexpected(preview.error());
  return done(workflow::release_report(world.hub(), *officer, report->id, seen->revision,
                                       preview->hash, model::LegalBasis::voluntary));
}

base::Result<void> withdraw(StoryWorld& world, const StoryStatement& line) {
  const auto report = world.report(line, line.word(1));
  if (!report) return std::unexpected(report.error());
  const auto officer = officer_of(world, line, *report);
  if (!officer) return std::unexpected(officer.error());
  const auto seen = workflow::open_report(world.hub(), *officer, report->id, "own_report");
  if (!seen) return std::unexpected(seen.error());
  const auto reason = line.reason();
  return done(workflow::withdraw_report(world.hub(), *officer, report->id, seen->revision,
                                        reason.empty() ? "taken back in a story" : reason));
}

/// Everything that a person does with a report begins with opening it.
struct OpenedReport {
  Principal principal;
  base::Id<model::Report> id;
  std::int64_t revision = 0;
};

base::Result<OpenedReport> open_report(StoryWorld& world, const StoryStatement& line,
                                       std::string_view name, std::string_view purpose = vetting) {
  const auto report = world.report(line, name);
  if (!report) return std::unexpected(report.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto seen =
      workflow::open_report(world.hub(), *principal, report->id, std::string(purpose));
  if (!seen) return std::unexpected(seen.error());
  return OpenedReport{*principal, report->id, seen->revision};
}

base::Result<void> tick(StoryWorld& world, const StoryStatement& line, model::Tick how) {
  auto opened = open_report(world, line, line.word(1));
  if (!opened) return base::pass_on(opened);
  for (std::size_t at = 2; at < line.words.size() && line.word(at) != "by"; ++at) {
    const auto changed = workflow::tick_indicator(world.hub(), opened->principal, opened->id,
                                                  opened->revision, line.words[at].text, how);
    if (!changed) return std::unexpected(changed.error());
    opened->revision = changed->revision;
  }
  return {};
}

base::Result<void> vet(StoryWorld& world, const StoryStatement& line) {
  const auto opened = open_report(world, line, line.word(1));
  if (!opened) return std::unexpected(opened.error());
  auto& hub = world.hub();
  if (line.word(2) == "behaviour")
    return done(workflow::vet_behaviour(hub, opened->principal, opened->id, opened->revision));
  if (line.word(2) == "context")
    return done(
        workflow::vet_context(hub, opened->principal, opened->id, opened->revision, line.reason()));
  return story_fault(line, "a report is vetted for behaviour or context");
}

base::Result<void> set_aside(StoryWorld& world, const StoryStatement& line) {
  const auto opened = open_report(world, line, line.word(2));
  if (!opened) return std::unexpected(opened.error());
  return done(workflow::set_aside(world.hub(), opened->principal, opened->id, opened->revision,
                                  line.reason()));
}

base::Result<void> read_again(StoryWorld& world, const StoryStatement& line) {
  const auto decision = base::find_word<workflow::SecondReading>(line.word(3));
  if (!decision) return story_fault(line, "the decision is not known");
  const auto opened = open_report(world, line, line.word(2));
  if (!opened) return std::unexpected(opened.error());
  return done(workflow::second_reading(world.hub(), opened->principal, opened->id, opened->revision,
                                       *decision, line.reason()));
}

base::Result<void> only_read(StoryWorld& world, const StoryStatement& line) {
  const auto opened = open_report(world, line, line.word(1));
  if (!opened) return std::unexpected(opened.error());
  return {};
}

}  // namespace

StoryStep play_report_step(StoryWorld& world, const StoryStatement& line) {
  const auto first = line.word(0);
  if (first == "report") return submit(world, line);
  if (first == "release" && line.word(1) != "hold") return release(world, line);
  if (first == "withdraw") return withdraw(world, line);
  if (first == "tick") return tick(world, line, model::Tick::ticked);
  if (first == "reject") return tick(world, line, model::Tick::rejected);
  if (first == "vet") return vet(world, line);
  if (first == "set" && line.word(1) == "aside") return set_aside(world, line);
  if (first == "second" && line.word(1) == "reading") return read_again(world, line);
  if (first == "reads") return only_read(world, line);
  return std::nullopt;
}

}  // namespace cli
