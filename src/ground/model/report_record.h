#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/principal.h"
#include "ground/model/report.h"

namespace model {

/// States of a report (docs/ARCHITECTURE.md draws them).
///   held -> released -> vetted_behaviour -> vetted_context = in use; set_aside and withdrawn
///   end it; second_reader: a guard stopped it before anything was scored or linked.
enum class ReportState {
  held,
  released,
  second_reader,
  vetted_behaviour,
  vetted_context,
  set_aside,
  withdrawn
};
constexpr auto vocabulary(ReportState) {
  return base::make_vocabulary<ReportState>("held", "released", "second_reader", "vetted_behaviour",
                                            "vetted_context", "set_aside", "withdrawn");
}

/// A stored report: its handling beside the current version of its content.
struct ReportRecord {
  base::Id<Report> id;
  base::Id<Organisation> organisation;  ///< owner of the row: the firm, or the receiving hub
  std::string organisation_key;         ///< "" = anonymous or unknown
  ReportState state = ReportState::held;
  int version = 1;            ///< content version; grows with each correction by its owner
  int released_version = 0;   ///< 0 = never released
  std::int64_t revision = 0;  ///< ETag: grows with every change of handling or content
  base::UtcTime received_at;
  ReportKind kind = ReportKind::other;
  Language language = Language::other;
  std::string guard;                       ///< guard message code, "" = none
  std::vector<IndicatorState> indicators;  ///< proposed, ticked, rejected
  std::optional<Assessment> assessment;    ///< absent while held, guarded or not yet read
  Yes sealed_reporter = Yes::no;           ///< a sealed identity exists
  std::string vetted_behaviour_by, vetted_context_by;  ///< account names
  std::string vetting_note;    ///< of the second reader: how it was learned, where nobody said
  std::string second_read_by;  ///< who took it for a contact case although a guard stopped it
  std::string set_aside_reason;
  LegalBasis release_basis = LegalBasis::not_said;
  std::string failed_step, failed_reason;  ///< the job that gave up and why; "" = none
  std::vector<std::string> areas;          ///< municipality codes it touches
  Report content;                          ///< the version that this reader may see
};

/// One line of a list of reports; no content.
struct ReportSummary {
  base::Id<Report> id;
  std::string organisation_key;
  ReportState state = ReportState::held;
  ReportKind kind = ReportKind::other;
  Band band = Band::log;
  Stage stage = Stage::none;
  double score = 0;
  base::UtcTime received_at;
  std::int64_t revision = 0;
};

/// What a submitter gets back at once. The receipt code is shown once and stored as a hash.
struct Receipt {
  base::Id<Report> report;  ///< nil for an anonymous reporter
  std::string code;         ///< at least 128 bits; the key to the mailbox
  ReportState state = ReportState::held;
  bool was_there = false;           ///< the same source_ref had been sent before
  std::vector<std::string> advice;  ///< codes by stage, threat line first
};

/// A message in the mailbox that a receipt opens.
struct MailboxMessage {
  enum class From { reporter, desk };
  From from = From::desk;
  base::UtcTime at;  ///< day precision for an anonymous reporter
  std::string code;  ///< general words by code ("helped_warning"), or "" with text
  std::string text;
};
constexpr auto vocabulary(MailboxMessage::From) {
  return base::make_vocabulary<MailboxMessage::From>("reporter", "desk");
}

/// What a receipt shows: where the report stands, in general words.
struct Mailbox {
  ReportState state = ReportState::held;
  std::vector<MailboxMessage> messages;
};

}  // namespace model
