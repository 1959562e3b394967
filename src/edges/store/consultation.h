#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "ground/model/consultation.h"
#include "ground/model/page.h"

/// Consultations. A row belongs to the desk that took it and is sealed with its own key.
namespace store {

struct StoredConsultation {
  model::Consultation consultation;
  RowKey key;
};

/// Writes a new one; revision becomes 1. Gives the commitment for its audit row.
[[nodiscard]] base::Bytes insert_consultation(db::Connection& connection, const Keys& keys,
                                              StoredConsultation& stored);

[[nodiscard]] std::optional<StoredConsultation> find_consultation(db::Connection& connection,
                                                                  const Keys& keys,
                                                                  base::Id<model::Consultation> id);

/// precondition_failed where the revision is another.
[[nodiscard]] base::Result<base::Bytes> update_consultation(db::Connection& connection,
                                                            StoredConsultation& stored);

struct ConsultationFilter {
  rights::Scope scope{};     ///< scope_of consultation_read
  std::string reader_key{};  ///< of the reader's organisation: firms that name it as station
  std::optional<model::ConsultationState> state{};
};

/// Newest first. The addressed part of a scope holds those that were referred.
[[nodiscard]] model::Page<model::Consultation> list_consultations(db::Connection& connection,
                                                                  const Keys& keys,
                                                                  const ConsultationFilter& filter,
                                                                  const model::PageRequest& page);

/// Oldest first: closed ones that were taken before `closed_before`, and any before `any_before`.
[[nodiscard]] std::vector<base::Id<model::Consultation>> list_ended_consultations(
    db::Connection& connection, base::UtcTime closed_before, base::UtcTime any_before,
    std::size_t most);

void delete_consultation(db::Connection& connection, base::Id<model::Consultation> id);

/// Consultations for the check of the record.
[[nodiscard]] ContentSource consultation_content();

}  // namespace store
