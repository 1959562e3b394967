#include "work/workflow/note_fact.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "edges/store/small_fact.h"
#include "ground/base/blank.h"
#include "work/workflow/match_fact.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::FactEdit;
using model::FactHit;
using model::FactView;
using model::Principal;
using model::SmallFact;
using rights::Action;
using store::StoredFact;
using FactId = base::Id<SmallFact>;

constexpr std::size_t facts_at_once = 100;

/// A municipality, or a prefecture where nobody knows better.
bool is_area(std::string_view code) {
  const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
  return (code.size() == 5 || code.size() == 2) && std::ranges::all_of(code, is_digit);
}

rights::Facts facts_of_place(const FactEdit& edit) {
  rights::Facts facts;
  facts.areas = {edit.area};
  return facts;
}

void check_place(const Principal& principal, const FactEdit& edit,
                 std::vector<base::Issue>& issues) {
  if (!is_area(edit.area))
    issues.push_back({"/area", "is not a municipality code", "give 5 digits (JIS X 0402)"});
  else if (!rights::decide(principal, Action::fact_note, facts_of_place(edit)))
    issues.push_back({"/area", "lies outside the territory of your desk",
                      "tell the desk that answers for the place"});
}

Result<void> check_fact(const Principal& principal, const FactEdit& edit, base::UtcTime now) {
  std::vector<base::Issue> issues;
  if (edit.seen_on.earliest > base::tokyo_day(now))
    issues.push_back({"/seen_on", "lies in the future", "give the day on which it was seen"});
  check_place(principal, edit, issues);
  if (base::is_blank(edit.place)) issues.push_back({"/place", "is empty", "say where it was seen"});
  if (base::is_blank(edit.text)) issues.push_back({"/text", "is empty", "say what was seen"});
  if (base::is_blank(edit.why))
    issues.push_back({"/why", "is empty", "say in a few words what it is kept for"});
  std::ranges::move(issues_of_marks(edit), std::back_inserter(issues));
  if (issues.empty()) return {};
  return base::fail(ErrorKind::invalid_input, std::move(issues));
}

/// Loaded and judged in one step; one whose time is over is gone before the clock has come round.
Result<StoredFact> get_fact_for(const Hub& hub, db::Connection& connection,
                                const Principal& principal, Action action, FactId id,
                                std::vector<std::string> not_by = {}) {
  if (auto tried = rights::may_try(principal, action); !tried) return pass_on(tried);
  auto stored = store::find_fact(connection, hub.keys, id);
  if (!stored || stored->fact.expires_at <= hub.clock.now()) return no_such("fact");
  auto facts = facts_of_place(stored->fact.content);
  facts.owner = stored->fact.organisation;
  facts.not_by = std::move(not_by);
  if (auto decided = rights::decide(principal, action, facts); !decided) return pass_on(decided);
  return std::move(*stored);
}

Result<StoredFact> get_fact_for_change(const Hub& hub, db::Connection& connection,
                                       const Principal& principal, FactId id,
                                       std::int64_t revision) {
  auto stored = get_fact_for(hub, connection, principal, Action::fact_note, id);
  if (stored && stored->fact.revision != revision)
    return base::fail(ErrorKind::precondition_failed, "", "the fact has changed since",
                      "read it again and repeat the change");
  return stored;
}

/// A fact before the dossiers; those it meets are written down with who looked.
FactView view_for(Hub& hub, db::Connection& connection, const Principal& principal,
                  const SmallFact& fact, std::vector<Deed>& looks) {
  const auto hits = find_hits(hub, connection, fact.content);
  for (const FactHit& hit : hits)
    looks.push_back({"dossier.met", "dossier", hit.dossier.bytes, {}, "linking"});
  return {fact, answer_for(hub, connection, principal, fact, hits)};
}

FactView told(Hub& hub, const Principal& principal, const SmallFact& fact,
              std::vector<Deed> looks = {}) {
  auto view = hub.database.read([&](db::Connection& connection) {
    return view_for(hub, connection, principal, fact, looks);
  });
  if (!looks.empty()) record_looks(hub, principal, looks);
  return view;
}

SmallFact fact_of(Hub& hub, const Principal& principal, const FactEdit& edit) {
  SmallFact fact;
  fact.made_at = hub.clock.now();
  fact.id = hub.ids.make<SmallFact>(fact.made_at);
  fact.organisation = principal.organisation;
  fact.by = principal.name;
  fact.content = edit;
  fact.expires_at = fact.made_at + model::fact_kept;
  return fact;
}

Result<SmallFact> insert_noted(Hub& hub, db::Connection& connection, const Principal& principal,
                               const FactEdit& edit, const RequestKey& request) {
  auto replay = find_replay(connection, principal, request);
  if (!replay) return pass_on(replay);
  if (*replay) {
    auto known = get_fact_for(hub, connection, principal, Action::fact_note, {(*replay)->object});
    if (!known) return pass_on(known);
    return std::move(known->fact);
  }
  StoredFact stored;
  stored.fact = fact_of(hub, principal, edit);
  auto commitment = store::insert_fact(connection, hub.keys, stored);
  const auto& fact = stored.fact;
  record(hub, connection, principal,
         {base::word_of(Action::fact_note), "fact", fact.id.bytes, std::move(commitment)});
  remember(hub, connection, principal, request, "fact", fact.id.bytes, fact.revision);
  return std::move(stored.fact);
}

}  // namespace

Result<FactView> note_fact(Hub& hub, const Principal& principal, FactEdit edit,
                           const RequestKey& request) {
  if (auto tried = rights::may_try(principal, Action::fact_note); !tried) return pass_on(tried);
  if (edit.area.empty() && !principal.territory.empty()) edit.area = principal.territory.front();
  if (auto fits = check_fact(principal, edit, hub.clock.now()); !fits) return pass_on(fits);
  auto noted = hub.database.write([&](db::Connection& connection) {
    return insert_noted(hub, connection, principal, edit, request);
  });
  if (!noted) return pass_on(noted);
  return told(hub, principal, *noted);
}

Result<model::Page<FactView>> list_facts(Hub& hub, const Principal& principal,
                                         const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::fact_read); !tried) return pass_on(tried);
  const auto scope = rights::scope_of(principal, Action::fact_read);
  std::vector<Deed> looks = {
      {"fact.list", "organisation", principal.organisation.bytes, {}, "linking"}};
  auto views = hub.database.read([&](db::Connection& connection) {
    auto found = store::list_facts(connection, hub.keys, scope, hub.clock.now(), page);
    model::Page<FactView> shown;
    shown.next = found.next;
    for (const auto& fact : found.items)
      shown.items.push_back(view_for(hub, connection, principal, fact, looks));
    return shown;
  });
  record_looks(hub, principal, looks);
  return views;
}

Result<FactView> open_fact(Hub& hub, const Principal& principal, FactId id) {
  auto stored = hub.database.read([&](db::Connection& connection) {
    return get_fact_for(hub, connection, principal, Action::fact_read, id);
  });
  if (!stored) return pass_on(stored);
  return told(hub, principal, stored->fact,
              {{base::word_of(Action::fact_read), "fact", id.bytes, {}, "linking"}});
}

Result<FactView> extend_fact(Hub& hub, const Principal& principal, FactId id, std::int64_t revision,
                             const std::string& reason) {
  if (base::is_blank(reason))
    return base::fail(ErrorKind::invalid_input, "/reason", "is empty", "say why in a sentence");
  auto extended = hub.database.write([&](db::Connection& connection) -> Result<SmallFact> {
    auto stored = get_fact_for_change(hub, connection, principal, id, revision);
    if (!stored) return pass_on(stored);
    auto& fact = stored->fact;
    if (auto second = get_fact_for(hub, connection, principal, Action::fact_note, id, {fact.by});
        !second)
      return pass_on(second);
    if (fact.state == model::FactState::extended)
      return base::fail(ErrorKind::conflict, "", "the fact was extended before",
                        "let it end, or note what was seen since");
    fact.state = model::FactState::extended;
    fact.expires_at = fact.expires_at + model::fact_kept;
    fact.extended_by = principal.name;
    fact.extended_at = hub.clock.now();
    fact.extension_reason = reason;
    auto commitment = store::update_fact(connection, *stored);
    if (!commitment) return pass_on(commitment);
    record(hub, connection, principal, {"fact.extend", "fact", id.bytes, std::move(*commitment)});
    return std::move(fact);
  });
  if (!extended) return pass_on(extended);
  return told(hub, principal, *extended);
}

Result<void> remove_fact(Hub& hub, const Principal& principal, FactId id, std::int64_t revision) {
  return hub.database.write([&](db::Connection& connection) -> Result<void> {
    if (auto stored = get_fact_for_change(hub, connection, principal, id, revision); !stored)
      return pass_on(stored);
    store::delete_fact(connection, id);
    record(hub, connection, principal, {"fact.remove", "fact", id.bytes});
    return {};
  });
}

std::size_t end_facts(Hub& hub, const Principal& clock) {
  const auto end_some = [&](db::Connection& connection) {
    const auto ended = store::list_ended_facts(connection, hub.clock.now(), facts_at_once);
    for (const auto& id : ended) {
      store::delete_fact(connection, id);
      record(hub, connection, clock, {"fact.purge", "fact", id.bytes});
    }
    return ended.size();
  };
  std::size_t ended = 0;
  while (const auto some = hub.database.write(end_some))
    ended += some;
  return ended;
}

}  // namespace workflow
