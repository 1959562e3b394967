#pragma once

#include <span>
#include <vector>

#include "ground/model/link.h"

namespace resolve {

/// A link as a person decided it.
struct JudgedLink {
  model::PersonaRef left, right;
  model::LinkKind kind = model::LinkKind::same_person;
  model::Judgement judgement = model::Judgement::open;

  bool operator==(const JudgedLink&) const = default;
};

struct Clusters {
  /// Personas of one party, at least two each; members ascending, clusters by first member.
  std::vector<std::vector<model::PersonaRef>> groups;
  /// Links judged `same` that would have put two personas judged `different` into one cluster:
  /// not followed, for a person to look at again. Ascending.
  std::vector<JudgedLink> contradictions;
};

/// Clusters from what people decided alone: `same` same_person links join, `different` ones keep
/// apart, also along a chain; the other kinds and judgements do neither. The result depends on
/// the set of links, not on their order; taking a judgement back gives the state before it.
[[nodiscard]] Clusters clusters_of(std::span<const JudgedLink> links);

}  // namespace resolve
