#pragma once

#include "edges/codec/archive.h"
#include "edges/codec/bilingual_json.h"
#include "ground/model/organisation.h"

/// Organisations, their sites and contacts as JSON. `json.h` alone is enough to decode and encode
/// model::Organisation, model::Contact and the two edits.
namespace codec {

/// What a person may send to make or change an organisation: no id, no revision.
struct OrganisationEdit {
  model::Organisation organisation;
};

/// What a person may send to add or change a contact: no id, no verification.
struct ContactEdit {
  model::Contact contact;
};

template <class Archive>
void describe(Archive& archive, model::Site& site) {
  archive.required("name", site.name, text_up_to(200));
  archive.optional("area", site.area, text_up_to(5));
  archive.optional("address", site.address, text_up_to(500));
  archive.optional("lat", site.lat, between(-90, 90));
  archive.optional("lon", site.lon, between(-180, 180));
  archive.rule("lat", site.lat.has_value() == site.lon.has_value(),
               "lat and lon come together or not at all", "give both, or neither");
}

template <class Archive>
void describe_content(Archive& archive, model::Organisation& organisation) {
  archive.required("key", organisation.key, text_up_to(100));
  archive.required("kind", organisation.kind);
  archive.required("name", organisation.name);
  archive.optional("sector", organisation.sector, text_up_to(100));
  archive.optional("technologies", organisation.technologies, list_up_to(100, 100));
  archive.optional("sites", organisation.sites, list_up_to(1000));
  archive.optional("territory", organisation.territory, list_up_to(2000, 5));
  archive.optional("station", organisation.station, text_up_to(100));
  archive.defaulted("reports_held", organisation.reports_held, true);
  archive.optional("fictional", organisation.fictional);
}

template <class Archive>
void describe(Archive& archive, OrganisationEdit& edit) {
  describe_content(archive, edit.organisation);
}

template <class Archive>
void describe(Archive& archive, model::Organisation& organisation) {
  archive.required("id", organisation.id);
  describe_content(archive, organisation);
  archive.optional("revision", organisation.revision);
}

template <class Archive>
void describe(Archive& archive, model::Contact::Verified& verified) {
  archive.required("how", verified.how, text_up_to(1000));
  archive.required("by", verified.by);
  archive.required("at", verified.at);
}

template <class Archive>
void describe_content(Archive& archive, model::Contact& contact) {
  archive.required("name", contact.name, text_up_to(200));
  archive.required("role", contact.role, text_up_to(200));
  archive.optional("email", contact.email, text_up_to(320));
  archive.optional("phone", contact.phone, text_up_to(50));
  archive.optional("takes_alerts", contact.takes_alerts);
}

template <class Archive>
void describe(Archive& archive, ContactEdit& edit) {
  describe_content(archive, edit.contact);
}

template <class Archive>
void describe(Archive& archive, model::Contact& contact) {
  archive.required("id", contact.id);
  archive.required("organisation", contact.organisation);
  describe_content(archive, contact);
  archive.optional("verified", contact.verified);
  archive.optional("revision", contact.revision);
}

}  // namespace codec
