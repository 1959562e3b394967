#pragma once

#include "edges/codec/archive.h"
#include "ground/model/audit.h"
#include "ground/model/reporter_opening.h"

/// The record, its check, and the openings of sealed identities as JSON.
namespace codec {

template <class Archive>
void describe(Archive& archive, model::SealedEntry& sealed) {
  auto& entry = sealed.entry;
  archive.required("sequence", sealed.sequence);
  archive.required("id", entry.id);
  archive.required("at", entry.at);
  archive.required("principal", entry.principal);
  archive.optional("organisation", entry.organisation);
  archive.required("action", entry.action);
  archive.required("object_kind", entry.object_kind);
  archive.required("object", entry.object);
  archive.optional("purpose", entry.purpose);
  archive.optional("commitment", entry.commitment);
  archive.required("hash", sealed.hash);
}

template <class Archive>
void describe(Archive& archive, model::Verification& verification) {
  archive.required("holds", verification.holds);
  archive.required("entries", verification.entries);
  archive.required("unsealed", verification.unsealed);
  archive.optional("first_broken", verification.first_broken);
}

template <class Archive>
void describe(Archive& archive, model::ReporterOpening& opening) {
  archive.required("id", opening.id);
  archive.required("organisation", opening.organisation);
  archive.required("report", opening.report);
  archive.required("state", opening.state);
  archive.required("asked_by", opening.asked_by);
  archive.required("reason", opening.reason);
  archive.optional("decided_by", opening.decided_by);
  archive.optional("opened_by", opening.opened_by);
  archive.required("made_at", opening.made_at);
  archive.optional("revision", opening.revision);
}

template <class Archive>
void describe(Archive& archive, model::CustodianKey& key) {
  archive.required("id", key.id);
  archive.optional("name", key.name);
  archive.required("public_key", key.public_key);
  archive.required("made_at", key.made_at);
}

}  // namespace codec
