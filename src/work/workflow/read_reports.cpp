#include "work/workflow/read_reports.h"

#include <algorithm>
#include <set>
#include <utility>

#include "edges/store/match_key.h"
#include "edges/store/organisation.h"
#include "edges/store/search_tokens.h"
#include "ground/text/folded_text.h"
#include "work/engine/candidates.h"
#include "work/engine/match_features.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Principal;
using model::ReportRecord;
using model::ReportState;
using model::ReportSummary;
using rights::Action;

Action reading_of(const ReportRecord& record) {
  return record.released_version == 0 ? Action::report_read_held : Action::report_read;
}

Result<void> may_open(const Hub& hub, const Principal& principal,
                      const store::StoredReport& stored) {
  const auto& record = stored.record;
  if (auto allowed =
          rights::decide(principal, reading_of(record), facts_of(hub, principal, stored));
      !allowed)
    return allowed;
  if (record.state == ReportState::withdrawn && !is_owner(hub, principal, stored))
    return no_such("report");
  return {};
}

ReportSummary summary_of(const ReportRecord& record) {
  ReportSummary summary;
  summary.id = record.id;
  summary.organisation_key = record.organisation_key;
  summary.state = record.state;
  summary.kind = record.kind;
  if (record.assessment) {
    summary.band = record.assessment->band;
    summary.stage = record.assessment->stage;
    summary.score = record.assessment->score;
  }
  summary.received_at = record.received_at;
  summary.revision = record.revision;
  return summary;
}

constexpr std::size_t text_min = 2, text_max = 200, value_max = 320;
constexpr std::size_t found_max = 50;

Result<std::u32string> check_search_text(const std::string& text) {
  auto folded = text::fold_words(text);
  if (folded.size() >= text_min && folded.size() <= text_max) return folded;
  return base::fail(ErrorKind::invalid_input, "/text", "has too few or too many characters",
                    "give 2 to 200 characters");
}

bool holds(const std::u32string& text, const std::u32string& words) {
  std::size_t from = 0;
  while (from < words.size()) {
    const auto to = std::min(words.find(U' ', from), words.size());
    if (to > from && text.find(words.substr(from, to - from)) == std::u32string::npos) return false;
    from = to + 1;
  }
  return true;
}

/// Keyed pairs find too much now and then: the words themselves decide.
bool really_holds(const model::Report& content, const std::u32string& words) {
  std::string text = content.narrative;
  for (const auto& encounter : content.encounters)
    text += "\n\n" + encounter.said + "\n\n" + encounter.place.text;
  return holds(text::fold_text(text).folded, words);
}

/// A persona that has the value as everything it could be.
std::vector<model::MatchKey> keys_of_value(const std::string& value) {
  model::Report probe;
  model::Persona persona;
  persona.names = {{value, model::NameCertainty::heard}};
  persona.phones = {value};
  persona.emails = {value};
  persona.urls = {value};
  persona.vehicle = value;
  if (const auto colon = value.find(':'); colon != std::string::npos && colon > 0)
    persona.handles = {{value.substr(0, colon), value.substr(colon + 1)}};
  probe.personas = {persona};
  auto keys = engine::match_keys(engine::match_features(probe, {}, {}).front());
  std::erase_if(keys, [](const model::MatchKey& key) {
    return key.kind == model::MatchKey::Kind::place_script ||
           key.kind == model::MatchKey::Kind::skeleton;
  });
  return keys;
}

/// The station in whose territory it lies, else the desk that received it.
model::Organisation desk_of(db::Connection& connection, const store::StoredReport& stored) {
  const auto desk = store::find_organisation(connection, stored.desk);
  return receiving_desk(connection, desk.value_or(model::Organisation{}), stored.record.areas);
}

}  // namespace

Result<ReportRecord> open_report(Hub& hub, const Principal& principal, base::Id<model::Report> id,
                                 const std::string& purpose) {
  if (auto checked = check_purpose(purpose); !checked) return pass_on(checked);
  auto opened = hub.database.read([&](db::Connection& connection) -> Result<ReportRecord> {
    const auto stored = store::find_report(connection, hub.keys, id);
    if (!stored) return no_such("report");
    if (auto allowed = may_open(hub, principal, *stored); !allowed) return pass_on(allowed);
    auto opened_record = stored->record;
    opened_record.content =
        store::find_content(connection, *stored, version_for(hub, principal, *stored))
            .value_or(model::Report{});
    return opened_record;
  });
  if (!opened)
    record_refusal(hub, principal, {"report.read", "report", id.bytes, {}, purpose});
  else
    record_looks(hub, without_reporter_name(principal),
                 {{{base::word_of(reading_of(*opened)), "report", id.bytes, {}, purpose}}});
  return opened;
}

Result<model::Page<ReportSummary>> list_reports(Hub& hub, const Principal& principal,
                                                std::optional<ReportState> state,
                                                const model::PageRequest& page) {
  store::ReportFilter filter;
  filter.read = rights::scope_of(principal, Action::report_read);
  filter.read_held = rights::scope_of(principal, Action::report_read_held);
  if (filter.read.is_none() && filter.read_held.is_none())
    return std::unexpected(rights::may_try(principal, Action::report_read).error());
  if (!principal.account.is_nil())
    filter.submitter = store::submitter_value(hub.keys, principal.account);
  filter.state = state;
  return hub.database.read(
      [&](db::Connection& connection) { return store::list_reports(connection, filter, page); });
}

Result<std::vector<ReportSummary>> search_reports(Hub& hub, const Principal& principal,
                                                  const std::string& text) {
  if (auto tried = rights::may_try(principal, Action::search); !tried) return pass_on(tried);
  const auto words = check_search_text(text);
  if (!words) return std::unexpected(words.error());
  const auto tokens = store::query_tokens(hub.keys, *words);
  auto found = hub.database.read([&](db::Connection& connection) {
    std::vector<ReportSummary> summaries;
    for (const auto& id : store::find_by_tokens(
             connection, rights::scope_of(principal, Action::search), tokens, found_max)) {
      const auto stored = store::find_report(connection, hub.keys, id);
      if (!stored || !may_open(hub, principal, *stored)) continue;
      const auto content =
          store::find_content(connection, *stored, version_for(hub, principal, *stored));
      if (content && really_holds(*content, *words))
        summaries.push_back(summary_of(stored->record));
    }
    return summaries;
  });
  record_looks(hub, principal, {{{base::word_of(Action::search), "report", {}, {}, "vetting"}}});
  return found;
}

Result<HitAnswer> hit_or_no_hit(Hub& hub, const Principal& principal, const std::string& value) {
  if (auto tried = rights::may_try(principal, Action::search); !tried) return pass_on(tried);
  if (!is_police(principal.organisation_kind))
    return base::fail(ErrorKind::forbidden, "", "only police may ask this",
                      "ask your station to look it up");
  if (value.size() < text_min || value.size() > value_max)
    return base::fail(ErrorKind::invalid_input, "/value", "is too short or too long",
                      "give 2 to 320 bytes");
  const auto keys = keys_of_value(value);
  auto found = hub.database.read([&](db::Connection& connection) {
    HitAnswer answer;
    std::set<std::string> asked;
    for (const auto& sharers : store::find_candidates(
             connection, store::blind_match_keys(hub.keys, keys), engine::candidates_per_key_max))
      for (const auto& candidate : sharers) {
        const auto stored =
            store::find_report(connection, hub.keys, candidate.address.persona.report);
        if (!stored || stored->record.released_version == 0) continue;
        answer.hit = true;
        const auto desk = desk_of(connection, *stored);
        if (asked.insert(desk.key).second) answer.ask.push_back(desk.name);
      }
    return answer;
  });
  record_looks(hub, principal, {{{"search.hit", "report", {}, {}, "linking"}}});
  return found;
}

}  // namespace workflow
