#pragma once

#include "edges/codec/archive.h"
#include "edges/codec/organisation_json.h"
#include "ground/model/bundle.h"

/// Hub cards and partners as descriptions, for what nests them.
namespace codec {

/// The key of a hub, either half.
template <class Archive>
void describe_key(Archive& archive, std::string_view name, base::Bytes& key) {
  archive.required(name, key);
  archive.rule(name, key.size() == 32, "is no key of 32 bytes",
               "ask the other hub for its card again");
}

template <class Archive>
void describe(Archive& archive, model::HubCard& card) {
  archive.tag("kizuki", "hub/1");
  archive.required("organisation", card.organisation);
  describe_key(archive, "verifying_key", card.verifying_key);
  describe_key(archive, "sealing_key", card.sealing_key);
  archive.optional("url", card.url, text_up_to(500));
}

template <class Archive>
void describe(Archive& archive, model::Partner& partner) {
  archive.required("id", partner.id);
  archive.required("organisation", partner.organisation);
  archive.required("organisation_key", partner.organisation_key);
  describe_key(archive, "verifying_key", partner.verifying_key);
  describe_key(archive, "sealing_key", partner.sealing_key);
  archive.optional("url", partner.url, text_up_to(500));
  archive.required("verified_how", partner.verified_how, text_up_to(1000));
  archive.required("verified_by", partner.verified_by, text_up_to(200));
  archive.required("verified_at", partner.verified_at);
  archive.required("is_active", partner.is_active);
  archive.optional("revision", partner.revision);
  archive.optional("exchanged_at", partner.exchanged_at);
  archive.optional("exchange_error", partner.exchange_error);
}

}  // namespace codec
