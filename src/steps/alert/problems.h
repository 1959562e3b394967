#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "steps/alert/scope.h"
#include "steps/alert/source.h"

namespace alert {

/// Why an alert may not go on. The words for people are in edges/render (alert_words.h).
enum class Problem {
  no_contrary_evidence,      ///< what speaks against it is not written
  own_draft,                 ///< the approver wrote or edited it
  own_vetting,               ///< the approver vetted the context of a source
  source_not_opened,         ///< the approver has not opened every source report
  no_sources,                ///< it rests on no report
  source_not_in_use,         ///< a source is not vetted in both parts, set aside or withdrawn
  source_suspected_false,    ///< a source is graded E
  person_on_one_report,      ///< a person is described on fewer than two independent reports
  person_needs_red,          ///< a described person goes to named recipients only (TLP:RED)
  fewer_than_five_firms,     ///< place or technology narrows down to who reported
  names_reporting_firm,      ///< the firm, a site or the exact place stands in the text
  too_exact_time,            ///< a day where a month is the finest allowed
  held,                      ///< a hold stops the sending
  notice_not_clear,          ///< a public notice must be TLP:CLEAR and PAP:CLEAR
  no_expiry,                 ///< no expiry, or one that is past
  text_missing,              ///< title, method or week list lacks one of the languages
  no_audience,               ///< a caution or warning that goes to nobody
  warning_to_reporting_firm  ///< who reported gets a caution, never a warning
};
constexpr auto vocabulary(Problem) {
  return base::make_vocabulary<Problem>(
      "no_contrary_evidence", "own_draft", "own_vetting", "source_not_opened", "no_sources",
      "source_not_in_use", "source_suspected_false", "person_on_one_report", "person_needs_red",
      "fewer_than_five_firms", "names_reporting_firm", "too_exact_time", "held", "notice_not_clear",
      "no_expiry", "text_missing", "no_audience", "warning_to_reporting_firm");
}

struct Finding {
  Problem problem;
  std::string pointer;  ///< where in the alert, RFC 6901
  bool operator==(const Finding&) const = default;
};

/// What the checks look at beside the alert.
struct CheckFacts {
  std::vector<Source> sources;
  std::vector<model::Organisation> firms;  ///< all companies of the hub
  std::vector<model::Technology> technologies;
  std::string approver;  ///< account name; "" = not asked for an approval yet
  std::vector<base::Id<model::Report>> opened_by_approver;
  base::UtcTime now;
};

/// Everything that is wrong with an alert, contrary evidence first; empty = it may go on.
/// own_draft, own_vetting and source_not_opened are only found where an approver is given.
[[nodiscard]] std::vector<Finding> problems_of(const model::Alert& alert, const CheckFacts& facts);

/// Whether somebody drafted, edited or submitted the alert: four eyes means another one.
[[nodiscard]] bool wrote(const model::Alert& alert, std::string_view account_name);

/// The English sentence and next step of a problem, for base::Issue.
[[nodiscard]] base::Issue to_issue(const Finding& finding);

/// Refused with every finding, or nothing to say. A hold stops the sending alone: give the
/// findings without it where an approval is asked for.
[[nodiscard]] base::Result<void> refuse_if_any(const std::vector<Finding>& findings);

}  // namespace alert
