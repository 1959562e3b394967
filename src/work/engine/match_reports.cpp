#include "work/engine/match_reports.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "steps/intake/propose.h"
#include "work/engine/match.h"
#include "work/engine/match_features.h"

namespace engine {
namespace {

using model::LinkProposal;
using model::PersonaRef;

std::optional<model::Language> language_hint(const model::Report& report) {
  if (report.language.starts_with("ja")) return model::Language::ja;
  if (report.language.starts_with("en")) return model::Language::en;
  return std::nullopt;
}

/// Nothing where the report may not be linked.
std::vector<model::PersonaFeatures> features_of(const model::Report& report,
                                                const intake::CompiledCues& cues,
                                                const intake::CompiledWeights& weights) {
  const auto hint = language_hint(report);
  const auto narrative = intake::read_text(report.narrative, hint, cues, weights);
  if (!may_link(report, narrative.kind)) return {};
  std::vector<intake::ReadText> said;
  for (const auto& encounter : report.encounters)
    said.push_back(intake::read_text(encounter.said, hint, cues, weights));
  const auto states = intake::propose(report, narrative, said,
                                      intake::behaviours_count_as_ticked(report.from.capacity));
  return match_features(report, states, narrative.entities);
}

std::vector<std::size_t> in_order_of_report(std::span<const model::Report> reports) {
  std::vector<std::size_t> order(reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t index) {
    const auto& at = reports[index].reported_at;
    return std::tuple(!at.has_value(), at.value_or(base::UtcTime{}), index);
  });
  return order;
}

/// The number of a report as an id, in big-endian order so that ids sort as numbers do.
PersonaRef ref_of(std::size_t report, std::size_t persona) {
  PersonaRef ref;
  ref.index = persona;
  for (std::size_t byte = 0; byte < sizeof(report); ++byte)
    ref.report.bytes[15 - byte] = static_cast<std::uint8_t>(report >> (8 * byte));
  return ref;
}

std::size_t number_of(const base::Id<model::Report>& id) {
  std::size_t number = 0;
  for (std::size_t byte = 8; byte < 16; ++byte)
    number = number << 8 | id.bytes[byte];
  return number;
}

std::size_t other_of(const LinkProposal& proposal, std::size_t report) {
  const auto left = number_of(proposal.left.report);
  return left == report ? number_of(proposal.right.report) : left;
}

/// The best proposal for each earlier report.
std::vector<ReportMatch> best_of(std::size_t report, std::vector<LinkProposal> proposals) {
  std::ranges::sort(proposals, {}, [](const LinkProposal& proposal) {
    return std::tuple(-proposal.bits, proposal.left, proposal.right);
  });
  std::vector<ReportMatch> matches;
  for (auto& proposal : proposals) {
    const auto other = other_of(proposal, report);
    if (other == report || std::ranges::find(matches, other, &ReportMatch::other) != matches.end())
      continue;
    if (matches.size() == proposals_max) break;
    matches.push_back({report, other, matches.size() + 1, std::move(proposal)});
  }
  return matches;
}

}  // namespace

std::vector<ReportMatch> match_reports(std::span<const model::Report> reports,
                                       const intake::CompiledCues& cues,
                                       const intake::CompiledWeights& weights) {
  std::vector<ReportMatch> matches;
  MatchIndex index;
  for (const auto report : in_order_of_report(reports)) {
    const auto all = features_of(reports[report], cues, weights);
    std::vector<LinkProposal> proposals;
    for (std::size_t persona = 0; persona < all.size(); ++persona)
      std::ranges::move(index.find(ref_of(report, persona), all[persona]),
                        std::back_inserter(proposals));
    std::ranges::move(best_of(report, std::move(proposals)), std::back_inserter(matches));
    const auto time = reports[report].reported_at.value_or(base::UtcTime{INT64_MAX});
    for (std::size_t persona = 0; persona < all.size(); ++persona)
      index.add(ref_of(report, persona), all[persona], time);
  }
  return matches;
}

}  // namespace engine
