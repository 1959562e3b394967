#include <gtest/gtest.h>

#include "edges/codec/json.h"
#include "edges/codec/report_record_json.h"
#include "ground/model/dossier.h"
#include "ground/model/task.h"

/// Everything that the report slice keeps comes back as it was, and nothing else is taken.
namespace {

base::UuidBytes bytes_of(std::uint8_t number) {
  base::UuidBytes bytes{};
  bytes.fill(number);
  return bytes;
}

model::Assessment some_assessment() {
  return {"1.0",
          6.5,
          model::Band::concern,
          model::Stage::develop,
          {model::Stage::approach, model::Stage::develop},
          {{"PB1", 0.7}},
          model::NonEmpty<model::Reason>(
              {{"indicator", {"AP1"}, 2, 0, model::Quote{"道を聞かれた", 3, 9}}}),
          false,
          {"stay_calm"}};
}

model::ReportRecord some_record() {
  model::ReportRecord record;
  record.id.bytes = bytes_of(1);
  record.organisation_key = "firm-a";
  record.state = model::ReportState::vetted_behaviour;
  record.version = 2;
  record.released_version = 1;
  record.revision = 7;
  record.received_at = {1'700'000'000'000'001};
  record.kind = model::ReportKind::contact;
  record.language = model::Language::ja;
  record.indicators = {{"AP1", model::Tick::ticked, 0, model::Quote{"道", 3, 4}},
                       {"OK2", model::Tick::rejected, {}, {}}};
  record.assessment = some_assessment();
  record.sealed_reporter = model::Yes::yes;
  record.vetted_behaviour_by = "analyst-a";
  record.release_basis = model::LegalBasis::voluntary;
  record.areas = {"13109"};
  record.content.narrative = "駅前で道を聞かれた";
  return record;
}

TEST(report_slice_json, handling_comes_back_without_the_content) {
  const auto record = some_record();
  const auto json = codec::encode_handling({record, {base::Bytes{1, 2, 3}}, {4, 5}});
  EXPECT_EQ(json.find("駅前"), std::string::npos);
  const auto handling = codec::decode_handling(json);
  ASSERT_TRUE(handling) << handling.error().text();
  const auto* read = &handling->record;
  EXPECT_EQ(handling->content_commitments.at(0), (base::Bytes{1, 2, 3}));
  EXPECT_EQ(handling->receipt, (base::Bytes{4, 5}));
  EXPECT_EQ(read->indicators, record.indicators);
  EXPECT_EQ(read->assessment, record.assessment);
  EXPECT_EQ(read->areas, record.areas);
  EXPECT_EQ(read->received_at, record.received_at);
  EXPECT_EQ(read->release_basis, model::LegalBasis::voluntary);
  EXPECT_TRUE(read->content.narrative.empty());
}

TEST(report_slice_json, a_record_carries_its_content) {
  const auto read = codec::decode<model::ReportRecord>(codec::encode(some_record()));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->content, some_record().content);
}

TEST(report_slice_json, an_assessment_without_a_reason_is_refused) {
  auto json = codec::encode(some_assessment());
  const auto start = json.find("\"reasons\":[");
  ASSERT_NE(start, std::string::npos);
  json.replace(start, json.find("}]", start) + 2 - start, "\"reasons\":[]");
  EXPECT_FALSE(codec::decode<model::Assessment>(json)) << json;
}

TEST(report_slice_json, a_link_comes_back_with_every_decision) {
  model::Link link;
  link.id.bytes = bytes_of(2);
  link.proposal = {{{bytes_of(3)}, 0},
                   {{bytes_of(4)}, 1},
                   model::LinkKind::successor,
                   9.25,
                   *model::Probability::make(0.75),
                   {{"phone", {"+819000000000"}, 9, {}, {}}}};
  link.judgement = model::Judgement::unsure;
  link.history = {{model::Judgement::same, model::LinkKind::same_person, "analyst-a", {5}, "both"},
                  {model::Judgement::unsure, model::LinkKind::successor, "analyst-b", {6}, ""}};
  link.independent = true;
  link.base_rate = 0.14;
  const auto read = codec::decode<model::Link>(codec::encode(link));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->proposal.right, link.proposal.right);
  EXPECT_EQ(read->proposal.reasons, link.proposal.reasons);
  EXPECT_EQ(read->history.size(), 2U);
  EXPECT_EQ(read->history[0].note, "both");
  EXPECT_EQ(read->history[1].kind, model::LinkKind::successor);
  EXPECT_DOUBLE_EQ(read->base_rate, 0.14);
}

TEST(report_slice_json, a_dossier_comes_back_with_its_attributions) {
  model::Dossier dossier;
  dossier.id.bytes = bytes_of(5);
  dossier.label = "Gate-1";
  dossier.state = model::DossierState::open;
  dossier.personas = {{{bytes_of(3)}, 0}};
  dossier.confirmed = {"AP1", "AP3"};
  const base::Day day{std::chrono::days(20000)};
  dossier.statuses = {{model::ActorStatus::left, day, "press"}};
  dossier.attributions = {{"a trade office", {}, "expert", day}};
  dossier.proposed_by = "analyst-a";
  dossier.opened_by = "analyst-b";
  const auto read = codec::decode<model::Dossier>(codec::encode(dossier));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->personas, dossier.personas);
  EXPECT_EQ(read->confirmed, dossier.confirmed);
  EXPECT_EQ(read->statuses[0].status, model::ActorStatus::left);
  EXPECT_EQ(read->attributions[0].grade, dossier.attributions[0].grade);
  EXPECT_EQ(read->attributions[0].as_of, day);
}

TEST(report_slice_json, tasks_and_messages_come_back) {
  model::Task task;
  task.id.bytes = bytes_of(6);
  task.kind = model::TaskKind::judge_link;
  task.note = "why";
  task.due_at = {77};
  task.escalated_at = {78};
  const auto read_task = codec::decode<model::Task>(codec::encode(task));
  ASSERT_TRUE(read_task) << read_task.error().text();
  EXPECT_EQ(read_task->kind, task.kind);
  EXPECT_EQ(read_task->due_at, task.due_at);
  EXPECT_EQ(read_task->escalated_at, task.escalated_at);
  const model::MailboxMessage message{
      model::MailboxMessage::From::reporter, {86'400'000'000}, "", "他にも見た"};
  const auto read = codec::decode<model::MailboxMessage>(codec::encode(message));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->text, message.text);
  EXPECT_EQ(read->from, message.from);
}

TEST(report_slice_json, an_unknown_member_is_refused) {
  auto json = codec::encode(model::Task{});
  json.insert(1, "\"surprise\":1,");
  EXPECT_FALSE(codec::decode<model::Task>(json));
}

}  // namespace
