#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/base/result.h"
#include "ground/model/dossier.h"

/// Links between personas: one row a pair, whatever was proposed or decided. Reasons, quotes and
/// decisions are sealed with the link's own key.
namespace store {

struct StoredLink {
  model::Link link;
  base::Id<model::Organisation> organisation;  ///< the bureau that keeps it
  base::UtcTime made_at;
  RowKey key;
};

[[nodiscard]] std::optional<StoredLink> find_link(db::Connection& connection, const Keys& keys,
                                                  base::Id<model::Link> id);

/// The link of a pair, left < right, as one bureau keeps it.
[[nodiscard]] std::optional<StoredLink> find_link_of_pair(
    db::Connection& connection, const Keys& keys, base::Id<model::Organisation> organisation,
    const model::PersonaRef& left, const model::PersonaRef& right);

/// Writes a new link with a key of its own.
[[nodiscard]] base::Bytes insert_link(db::Connection& connection, const Keys& keys,
                                      StoredLink& stored);

/// As store::update_report: precondition_failed where the revision is another.
[[nodiscard]] base::Result<base::Bytes> update_link(db::Connection& connection, StoredLink& stored);

/// Strongest first. All links that touch a report, or one of its personas.
[[nodiscard]] std::vector<StoredLink> list_links_of(db::Connection& connection, const Keys& keys,
                                                    base::Id<model::Report> report,
                                                    std::optional<std::size_t> persona = {});

/// A judged or open pair without its reasons: what clusters and graphs are derived from.
struct LinkEdge {
  base::Id<model::Link> id;
  model::PersonaRef left, right;
  model::LinkKind kind = model::LinkKind::same_person;
  model::Judgement judgement = model::Judgement::open;
  double bits = 0;
};
[[nodiscard]] std::vector<LinkEdge> list_edges_of(db::Connection& connection,
                                                  base::Id<model::Report> report);
/// All edges of one judgement.
[[nodiscard]] std::vector<LinkEdge> list_edges(db::Connection& connection,
                                               model::Judgement judgement);

void delete_link(db::Connection& connection, base::Id<model::Link> id);

/// Links, for the check of the record.
[[nodiscard]] ContentSource link_content();

}  // namespace store
