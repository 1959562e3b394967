#include "steps/alert/problems.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "ground/base/blank.h"
#include "steps/alert/area_names.h"
#include "steps/alert/person.h"

namespace alert {
namespace {

using Findings = std::vector<Finding>;
using Product = model::AlertProduct;

bool describes_person(const model::Alert& alert) {
  return !base::is_blank(alert.text.person.ja) || !base::is_blank(alert.text.person.en);
}

void check_approver(const model::Alert& alert, const CheckFacts& facts, Findings& findings) {
  if (facts.approver.empty()) return;
  if (wrote(alert, facts.approver)) findings.push_back({Problem::own_draft, "/author"});
  for (std::size_t index = 0; index < facts.sources.size(); ++index)
    if (facts.sources[index].record.vetted_context_by == facts.approver)
      findings.push_back({Problem::own_vetting, fmt::format("/sources/{}", index)});
  for (std::size_t index = 0; index < alert.sources.size(); ++index)
    if (!std::ranges::count(facts.opened_by_approver, alert.sources[index]))
      findings.push_back({Problem::source_not_opened, fmt::format("/sources/{}", index)});
}

void check_sources(const model::Alert& alert, const CheckFacts& facts, Findings& findings) {
  if (alert.sources.empty()) findings.push_back({Problem::no_sources, "/sources"});
  for (std::size_t index = 0; index < facts.sources.size(); ++index) {
    const auto& record = facts.sources[index].record;
    const auto pointer = fmt::format("/sources/{}", index);
    if (record.state != model::ReportState::vetted_context)
      findings.push_back({Problem::source_not_in_use, pointer});
    const auto& grade = record.content.grade;
    if (grade && grade->information == model::InformationGrade::suspected_false)
      findings.push_back({Problem::source_suspected_false, pointer});
  }
}

void check_words(const model::Alert& alert, Findings& findings) {
  auto need = [&](const model::Bilingual& words, std::string_view pointer) {
    if (base::is_blank(words.ja))
      findings.push_back({Problem::text_missing, fmt::format("{}/ja", pointer)});
    if (base::is_blank(words.en))
      findings.push_back({Problem::text_missing, fmt::format("{}/en", pointer)});
  };
  need(alert.text.title, "/text/title");
  need(alert.text.method, "/text/method");
  need(alert.text.staff_version, "/text/staff_version");
  if (alert.text.do_this_week.empty())
    findings.push_back({Problem::text_missing, "/text/do_this_week"});
}

void check_person(const model::Alert& alert, const CheckFacts& facts, Findings& findings) {
  if (!describes_person(alert)) return;
  constexpr std::size_t independent_min = 2;
  if (count_independent(facts.sources) < independent_min)
    findings.push_back({Problem::person_on_one_report, "/text/person"});
  if (alert.product != Product::public_notice && alert.marking.tlp != model::Tlp::red)
    findings.push_back({Problem::person_needs_red, "/marking/tlp"});
}

// Only what the sources touch can give a reporter away: another ward in the text misleads, but
// tells nothing.
Scope scope_told(const model::Alert& alert, const CheckFacts& facts) {
  auto touched_areas = areas_of(facts.sources);
  auto touched_fields = technologies_of(facts.sources);
  std::vector<NamedArea> areas;
  for (const auto& area : named_areas())
    if (std::ranges::any_of(touched_areas,
                            [&](const auto& code) { return code.starts_with(area.code); }))
      areas.push_back(area);
  std::vector<model::Technology> fields;
  for (const auto& technology : facts.technologies)
    if (std::ranges::any_of(touched_fields, [&](const auto& code) {
          return code.size() >= technology.code.size() && same_technology(code, technology.code);
        }))
      fields.push_back(technology);
  return stated_scope(alert.text, areas, fields);
}

void check_hiding(const model::Alert& alert, const CheckFacts& facts, Findings& findings) {
  if (!hides_reporter(scope_told(alert, facts), facts.firms))
    findings.push_back({Problem::fewer_than_five_firms, "/text"});
  auto passages = passages_of(alert.text);
  passages.push_back({"/text/where_to_answer/ja", alert.text.where_to_answer.ja});
  passages.push_back({"/text/where_to_answer/en", alert.text.where_to_answer.en});
  for (const auto& passage : passages) {
    bool gives_away = std::ranges::any_of(facts.sources, [&](const Source& source) {
      bool names_it = source.firm && source.firm->kind == model::OrganisationKind::company &&
                      mentions_firm(passage.words, *source.firm);
      return names_it || repeats_place(passage.words, source.record.content);
    });
    if (gives_away) findings.push_back({Problem::names_reporting_firm, passage.pointer});
    if (states_day(passage.words) && !passage.pointer.starts_with("/text/do_this_week"))
      findings.push_back({Problem::too_exact_time, passage.pointer});
  }
}

void check_handling(const model::Alert& alert, const CheckFacts& facts, Findings& findings) {
  if (alert.held_until && *alert.held_until > facts.now)
    findings.push_back({Problem::held, "/held_until"});
  bool is_clear = alert.marking.tlp == model::Tlp::clear && alert.marking.pap == model::Pap::clear;
  if (alert.product == Product::public_notice && !is_clear)
    findings.push_back({Problem::notice_not_clear, "/marking"});
  if (alert.expires_at <= facts.now) findings.push_back({Problem::no_expiry, "/expires_at"});
}

void check_audience(const model::Alert& alert, const CheckFacts& facts, Findings& findings) {
  if (alert.product == Product::public_notice) return;
  bool reaches_nobody = std::ranges::all_of(alert.audience, &model::Recipient::excluded);
  if (reaches_nobody) findings.push_back({Problem::no_audience, "/audience"});
  if (alert.product != Product::warning) return;
  for (std::size_t index = 0; index < alert.audience.size(); ++index) {
    const auto& recipient = alert.audience[index];
    bool reported = std::ranges::any_of(facts.sources, [&](const Source& source) {
      return source.record.organisation_key == recipient.organisation_key;
    });
    if (reported && !recipient.excluded)
      findings.push_back({Problem::warning_to_reporting_firm, fmt::format("/audience/{}", index)});
  }
}

struct ProblemWords {
  std::string_view problem, next_step;
};

// In the order of the enum.
constexpr std::array problem_words{
    ProblemWords{"what speaks against it is not written", "write the contrary evidence first"},
    ProblemWords{"an author cannot approve the own draft", "ask another approver"},
    ProblemWords{"the approver vetted the context of this source", "ask another approver"},
    ProblemWords{"this source report was not opened by the approver", "open it, then decide"},
    ProblemWords{"it rests on no report", "name at least one source report"},
    ProblemWords{"this source report is not in use",
                 "have it vetted in both parts, or draft without it"},
    ProblemWords{"this source report is graded E, suspected false", "draft without it"},
    ProblemWords{"a person is described on fewer than two independent reports",
                 "take the person out, or wait for a second report"},
    ProblemWords{"a described person goes to named recipients only", "mark it TLP:RED"},
    ProblemWords{"fewer than five firms fit the place and technology it states",
                 "name a wider place or field"},
    ProblemWords{"it names the reporting firm, one of its sites or the exact place",
                 "use the ward and general words"},
    ProblemWords{"it states a day", "state the month"},
    ProblemWords{"a hold stops it", "wait for the hold to end, or ask the investigator"},
    ProblemWords{"a public notice must be TLP:CLEAR and PAP:CLEAR",
                 "mark it so, or send a warning"},
    ProblemWords{"its expiry is missing or past", "set a day in the future"},
    ProblemWords{"a text is missing in one of the languages", "write it in Japanese and English"},
    ProblemWords{"it would reach nobody", "choose at least one recipient"},
    ProblemWords{"a firm that reported cannot get the warning", "send that firm a caution"},
};
static_assert(problem_words.size() ==
              static_cast<std::size_t>(Problem::warning_to_reporting_firm) + 1);

}  // namespace

std::vector<Finding> problems_of(const model::Alert& alert, const CheckFacts& facts) {
  Findings findings;
  if (base::is_blank(alert.contrary_evidence))
    findings.push_back({Problem::no_contrary_evidence, "/contrary_evidence"});
  check_sources(alert, facts, findings);
  check_approver(alert, facts, findings);
  check_words(alert, findings);
  check_person(alert, facts, findings);
  check_hiding(alert, facts, findings);
  check_handling(alert, facts, findings);
  check_audience(alert, facts, findings);
  return findings;
}

bool wrote(const model::Alert& alert, std::string_view account_name) {
  using Kind = model::Alert::Step::Kind;
  return alert.author == account_name ||
         std::ranges::any_of(alert.steps, [&](const model::Alert::Step& step) {
           return step.by == account_name &&
                  (step.kind == Kind::drafted || step.kind == Kind::edited ||
                   step.kind == Kind::submitted);
         });
}

base::Issue to_issue(const Finding& finding) {
  const auto& words = problem_words.at(static_cast<std::size_t>(finding.problem));
  return {finding.pointer, std::string(words.problem), std::string(words.next_step)};
}

base::Result<void> refuse_if_any(const std::vector<Finding>& findings) {
  if (findings.empty()) return {};
  std::vector<base::Issue> issues;
  for (const auto& finding : findings)
    issues.push_back(to_issue(finding));
  return base::fail(base::ErrorKind::refused, std::move(issues));
}

}  // namespace alert
