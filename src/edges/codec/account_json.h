#pragma once

#include "edges/codec/archive.h"
#include "edges/codec/organisation_json.h"
#include "ground/model/principal.h"
#include "ground/model/session.h"

/// Accounts, sessions and tokens as JSON. No description here ever names a password, a hash or
/// the value of a token.
namespace codec {

template <class Archive>
void describe(Archive& archive, model::Account& account) {
  archive.required("id", account.id);
  archive.required("organisation", account.organisation);
  archive.required("name", account.name, text_up_to(100));
  archive.optional("display", account.display, text_up_to(200));
  archive.optional("email", account.email, text_up_to(320));
  archive.required("roles", account.roles);
  archive.required("state", account.state);
  archive.required("language", account.language, text_up_to(2));
  archive.optional("revision", account.revision);
}

template <class Archive>
void describe(Archive& archive, model::Session& session) {
  archive.required("id", session.id);
  archive.required("made_at", session.made_at);
  archive.required("seen_at", session.seen_at);
  archive.required("expires_at", session.expires_at);
  archive.optional("is_this_one", session.is_this_one);
}

template <class Archive>
void describe(Archive& archive, model::ApiToken& token) {
  archive.required("id", token.id);
  archive.required("label", token.label, text_up_to(100));
  archive.optional("roles", token.roles);
  archive.required("made_at", token.made_at);
  archive.required("expires_at", token.expires_at);
  archive.optional("used_on", token.used_on);
}

}  // namespace codec
