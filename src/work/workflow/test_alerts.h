#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "edges/store/contact.h"
#include "edges/store/dossier.h"
#include "edges/store/task.h"
#include "work/workflow/alert_steps.h"
#include "work/workflow/approve_alert.h"
#include "work/workflow/draft_alert.h"
#include "work/workflow/edit_alert.h"
#include "work/workflow/read_alerts.h"
#include "work/workflow/step_alert.h"
#include "work/workflow/test_reports.h"

/// For tests: a hub in which two firms reported the same street encounter, vetted in both parts,
/// with an open dossier on it, five more firms of the same field and ward, and a verified contact
/// at firm_d. Everything is fictional.
namespace workflow::for_tests {

inline constexpr std::string_view contact_address = "officer@firm-d.example";

class AlertDesk {
 public:
  explicit AlertDesk(std::string address = std::string(contact_address)) {
    for (const auto* key : {"firm-d", "firm-e", "firm-f", "firm-g", "firm-h"})
      firms.push_back(test.add_firm(key, "semiconductor", "13109", "station-a"));
    add_contact(firm_d(), std::move(address));
    report_a = in_use(test.officer_a(), "2026-11-02");
    report_b = in_use(test.officer_b(), "2026-11-10");
    dossier = open_dossier();
  }

  TestHub test;
  std::vector<model::Organisation> firms;
  base::Id<model::Report> report_a, report_b;
  base::Id<model::Dossier> dossier;

  [[nodiscard]] Hub& hub() { return test.hub; }
  [[nodiscard]] const model::Organisation& firm_d() const { return firms.front(); }
  model::Principal officer_d() { return test.person(firm_d(), {model::Role::company_officer}); }

  model::Alert draft(model::AlertProduct product = model::AlertProduct::warning) {
    return draft_alert(hub(), test.analyst(), {product, dossier, {}}).value();
  }

  /// The draft as it stands, with contrary evidence.
  [[nodiscard]] static model::AlertEdit edit_of(const model::Alert& alert) {
    model::AlertEdit edit;
    edit.text = alert.text;
    edit.contrary_evidence = "別々の通行人かもしれない / may be two passers-by";
    edit.confidence = alert.confidence;
    edit.expires_at = alert.expires_at;
    return edit;
  }

  base::Result<model::Alert> step(const model::Principal& principal, const model::Alert& alert,
                                  AlertStep::Kind kind, const std::string& note = "") {
    AlertStep step;
    step.kind = kind;
    step.note = note;
    if (kind == AlertStep::Kind::correct || kind == AlertStep::Kind::cancel)
      step.text = {note, note};
    return step_alert(hub(), principal, alert.id, alert.revision, step);
  }

  model::Alert submitted(model::AlertProduct product = model::AlertProduct::warning) {
    auto alert = draft(product);
    alert = edit_alert(hub(), test.analyst(), alert.id, alert.revision, edit_of(alert)).value();
    return step(test.analyst(), alert, AlertStep::Kind::submit).value();
  }

  void open_sources(const model::Principal& principal, const model::Alert& alert) {
    for (const auto& source : alert.sources)
      static_cast<void>(open_alert_source(hub(), principal, alert.id, source).value());
  }

  model::Alert approved(model::AlertProduct product = model::AlertProduct::warning) {
    const auto alert = submitted(product);
    open_sources(test.approver(), alert);
    return step(test.approver(), alert, AlertStep::Kind::approve).value();
  }

  model::Alert sent(model::AlertProduct product = model::AlertProduct::warning) {
    return step(test.analyst(), approved(product), AlertStep::Kind::send).value();
  }

  /// The delivery of an alert to a firm, or of its n-th correction.
  model::Delivery delivery_to(const model::Alert& alert, const model::Organisation& firm,
                              int correction = 0) {
    const auto deliveries = deliveries_of_alert(hub(), test.analyst(), alert.id).value();
    for (const auto& one : deliveries)
      if (one.organisation == firm.id && one.correction == correction) return one;
    ADD_FAILURE() << "no delivery to " << firm.key;
    return {};
  }

  [[nodiscard]] bool has_task(const base::UuidBytes& object, model::TaskKind kind) {
    return test.database().read([&](db::Connection& connection) {
      return store::find_open_task(connection, object, kind).has_value();
    });
  }

  /// Runs what is due of every slice.
  std::size_t run_all_jobs() {
    auto steps = report_steps();
    for (auto& one : alert_steps())
      steps.push_back(std::move(one));
    std::size_t total = 0;
    while (const auto count = run_due_jobs(hub(), steps))
      total += count;
    return total;
  }

  model::Contact add_contact(const model::Organisation& firm, std::string address,
                             bool verified = true) {
    model::Contact contact;
    contact.id = test.ids.make<model::Contact>(test.clock.now());
    contact.organisation = firm.id;
    contact.name = "架空 花子";
    contact.role = "security officer";
    contact.email = std::move(address);
    contact.takes_alerts = true;
    if (verified) contact.verified = {"called the switchboard", "officer", test.clock.now()};
    test.database().write([&](db::Connection& connection) {
      static_cast<void>(store::add_contact(connection, test.keys(), contact));
    });
    return contact;
  }

 private:
  base::Id<model::Report> in_use(const model::Principal& officer, const std::string& day) {
    auto submission = street_report();
    submission.report.encounters[0].when = model::parse_reported_date(day).value();
    const auto id = released(test, officer, submission);
    const auto record = vetted(test, test.analyst(), id);
    static_cast<void>(
        vet_context(test.hub, test.analyst_2(), id, record.revision, "own_experience").value());
    return id;
  }

  base::Id<model::Dossier> open_dossier() {
    store::StoredDossier stored;
    auto& made = stored.dossier;
    made.id = test.ids.make<model::Dossier>(test.clock.now());
    made.organisation = test.bureau.id;
    made.label = "Gate-1";
    made.state = model::DossierState::open;
    made.personas = {{report_a, 0}, {report_b, 0}};
    made.confirmed = {"AP1", "AP2"};
    made.proposed_by = test.analyst().name;
    made.opened_by = test.analyst_2().name;
    made.made_at = test.clock.now();
    test.database().write([&](db::Connection& connection) {
      static_cast<void>(store::insert_dossier(connection, test.keys(), stored));
    });
    return made.id;
  }
};

}  // namespace workflow::for_tests
