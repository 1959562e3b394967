#include "work/workflow/propose_links.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "edges/store/link.h"
#include "edges/store/match_key.h"
#include "edges/store/persona.h"
#include "edges/store/task.h"
#include "work/engine/candidates.h"
#include "work/engine/match_features.h"
#include "work/workflow/new_task.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::PersonaFeatures;
using model::PersonaRef;
using store::PersonaAddress;

/// Who shares a key with a persona, and how: number n of one belongs to number n of the other.
struct Meetings {
  std::vector<PersonaAddress> addresses;
  std::vector<engine::Meeting> meetings;
};

/// Ids are made at random but for their time, so their last bytes spread by themselves.
struct SpreadOfPersona {
  std::size_t operator()(const PersonaRef& persona) const {
    std::uint64_t tail = 0;
    std::memcpy(&tail, persona.report.bytes.data() + 8, sizeof tail);
    return tail + persona.index;
  }
};

Meetings meet(Hub& hub, db::Connection& connection, base::Id<model::Report> own,
              const PersonaFeatures& features) {
  const auto keys = engine::match_keys(features);
  const auto sharers = store::find_candidates(connection, store::blind_match_keys(hub.keys, keys),
                                              engine::candidates_per_key_max);
  Meetings all;
  std::unordered_map<PersonaRef, std::size_t, SpreadOfPersona> number_of;
  for (std::size_t key = 0; key < keys.size(); ++key) {
    for (const auto& candidate : sharers[key]) {
      if (candidate.address.persona.report == own) continue;
      const auto [known, is_new] =
          number_of.try_emplace(candidate.address.persona, all.meetings.size());
      if (is_new) {
        all.addresses.push_back(candidate.address);
        all.meetings.emplace_back().sketch = candidate.sketch;
      }
      all.meetings[known->second].add(keys[key].kind, sharers[key].size());
    }
  }
  return all;
}

std::vector<engine::Candidate> open_candidates(Hub& hub, db::Connection& connection,
                                               const Meetings& met, std::uint64_t sketch) {
  std::vector<PersonaAddress> addresses;
  for (const auto number : engine::worth_comparing(met.meetings, sketch))
    addresses.push_back(met.addresses[number]);
  auto features = store::PersonaReader(connection, hub.keys).find(addresses);
  std::vector<engine::Candidate> candidates;
  for (std::size_t number = 0; number < addresses.size(); ++number)
    if (features[number])
      candidates.push_back({addresses[number].persona, std::move(*features[number])});
  return candidates;
}

const PersonaFeatures& features_of(const std::vector<engine::Candidate>& candidates,
                                   const PersonaRef& ref) {
  return std::ranges::find(candidates, ref, &engine::Candidate::ref)->features;
}

void find_for_persona(Hub& hub, db::Connection& connection, const PersonaRef& mine,
                      const PersonaFeatures& features, const PersonaSample& sample,
                      std::vector<Proposal>& found) {
  const auto meetings = meet(hub, connection, mine.report, features);
  const auto candidates = open_candidates(hub, connection, meetings, engine::sketch_of(features));
  for (auto& proposal : engine::propose_links(mine, features, candidates, sample.rarity)) {
    const auto& other = proposal.left == mine ? proposal.right : proposal.left;
    const auto base_rate = sample.share_of_script(features, features_of(candidates, other));
    found.push_back({std::move(proposal), base_rate});
  }
}

/// Different firms, or no source in common that the reports tell of.
bool are_independent(const model::ReportRecord& left, const store::ReportOrigin& right) {
  const bool is_one_firm =
      !left.organisation_key.empty() && left.organisation_key == right.organisation_key;
  const bool is_one_unknown_source = left.organisation_key.empty() &&
                                     right.organisation_key.empty() &&
                                     left.organisation == right.organisation;
  return !is_one_firm && !is_one_unknown_source;
}

void open_judging(Hub& hub, db::Connection& connection, const store::StoredReport& report,
                  const store::StoredLink& stored) {
  store::open_task(connection, new_task(hub, stored.organisation, model::TaskKind::judge_link,
                                        report.record, stored.link.id.bytes));
}

base::Result<void> refresh(Hub& hub, db::Connection& connection, const model::Principal& principal,
                           store::StoredLink stored, const Proposal& proposal) {
  auto& link = stored.link;
  const bool is_same = link.proposal.bits == proposal.proposal.bits &&
                       link.proposal.kind == proposal.proposal.kind &&
                       link.proposal.reasons == proposal.proposal.reasons;
  if (link.judgement != model::Judgement::open || !link.history.empty() || is_same) return {};
  link.proposal = proposal.proposal;
  link.kind = proposal.proposal.kind;
  link.base_rate = proposal.base_rate;
  auto commitment = store::update_link(connection, stored);
  if (!commitment) return pass_on(commitment);
  record(hub, connection, principal,
         {"link.propose", "link", link.id.bytes, std::move(*commitment)});
  return {};
}

}  // namespace

std::vector<Proposal> find_proposals(Hub& hub, const store::StoredReport& stored,
                                     const PersonaSample& sample) {
  return hub.database.read([&](db::Connection& connection) {
    std::vector<Proposal> found;
    const auto personas = store::list_personas(connection, stored);
    for (std::size_t index = 0; index < personas.size(); ++index)
      find_for_persona(hub, connection, {stored.record.id, index}, personas[index], sample, found);
    return found;
  });
}

base::Result<void> write_proposals(Hub& hub, db::Connection& connection,
                                   const model::Principal& principal,
                                   const store::StoredReport& stored,
                                   const std::vector<Proposal>& proposals) {
  const auto now = hub.clock.now();
  for (const auto& item : proposals) {
    const auto& proposal = item.proposal;
    const auto& other_id =
        proposal.left.report == stored.record.id ? proposal.right.report : proposal.left.report;
    const auto other = store::find_origin(connection, other_id);
    if (!other) continue;
    if (auto known = store::find_link_of_pair(connection, hub.keys, stored.desk, proposal.left,
                                              proposal.right)) {
      if (auto done = refresh(hub, connection, principal, std::move(*known), item); !done)
        return done;
      continue;
    }
    store::StoredLink made;
    made.organisation = stored.desk;
    made.made_at = now;
    made.link.id = hub.ids.make<model::Link>(now);
    made.link.proposal = proposal;
    made.link.kind = proposal.kind;
    made.link.base_rate = item.base_rate;
    made.link.independent = are_independent(stored.record, *other);
    record(hub, connection, principal,
           {"link.propose", "link", made.link.id.bytes,
            store::insert_link(connection, hub.keys, made)});
    open_judging(hub, connection, stored, made);
  }
  return {};
}

}  // namespace workflow
