#include "edges/store/contact.h"

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/row_key.h"

namespace store {
namespace {

using model::Contact;
using model::Organisation;

constexpr auto insert_contact =
    "INSERT INTO contact (org_id, id, takes_alerts, revision, wrapped_key, salt, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr auto update_contact_row =
    "UPDATE contact SET takes_alerts = $3, revision = $4, body = $5"
    " WHERE org_id = $1 AND id = $2 AND revision = $4 - 1";
constexpr auto delete_contact = "DELETE FROM contact WHERE org_id = $1 AND id = $2";
constexpr std::string_view select_contact =
    "SELECT org_id, id, takes_alerts, revision, wrapped_key, salt, body FROM contact";
constexpr auto select_key_of_contact =
    "SELECT wrapped_key, salt FROM contact WHERE org_id = $1 AND id = $2";

crypto::Place contact_body(base::BytesView id) {
  return {"contact", "body", id};
}

/// A contact row with its body opened.
struct OpenedContact {
  RowKey key;
  std::string body;
};

OpenedContact open_contact_row(db::Connection& connection, const Keys& keys, const db::Row& row) {
  const auto organisation = row.id<Organisation>(0);
  auto key = open_row_key(get_organisation_key(connection, keys, organisation), row.uuid(1),
                          row.bytes(4), row.bytes(5));
  auto body = base::to_text(open_column(key, contact_body(row.bytes(1)), row.bytes(6)));
  return {std::move(key), std::move(body)};
}

Contact read_contact(db::Connection& connection, const Keys& keys, const db::Row& row) {
  const auto opened = open_contact_row(connection, keys, row);
  auto contact = codec::decode<Contact>(opened.body, codec::trusted_limits());
  if (!contact) throw base::OutsideFailure("a contact does not read back");
  contact->revision = row.integer(3);
  return std::move(*contact);
}

base::Bytes commitment_of(const RowKey& key, const Contact& contact, const std::string& body) {
  return commitment_to_columns(
      key.salt, {contact.organisation, contact.id, contact.takes_alerts, contact.revision, body});
}

CommittedContent content_of_contact(db::Connection& connection, const Keys& keys,
                                    const db::Row& row) {
  CommittedContent content{.object_kind = "contact", .object = row.uuid(1)};
  try {
    const auto opened = open_contact_row(connection, keys, row);
    content.commitment = commitment_to_columns(
        opened.key.salt, {row.value(0), row.value(1), row.value(2), row.value(3), opened.body});
  } catch (const base::OutsideFailure& failure) {
    content.problem = failure.what();
  }
  return content;
}

}  // namespace

base::Bytes add_contact(db::Connection& connection, const Keys& keys, Contact& contact) {
  contact.revision = 1;
  const auto key =
      make_row_key(get_organisation_key(connection, keys, contact.organisation), contact.id.bytes);
  const auto body = codec::encode(contact);
  connection.execute(
      insert_contact,
      {contact.organisation, contact.id, contact.takes_alerts, contact.revision, key.wrapped,
       key.salt, crypto::seal(key.key, base::as_bytes(body), contact_body(contact.id.bytes))});
  return commitment_of(key, contact, body);
}

base::Result<base::Bytes> update_contact(db::Connection& connection, const Keys& keys,
                                         Contact& contact) {
  const auto stored =
      db::find_row(connection, select_key_of_contact, {contact.organisation, contact.id});
  if (!stored)
    return base::fail(base::ErrorKind::not_found, "", "the contact is gone", "add it again");
  const auto key = open_row_key(get_organisation_key(connection, keys, contact.organisation),
                                contact.id.bytes, stored->bytes(0), stored->bytes(1));
  contact.revision += 1;
  const auto body = codec::encode(contact);
  const auto changed = connection.execute(
      update_contact_row,
      {contact.organisation, contact.id, contact.takes_alerts, contact.revision,
       crypto::seal(key.key, base::as_bytes(body), contact_body(contact.id.bytes))});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the contact has changed since",
                      "read it again and repeat the change");
  return commitment_of(key, contact, body);
}

bool remove_contact(db::Connection& connection, base::Id<Organisation> organisation,
                    base::Id<Contact> id) {
  return connection.execute(delete_contact, {organisation, id}) == 1;
}

std::optional<Contact> find_contact(db::Connection& connection, const Keys& keys,
                                    base::Id<Contact> id) {
  const auto row = db::find_row(connection, fmt::format("{} WHERE id = $1", select_contact), {id});
  if (!row) return std::nullopt;
  return read_contact(connection, keys, *row);
}

std::vector<Contact> list_contacts(db::Connection& connection, const Keys& keys,
                                   base::Id<Organisation> organisation) {
  std::vector<Contact> contacts;
  for (const auto& row : connection.query(
           fmt::format("{} WHERE org_id = $1 ORDER BY id", select_contact), {organisation}))
    contacts.push_back(read_contact(connection, keys, row));
  return contacts;
}

ContentSource contact_content() {
  return {{"contact"},
          {"contact.remove"},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            for (const auto& row : connection.query(select_contact))
              take(content_of_contact(connection, keys, row));
          }};
}

}  // namespace store
