#include "edges/store/report.h"

#include <gtest/gtest.h>

#include "edges/db/transaction.h"
#include "edges/store/link.h"
#include "edges/store/match_key.h"
#include "edges/store/organisation_key.h"
#include "edges/store/persona.h"
#include "edges/store/receipt.h"
#include "edges/store/search_tokens.h"
#include "edges/store/test_store.h"

namespace store {
namespace {

struct Reports : TestStore {
  StoredReport make(const std::string& narrative = "駅前で道を聞かれた") {
    StoredReport stored;
    stored.record.id = ids.make<model::Report>(now);
    stored.record.organisation = firm.id;
    stored.record.organisation_key = firm.key;
    stored.record.state = model::ReportState::released;
    stored.record.released_version = 1;
    stored.record.revision = 1;
    stored.record.received_at = now;
    stored.record.areas = {"13109"};
    stored.desk = firm.id;
    stored.key =
        make_row_key(get_organisation_key(connection, keys, firm.id), stored.record.id.bytes);
    model::Report content;
    content.narrative = narrative;
    last_commitment = [&] {
      const auto receipt = crypto::issue_receipt().hash;
      stored.receipt = base::Bytes(receipt.begin(), receipt.end());
      const auto sealed = seal_report(stored, content, "tester");
      insert_report(connection, sealed);
      insert_receipt(connection, receipt, firm.id, stored.record.id, stored.record.received_at);
      stored = sealed.stored;
      return sealed.commitment;
    }();
    set_areas(connection, stored);
    return stored;
  }
  StoredReport read(base::Id<model::Report> id) {
    return find_report(connection, keys, id).value();
  }

  /// What the check of the record sees of the one report.
  CommittedContent committed() {
    CommittedContent found;
    report_content().for_each(connection, keys, [&](const auto& content) { found = content; });
    return found;
  }

  base::Bytes last_commitment;
};

TEST(report_store, what_was_written_comes_back) {
  Reports reports;
  const auto made = reports.make();
  const auto read = reports.read(made.record.id);
  EXPECT_EQ(read.record.organisation_key, "org-semi-a");
  EXPECT_EQ(read.record.received_at, reports.now);
  EXPECT_EQ(read.record.areas, std::vector<std::string>{"13109"});
  EXPECT_EQ(find_content(reports.connection, read, 1)->narrative, "駅前で道を聞かれた");
  EXPECT_FALSE(find_content(reports.connection, read, 2));
}

TEST(report_store, a_stale_revision_writes_nothing) {
  Reports reports;
  auto first = reports.make();
  auto second = first;
  first.record.state = model::ReportState::set_aside;
  ASSERT_TRUE(update_report(reports.connection, first));
  EXPECT_EQ(first.record.revision, 2);
  second.record.state = model::ReportState::withdrawn;
  const auto refused = update_report(reports.connection, second);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::precondition_failed);
  EXPECT_EQ(reports.read(first.record.id).record.state, model::ReportState::set_aside);
}

TEST(report_store, older_versions_stay_as_they_were) {
  Reports reports;
  auto stored = reports.make("first");
  model::Report corrected;
  corrected.narrative = "second";
  add_version(reports.connection, stored, corrected, "tester", reports.now);
  ASSERT_TRUE(update_report(reports.connection, stored));
  const auto read = reports.read(stored.record.id);
  EXPECT_EQ(read.record.version, 2);
  EXPECT_EQ(find_content(reports.connection, read, 1)->narrative, "first");
  EXPECT_EQ(find_content(reports.connection, read, 2)->narrative, "second");
}

TEST(report_store, an_untouched_row_proves_itself) {
  Reports reports;
  auto stored = reports.make();
  EXPECT_EQ(reports.committed().commitment, reports.last_commitment);
  EXPECT_EQ(reports.committed().problem, "");
  model::Report corrected;
  corrected.narrative = "second";
  add_version(reports.connection, stored, corrected, "tester", reports.now);
  const auto commitment = update_report(reports.connection, stored).value();
  EXPECT_EQ(reports.committed().commitment, commitment);
  EXPECT_EQ(reports.committed().problem, "");
}

/// Each statement changes one thing behind the program's back; `committed` must notice.
class AlteredReport : public testing::TestWithParam<const char*> {};

TEST_P(AlteredReport, is_noticed) {
  Reports reports;
  reports.make();
  ASSERT_EQ(reports.connection.execute(GetParam()), 1);
  const auto seen = reports.committed();
  EXPECT_TRUE(seen.commitment != reports.last_commitment || !seen.problem.empty());
}

INSTANTIATE_TEST_SUITE_P(
    every_column, AlteredReport,
    testing::Values("UPDATE report SET state = 'set_aside'", "UPDATE report SET kind = 'threat'",
                    "UPDATE report SET band = 'watch'", "UPDATE report SET stage = 'run'",
                    "UPDATE report SET score = 3", "UPDATE report SET version = 2",
                    "UPDATE report SET released_version = 0", "UPDATE report SET revision = 9",
                    "UPDATE report SET received_at = received_at + 1",
                    "UPDATE report SET organisation_key = 'org-other'",
                    "UPDATE report SET source_ref = org_id", "UPDATE report SET submitter = org_id",
                    "UPDATE report SET salt = org_id", "UPDATE report SET desk_id = id",
                    "UPDATE report SET wrapped_key = body", "UPDATE report SET body = wrapped_key",
                    "UPDATE report_version SET content = report_id", "DELETE FROM report_version",
                    "UPDATE receipt SET org_id = report_id", "UPDATE receipt SET made_at = 1",
                    "UPDATE receipt SET report_id = org_id",
                    "UPDATE receipt SET code_hash = org_id",
                    "INSERT INTO receipt SELECT org_id, org_id, report_id, made_at FROM receipt"));

TEST(report_store, a_version_moved_from_another_report_does_not_open) {
  Reports reports;
  const auto first = reports.make("first");
  const auto second = reports.make("second");
  reports.connection.execute(
      "UPDATE report_version SET content = (SELECT content FROM report_version WHERE report_id ="
      " $1) WHERE report_id = $2",
      {first.record.id, second.record.id});
  EXPECT_THROW(
      static_cast<void>(find_content(reports.connection, reports.read(second.record.id), 1)),
      base::OutsideFailure);
}

TEST(persona_store, personas_and_keys_go_with_their_report) {
  Reports reports;
  const auto stored = reports.make();
  model::PersonaFeatures features;
  features.phones = {"+819000000000"};
  set_personas(reports.connection, stored, {features, features});
  EXPECT_EQ(list_personas(reports.connection, stored).size(), 2U);
  PersonaReader personas(reports.connection, reports.keys);
  const std::array<PersonaAddress, 2> addresses{
      {{reports.firm.id, {stored.record.id, 2}}, {reports.firm.id, {stored.record.id, 1}}}};
  const auto found = personas.find(addresses);
  EXPECT_EQ(found.front(), std::nullopt);
  EXPECT_EQ(found.back(), features);
  EXPECT_EQ(count_personas(reports.connection), 2);
  delete_personas(reports.connection, stored.record);
  EXPECT_TRUE(list_personas(reports.connection, stored).empty());
}

TEST(match_key_store, the_newest_sharers_are_found_and_no_more_than_the_limit) {
  Reports reports;
  const auto key = blind_match_key(reports.keys, {model::MatchKey::Kind::phone, "+819000000000"});
  constexpr std::size_t limit = 8;
  base::Id<model::Report> newest;
  for (std::size_t number = 0; number < limit + 5; ++number) {
    model::ReportRecord record;
    record.id = newest = reports.ids.make<model::Report>(reports.now);
    record.organisation = reports.firm.id;
    set_match_keys(reports.connection, record, {{key, 0, number}});
  }
  const std::array keys{blind_match_key(reports.keys, {model::MatchKey::Kind::phone, "unknown"}),
                        key};
  const auto sharers = find_candidates(reports.connection, keys, limit);
  EXPECT_TRUE(sharers.front().empty());
  const auto& found = sharers.back();
  EXPECT_EQ(found.size(), limit);
  EXPECT_EQ(found.front().address.persona.report, newest);
  EXPECT_EQ(found.front().sketch, limit + 4);
  delete_match_keys(reports.connection, newest);
  EXPECT_NE(find_candidates(reports.connection, keys, limit).back().front().address.persona.report,
            newest);
}

TEST(match_key_store, kinds_keep_equal_texts_apart) {
  Reports reports;
  EXPECT_NE(blind_match_key(reports.keys, {model::MatchKey::Kind::phone, "110"}),
            blind_match_key(reports.keys, {model::MatchKey::Kind::plate, "110"}));
}

struct SearchedReports : Reports {
  void index(const StoredReport& stored, std::u32string_view folded) {
    set_search_tokens(connection, stored.record, search_tokens(keys, folded));
  }
  std::size_t hits(std::u32string_view folded) {
    rights::Scope all;
    all.all = true;
    return find_by_tokens(connection, all, query_tokens(keys, folded), 10).size();
  }
};

TEST(search_store, two_kanji_and_single_kanji_words_are_found) {
  SearchedReports reports;
  reports.index(reports.make(), U"亜照さんと 工程表 の話");
  EXPECT_EQ(reports.hits(U"亜照"), 1U);
  EXPECT_EQ(reports.hits(U"工程表"), 1U);
  EXPECT_EQ(reports.hits(U"話 工程"), 1U);
  EXPECT_EQ(reports.hits(U"照亜"), 0U);
}

TEST(search_store, a_new_text_replaces_the_old_one_and_no_words_are_kept) {
  SearchedReports reports;
  const auto stored = reports.make();
  reports.index(stored, U"first words");
  reports.index(stored, U"other text");
  EXPECT_EQ(reports.hits(U"first"), 0U);
  EXPECT_EQ(reports.hits(U"other"), 1U);
  EXPECT_EQ(db::get_row(reports.connection,
                        "SELECT COUNT(*) FROM search_text WHERE tokens LIKE '%other%'")
                .integer(0),
            0);
  delete_search_tokens(reports.connection, stored.record);
  EXPECT_EQ(reports.hits(U"other"), 0U);
}

TEST(search_store, a_scope_holds_back_what_lies_elsewhere) {
  SearchedReports reports;
  reports.index(reports.make(), U"some words");
  const auto tokens = query_tokens(reports.keys, U"words");
  rights::Scope scope;
  scope.areas = {"13103"};
  EXPECT_TRUE(find_by_tokens(reports.connection, scope, tokens, 10).empty());
  scope.areas = {"13"};
  EXPECT_EQ(find_by_tokens(reports.connection, scope, tokens, 10).size(), 1U);
}

TEST(link_store, a_link_proves_itself_and_a_change_is_noticed) {
  Reports reports;
  StoredLink stored;
  stored.organisation = reports.firm.id;
  stored.made_at = reports.now;
  stored.link.id = reports.ids.make<model::Link>(reports.now);
  stored.link.proposal.left.report = reports.ids.make<model::Report>(reports.now);
  stored.link.proposal.right.report = reports.ids.make<model::Report>(reports.now);
  stored.link.proposal.bits = 9.5;
  const auto committed = [&] {
    CommittedContent found;
    link_content().for_each(reports.connection, reports.keys,
                            [&](const auto& content) { found = content; });
    return found;
  };
  const auto inserted = insert_link(reports.connection, reports.keys, stored);
  EXPECT_EQ(inserted, committed().commitment);
  stored.link.judgement = model::Judgement::same;
  const auto before = update_link(reports.connection, stored).value();
  EXPECT_EQ(before, committed().commitment);
  reports.connection.execute("UPDATE link SET judgement = 'different'");
  EXPECT_NE(committed().commitment, before);
}

}  // namespace
}  // namespace store
