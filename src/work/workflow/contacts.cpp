#include "work/workflow/contacts.h"

#include "edges/store/contact.h"
#include "work/workflow/organisation_access.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Contact;
using model::Organisation;
using model::Principal;
using rights::Action;

base::Result<void> check_contact(const Contact& contact) {
  if (contact.name.empty())
    return base::fail(ErrorKind::invalid_input, "/name", "is empty",
                      "say who answers, or which desk");
  if (contact.email.empty() && contact.phone.empty())
    return base::fail(ErrorKind::invalid_input, "/email", "is empty, and so is the phone",
                      "give an e-mail address or a phone number");
  if (!contact.email.empty() && contact.email.find('@') == std::string::npos)
    return base::fail(ErrorKind::invalid_input, "/email", "is no e-mail address",
                      "write it as name@example.jp");
  if (contact.takes_alerts && contact.email.empty())
    return base::fail(ErrorKind::invalid_input, "/email", "is empty, but notices go by e-mail",
                      "give an address, or do not let this contact take alerts");
  return {};
}

base::Result<Contact> get_contact_for(const Hub& hub, db::Connection& connection,
                                      const Principal& principal, Action action,
                                      base::Id<Contact> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto contact = store::find_contact(connection, hub.keys, id);
  if (!contact) return no_such("contact");
  auto organisation = get_organisation_for(connection, principal, action, contact->organisation);
  if (!organisation) return base::pass_on(organisation);
  return std::move(*contact);
}

base::Result<Contact> save(const Hub& hub, db::Connection& connection, const Principal& principal,
                           Action action, Contact contact) {
  auto commitment = store::update_contact(connection, hub.keys, contact);
  if (!commitment) return base::pass_on(commitment);
  record(hub, connection, principal,
         {.action = base::word_of(action),
          .object_kind = "contact",
          .object = contact.id.bytes,
          .commitment = std::move(*commitment)});
  return contact;
}

base::Result<Contact> insert(const Hub& hub, db::Connection& connection, const Principal& principal,
                             Contact contact) {
  auto commitment = store::add_contact(connection, hub.keys, contact);
  record(hub, connection, principal,
         {.action = base::word_of(Action::contact_edit),
          .object_kind = "contact",
          .object = contact.id.bytes,
          .commitment = std::move(commitment)});
  return contact;
}

}  // namespace

base::Result<std::vector<Contact>> list_contacts(Hub& hub, const Principal& principal,
                                                 base::Id<Organisation> organisation) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<std::vector<Contact>> {
    auto found = get_organisation_for(connection, principal, Action::contact_read, organisation);
    if (!found) return base::pass_on(found);
    auto contacts = store::list_contacts(connection, hub.keys, organisation);
    if (!contacts.empty())
      record(hub, connection, principal,
             {.action = base::word_of(Action::contact_read),
              .object_kind = "organisation",
              .object = organisation.bytes,
              .purpose = "follow_up"});
    return contacts;
  });
}

base::Result<Contact> add_contact(Hub& hub, const Principal& principal,
                                  base::Id<Organisation> organisation, Contact contact,
                                  const RequestKey& request) {
  if (auto checked = check_contact(contact); !checked) return base::pass_on(checked);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Contact> {
    auto found = get_organisation_for(connection, principal, Action::contact_edit, organisation);
    if (!found) return base::pass_on(found);
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay)
      return get_contact_for(hub, connection, principal, Action::contact_edit, {(*replay)->object});
    contact.id = hub.ids.make<Contact>(hub.clock.now());
    contact.organisation = organisation;
    contact.verified.reset();
    auto made = insert(hub, connection, principal, contact);
    if (made)
      remember(hub, connection, principal, request, "contact", made->id.bytes, made->revision);
    return made;
  });
}

base::Result<Contact> edit_contact(Hub& hub, const Principal& principal, base::Id<Contact> id,
                                   std::int64_t revision, Contact contact) {
  if (auto checked = check_contact(contact); !checked) return base::pass_on(checked);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Contact> {
    auto now = get_contact_for(hub, connection, principal, Action::contact_edit, id);
    if (!now) return now;
    const bool is_same_person =
        contact.name == now->name && contact.email == now->email && contact.phone == now->phone;
    contact.id = id;
    contact.organisation = now->organisation;
    contact.verified = is_same_person ? now->verified : std::nullopt;
    contact.revision = revision;
    return save(hub, connection, principal, Action::contact_edit, contact);
  });
}

base::Result<void> remove_contact(Hub& hub, const Principal& principal, base::Id<Contact> id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<void> {
    auto now = get_contact_for(hub, connection, principal, Action::contact_edit, id);
    if (!now) return base::pass_on(now);
    store::remove_contact(connection, now->organisation, id);
    record(hub, connection, principal,
           {.action = "contact.remove", .object_kind = "contact", .object = id.bytes});
    return {};
  });
}

base::Result<Contact> verify_contact(Hub& hub, const Principal& principal, base::Id<Contact> id,
                                     const std::string& how) {
  if (how.empty())
    return base::fail(ErrorKind::invalid_input, "/how", "is empty",
                      "say how the contact was verified, e.g. which number was called");
  return hub.database.write([&](db::Connection& connection) -> base::Result<Contact> {
    auto contact = get_contact_for(hub, connection, principal, Action::contact_verify, id);
    if (!contact) return contact;
    if (contact->organisation == principal.organisation)
      return base::fail(ErrorKind::forbidden, "", "nobody verifies his own organisation",
                        "ask the bureau or the station that looks after you");
    contact->verified = {how, principal.name, hub.clock.now()};
    return save(hub, connection, principal, Action::contact_verify, std::move(*contact));
  });
}

}  // namespace workflow
