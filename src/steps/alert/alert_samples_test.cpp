#include "steps/alert/alert_samples_test.h"

#include "ground/base/time.h"

namespace alert::samples {
namespace {

base::Id<model::Report> report_id(const std::string& letter) {
  base::Id<model::Report> id;
  id.bytes.back() = static_cast<std::uint8_t>(letter.front());
  return id;
}

model::Indicator indicator(const std::string& id, const std::string& ja, const std::string& en,
                           int weight) {
  model::Indicator made;
  made.id = id;
  made.name = {ja, en};
  made.weight = weight;
  return made;
}

model::Assessment street_assessment() {
  model::Assessment assessment{.table_version = "t1",
                               .score = 14,
                               .band = model::Band::concern,
                               .stage = model::Stage::approach,
                               .path = {model::Stage::approach},
                               .playbooks = {{"PB1", 0.7}},
                               .reasons = model::NonEmpty<model::Reason>(
                                   {{"indicator", {"AP1"}, 2, std::nullopt, std::nullopt}}),
                               .welfare = false,
                               .advice = {}};
  return assessment;
}

}  // namespace

model::Organisation firm(const std::string& letter, const std::string& area,
                         const std::string& technology) {
  model::Organisation made;
  made.key = "firm-" + letter;
  made.name = {"株式会社架空" + letter + "電子", "Fictional " + letter + " Electronics Inc."};
  made.sector = "semiconductor";
  made.technologies = {technology};
  made.sites = {{"本社", area, "架空町" + letter + "丁目1", std::nullopt, std::nullopt}};
  made.fictional = true;
  return made;
}

std::vector<model::Organisation> six_firms() {
  return {firm("a"), firm("b"), firm("c"), firm("d"), firm("e"), firm("f")};
}

Source street_source(const std::string& letter, const std::string& day) {
  Source source;
  source.firm = firm(letter);
  source.record.id = report_id(letter);
  source.record.organisation_key = source.firm->key;
  source.record.kind = model::ReportKind::contact;
  source.record.state = model::ReportState::vetted_context;
  source.record.vetted_context_by = "second-reader";
  for (const auto* id : {"AP1", "AP2", "AP3"})
    source.record.indicators.push_back({id, model::Tick::ticked, std::nullopt, std::nullopt});
  source.record.assessment = street_assessment();
  model::Encounter encounter;
  encounter.when = model::exact_day(*base::parse_day(day));
  encounter.place.text = "南門の前の路上";
  encounter.place.area = "13109";
  encounter.technologies = {"semiconductor.etching"};
  encounter.personas = {0};
  source.record.content.encounters = {encounter};
  source.record.content.how_learned = model::HowLearned::told_by_approached;
  model::Persona persona;
  persona.names = {{"セルゲイ", model::NameCertainty::heard}};
  persona.appearance.age = {35, 45};
  persona.claimed.origin_as_told = "架空国";
  source.record.content.personas = {persona};
  return source;
}

model::IndicatorTable table() {
  model::IndicatorTable table;
  table.version = "t1";
  table.indicators = {indicator("AP1", "道案内・店を尋ねる偶然の声掛け", "Asks the way", 2),
                      indicator("AP2", "初対面で個人連絡先を求める", "Asks for contact details", 2),
                      indicator("AP3", "お礼名目の食事・飲みの誘い", "Invites to a drink", 3)};
  model::Playbook street;
  street.id = "PB1";
  street.name = {"路上の偶然型", "Street chance encounter"};
  table.playbooks = {street};
  return table;
}

std::vector<model::Technology> technologies() {
  return {{"semiconductor", {"半導体", "semiconductors"}},
          {"semiconductor.etching", {"エッチング工程", "etching"}}};
}

base::UtcTime now() {
  return *base::parse_utc("2026-06-01T00:00:00Z");
}

DraftFacts draft_facts(std::vector<Source> sources, model::AlertProduct product) {
  static const model::IndicatorTable shared_table = table();
  DraftFacts facts;
  facts.product = product;
  facts.sources = std::move(sources);
  facts.firms = six_firms();
  facts.technologies = technologies();
  facts.table = &shared_table;
  facts.reports_all = 240;
  facts.reports_same_script = 12;
  facts.answer_to = {"架空対策室", "the fictional desk"};
  facts.now = now();
  return facts;
}

model::Alert submitted(const DraftFacts& facts) {
  auto drafted = draft(facts);
  model::Alert alert;
  alert.product = facts.product;
  alert.state = model::AlertState::submitted;
  for (const auto& source : facts.sources)
    alert.sources.push_back(source.record.id);
  alert.text = drafted.text;
  alert.marking = drafted.marking;
  alert.expires_at = drafted.expires_at;
  alert.author = "analyst";
  alert.contrary_evidence = "それぞれ別の通行人かもしれない";
  if (facts.product != model::AlertProduct::public_notice) {
    model::Recipient recipient;
    recipient.organisation_key = "firm-f";
    alert.audience = {recipient};
  }
  alert.steps = {{model::Alert::Step::Kind::drafted, "analyst", "bureau", facts.now, ""},
                 {model::Alert::Step::Kind::submitted, "analyst", "bureau", facts.now, ""}};
  return alert;
}

CheckFacts check_facts(const DraftFacts& facts) {
  CheckFacts check;
  check.sources = facts.sources;
  check.firms = facts.firms;
  check.technologies = facts.technologies;
  check.approver = "approver";
  for (const auto& source : facts.sources)
    check.opened_by_approver.push_back(source.record.id);
  check.now = facts.now;
  return check;
}

}  // namespace alert::samples
