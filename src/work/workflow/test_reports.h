#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ground/base/result.h"
#include "work/workflow/process_report.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/release_report.h"
#include "work/workflow/seal_audit.h"
#include "work/workflow/submit_report.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/vet_report.h"
#include "work/workflow/work_queue.h"

/// For tests: fictional reports of a street encounter, and the short ways that most tests take.
namespace workflow::for_tests {

inline model::Encounter street_encounter(const std::string& day, const std::string& area) {
  model::Encounter encounter;
  encounter.when = model::parse_reported_date(day).value();
  encounter.place = {"駅前の路上", model::PlaceKind::street, area, {}, {}, {}};
  encounter.channel = model::Channel::in_person;
  encounter.said = "道を尋ねたい";
  encounter.languages = {"ja"};
  encounter.personas = {0};
  encounter.behaviours = {"AP1", "AP2", "AP3"};
  encounter.next_fixed_by = model::NextFixedBy::in_person;
  return encounter;
}

/// A man asks the way near a station, asks for contact details, offers a drink.
inline model::Submission street_report(const std::string& name = "セルゲイ",
                                       const std::string& phone = "+81 90-0000-0001",
                                       const std::string& area = "13109") {
  model::Submission submission;
  auto& report = submission.report;
  report.language = "ja";
  report.how_learned = model::HowLearned::own_experience;
  report.legal_basis = model::LegalBasis::voluntary;
  report.narrative = "夕方、駅前で外国人風ではない男に道を尋ねられ、飲みに誘われた。架空の話。";
  report.encounters = {street_encounter("2026-11-10", area)};
  model::Persona persona;
  persona.names = {{name, model::NameCertainty::heard}};
  if (!phone.empty()) persona.phones = {phone};
  persona.claimed.reason = "ホテルを探している";
  report.personas = {persona};
  return submission;
}

/// Runs every job that is due and what that causes; returns how many ran.
inline std::size_t run_jobs(TestHub& test) {
  const auto steps = report_steps();
  std::size_t total = 0;
  while (const auto count = run_due_jobs(test.hub, steps))
    total += count;
  return total;
}

inline model::Receipt submit(TestHub& test, const model::Principal& principal,
                             const model::Submission& submission) {
  return submit_report(test.hub, principal, submission).value();
}

inline model::ReportRecord open(TestHub& test, const model::Principal& principal,
                                base::Id<model::Report> id) {
  return open_report(test.hub, principal, id, "vetting").value();
}

/// The firm's officer previews and releases the newest version.
inline model::ReportRecord release(TestHub& test, const model::Principal& officer,
                                   base::Id<model::Report> id) {
  const auto record = open_report(test.hub, officer, id, "own_report").value();
  const auto preview = preview_release(test.hub, officer, id).value();
  return release_report(test.hub, officer, id, record.revision, preview.hash,
                        model::LegalBasis::voluntary)
      .value();
}

/// Submitted and released by a firm's officer, read, derived and linked.
inline base::Id<model::Report> released(TestHub& test, const model::Principal& officer,
                                        const model::Submission& submission) {
  const auto id = submit(test, officer, submission).report;
  release(test, officer, id);
  run_jobs(test);
  return id;
}

/// Ticks some acts and vets the behaviour.
inline model::ReportRecord vetted(TestHub& test, const model::Principal& analyst,
                                  base::Id<model::Report> id,
                                  const std::vector<std::string>& ticks = {"AP1", "AP2", "AP3"}) {
  auto record = open(test, analyst, id);
  for (const auto& indicator : ticks)
    record = tick_indicator(test.hub, analyst, id, record.revision, indicator, model::Tick::ticked)
                 .value();
  record = vet_behaviour(test.hub, analyst, id, record.revision).value();
  run_jobs(test);
  return record;
}

inline std::vector<model::Task> queue_of(TestHub& test, const model::Principal& principal,
                                         model::TaskKind kind) {
  return read_queue(test.hub, principal, {kind, false, {}}).value().items;
}

/// Seals until nothing is left.
inline void seal_all(TestHub& test) {
  while (seal_audit(test.hub) > 0) {
  }
}

[[nodiscard]] inline std::int64_t count_rows(TestHub& test, const std::string& table) {
  return test.row("SELECT COUNT(*) FROM " + table).integer(0);
}

/// Of what has to have failed.
template <class T>
[[nodiscard]] base::ErrorKind error_kind_of(const base::Result<T>& result) {
  EXPECT_FALSE(result);
  return result ? base::ErrorKind::unavailable : result.error().kind;
}

}  // namespace workflow::for_tests
