#include "steps/resolve/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include "steps/resolve/families.h"
#include "steps/resolve/reason_codes.h"
#include "steps/resolve/weights.h"

namespace resolve {
namespace {

using model::LinkKind;

struct Findings {
  Finding handles, urls, names, employers, covers, occasions, scripts, said, told, requests,
      technologies, rhythms, looks;
};

Findings find_all(const Features& left, const Features& right, const Rarity& rarity) {
  Findings found{compare_handles(left, right, rarity),
                 compare_urls(left, right, rarity),
                 compare_names(left, right, rarity),
                 compare_employers(left, right, rarity),
                 compare_covers(left, right),
                 compare_occasions(left, right, rarity),
                 compare_scripts(left, right, rarity),
                 compare_said(left, right, rarity),
                 compare_told(left, right, rarity),
                 compare_requests(left, right, rarity),
                 compare_technologies(left, right, rarity),
                 compare_rhythms(left, right),
                 compare_looks(left, right)};
  // What was said first is part of the story: it counts once.
  (found.told.bits < found.said.bits ? found.told : found.said) = {};
  return found;
}

/// One way to explain the pair, with the reasons that add up to its bits.
struct Claim {
  LinkKind kind = LinkKind::same_person;
  Finding sum;
  double uncapped_bits = 0;

  void take(const Finding& finding) {
    for (const auto& one : finding.reasons)
      sum.add(one.code, one.effect, one.parameters);
  }
  void take_positive(const Finding& finding) {
    for (const auto& one : finding.reasons)
      if (one.effect > 0) sum.add(one.code, one.effect, one.parameters);
  }
  void cap_at(double bits_max) {
    if (sum.bits > bits_max) sum.add(reason::capped, bits_max - sum.bits);
  }
};

double positive_bits(const Finding& finding) {
  double bits = 0;
  for (const auto& one : finding.reasons)
    if (one.effect > 0) bits += one.effect;
  return bits;
}

/// Looks and language for the link are scaled down to a fifth of all that speaks for it.
void take_looks(Claim& claim, const Finding& looks) {
  const double others = positive_bits(claim.sum), alike = positive_bits(looks);
  const double allowed = others * weight::looks_share_max / (1 - weight::looks_share_max);
  const double factor = alike > allowed ? allowed / alike : 1;
  for (const auto& one : looks.reasons)
    if (const double effect = one.effect > 0 ? one.effect * factor : one.effect; effect != 0)
      claim.sum.add(one.code, effect, one.parameters);
}

double method_bits(const Findings& found) {
  return std::max(0.0, found.scripts.bits) + found.told.bits + found.requests.bits +
         found.rhythms.bits;
}

bool shares_identity(const Findings& found) {
  return found.handles.bits > 0 || found.urls.bits > 0 || found.names.bits > 0 ||
         found.employers.bits > 0;
}

/// Remembers what the claim was worth uncapped: two capped claims are told apart by it.
void cap_nameless(Claim& claim, const Findings& found) {
  claim.uncapped_bits = claim.sum.bits;
  if (shares_identity(found)) return;
  const double over_knee = claim.sum.bits - weight::nameless_knee;
  if (method_bits(found) < weight::method_min)
    claim.cap_at(shown_bits_min - weight::nameless_below_shown);
  else if (over_knee > 0)
    claim.cap_at(
        std::min(weight::nameless_max, weight::nameless_knee + over_knee * weight::nameless_slope));
}

void rule_out(Claim& claim, std::string_view code) {
  claim.sum.add(code, std::min(0.0, weight::excluded_bits - claim.sum.bits));
  claim.uncapped_bits = claim.sum.bits;
}

Claim claim_same_person(const Findings& found) {
  Claim claim;
  for (const auto* finding : {&found.handles, &found.urls, &found.names, &found.employers,
                              &found.covers, &found.occasions, &found.scripts, &found.said,
                              &found.told, &found.requests, &found.technologies, &found.rhythms})
    claim.take(*finding);
  take_looks(claim, found.looks);
  cap_nameless(claim, found);
  if (found.occasions.is_final) rule_out(claim, reason::place_conflict);
  if (found.looks.is_final) rule_out(claim, reason::looks_conflict);
  return claim;
}

bool are_certainly_different(const Findings& found) {
  return found.looks.is_final || found.occasions.is_final || found.looks.bits <= weight::band_gap;
}

bool seem_different(const Findings& found) {
  return are_certainly_different(found) || found.names.bits < 0;
}

/// What an organisation keeps when its people change.
void take_organisation(Claim& claim, const Findings& found) {
  for (const auto* finding :
       {&found.handles, &found.urls, &found.employers, &found.covers, &found.scripts, &found.said,
        &found.told, &found.requests, &found.technologies})
    claim.take(*finding);
  claim.take_positive(found.occasions);
}

std::optional<Claim> claim_same_operator(const Findings& found) {
  const bool shares_anchor =
      found.handles.bits > 0 || found.urls.bits > 0 || found.employers.bits > 0;
  const bool shares_script = found.scripts.bits >= weight::method_min;
  if (!(shares_anchor && seem_different(found)) &&
      !(shares_script && are_certainly_different(found)))
    return std::nullopt;
  Claim claim{LinkKind::same_operator, {}, 0};
  take_organisation(claim, found);
  cap_nameless(claim, found);
  return claim;
}

const Features* find_later(const Features& left, const Features& right) {
  const auto a = period_of(left), b = period_of(right);
  if (!a || !b || a->first == b->first) return nullptr;
  const auto& [earlier, later] = a->first < b->first ? std::pair(*a, *b) : std::pair(*b, *a);
  if (earlier.last > later.first + weight::handover_overlap_days) return nullptr;
  return a->first < b->first ? &right : &left;
}

bool tells_of_handover(const Features& features) {
  return std::ranges::find(features.behaviours, "DV6") != features.behaviours.end();
}

std::optional<Claim> claim_successor(const Features& left, const Features& right,
                                     const Findings& found) {
  const auto* later = find_later(left, right);
  if (later == nullptr || found.names.bits > 0) return std::nullopt;
  const auto& earlier = later == &left ? right : left;
  const bool was_introduced = later->introduced, is_handed_over = tells_of_handover(earlier);
  const bool asks_the_same = found.requests.bits > weight::request_class_only &&
                             positive_bits(found.occasions) >= weight::area_max;
  if (!was_introduced && !seem_different(found)) return std::nullopt;
  if (!was_introduced && !is_handed_over && !asks_the_same) return std::nullopt;
  Claim claim{LinkKind::successor, {}, 0};
  take_organisation(claim, found);
  if (was_introduced) claim.sum.add(reason::introduced, weight::introduced);
  if (is_handed_over) claim.sum.add(reason::handover, weight::handover);
  cap_nameless(claim, found);
  return claim;
}

Claim claim_within_report(const Features& left, const Features& right) {
  Claim claim;
  if (left.introduced != right.introduced) {
    claim.kind = LinkKind::successor;
    claim.sum.add(reason::introduced, weight::introduced_within_report);
  } else {
    rule_out(claim, reason::seen_together);
  }
  return claim;
}

Claim best_claim(const Features& left, const Features& right, const Rarity& rarity) {
  const auto found = find_all(left, right, rarity);
  Claim best = claim_same_person(found);
  for (auto& other : {claim_same_operator(found), claim_successor(left, right, found)})
    if (other && other->uncapped_bits > best.uncapped_bits) best = *other;
  return best;
}

model::Probability probability_of(double bits, std::uint64_t known) {
  return *model::Probability::make(1 / (1 + std::exp2(-(bits + prior_bits(known)))));
}

Evidence evidence_of(Claim claim, std::uint64_t known) {
  std::ranges::sort(claim.sum.reasons, {}, [](const model::Reason& one) {
    return std::tuple(-one.effect, std::string_view(one.code));
  });
  return {claim.kind, claim.sum.bits, probability_of(claim.sum.bits, known),
          std::move(claim.sum.reasons)};
}

}  // namespace

double prior_bits(std::uint64_t known) {
  const double times = static_cast<double>(known) / static_cast<double>(prior_known);
  return -11 - std::log2(std::max(1.0, times));
}

Evidence compare(const model::PersonaFeatures& left, const model::PersonaFeatures& right,
                 const Rarity& rarity, Setting setting) {
  if (setting == Setting::same_report) return evidence_of(claim_within_report(left, right), 0);
  return evidence_of(best_claim(left, right, rarity), rarity.known());
}

}  // namespace resolve
