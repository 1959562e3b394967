#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "doors/http/site.h"
#include "work/workflow/test_lessons.h"
#include "work/workflow/tokens.h"

namespace http {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Programs of several people at the door of the API.
class MeetingRoutes : public testing::Test {
 protected:
  std::string token_of(const model::Principal& person) {
    return workflow::make_token(test_.hub, person, "test", 1).value().value;
  }

  Response ask(const std::string& token, Method method, const std::string& target,
               const std::string& body = "", const std::string& etag = "") {
    Request request;
    request.method = method;
    EXPECT_TRUE(parse_target(target, request));
    request.body = body;
    request.headers = {{"authorization", "Bearer " + token}};
    if (!etag.empty()) request.headers["if-match"] = etag;
    request.peer = "192.0.2.1";
    return site_.answer(request);
  }

  static std::string id_in(const std::string& body) {
    return body.substr(body.find("\"id\":\"") + 6, 36);
  }

  workflow::TestHub test_;
  Site site_{test_.hub, {}};
  std::string analyst_ = token_of(test_.analyst());
  std::string station_ = token_of(test_.station_officer_a());
};

TEST_F(MeetingRoutes, a_lesson_is_proposed_written_and_submitted) {
  EXPECT_THAT(ask(analyst_, Method::get, "/api/v1/cases").body, HasSubstr("XX-2020-TEST"));
  const auto proposal = ask(analyst_, Method::get, "/api/v1/lessons/proposal?method=PB1");
  ASSERT_EQ(proposal.status, 200U) << proposal.body;
  const auto made = ask(analyst_, Method::post, "/api/v1/lessons", proposal.body);
  ASSERT_EQ(made.status, 201U) << made.body;
  const auto path = "/api/v1/lessons/" + id_in(made.body);
  EXPECT_EQ(ask(analyst_, Method::put, path, proposal.body).status, 412U);
  const auto edited = ask(analyst_, Method::put, path, proposal.body, "\"1\"");
  ASSERT_EQ(edited.status, 200U) << edited.body;
  const auto submitted =
      ask(analyst_, Method::post, path + "/steps", R"({"kind":"submit"})", "\"2\"");
  EXPECT_THAT(submitted.body, HasSubstr("\"state\":\"submitted\""));
  EXPECT_EQ(ask(station_, Method::get, path).status, 404U);
  EXPECT_THAT(ask(station_, Method::get, "/api/v1/lessons").body, Not(HasSubstr("PB1")));
  EXPECT_EQ(ask(analyst_, Method::get, "/api/v1/lessons?state=lost").status, 400U);
}

TEST_F(MeetingRoutes, a_meeting_gives_a_task_that_a_station_answers) {
  workflow::for_tests::approved(test_);
  const auto made =
      ask(analyst_, Method::post, "/api/v1/meetings",
          fmt::format(R"({{"title":"t","starts_at":"2026-11-20T01:00:00Z","invited":["{}"]}})",
                      test_.station_a.id.text()));
  ASSERT_EQ(made.status, 201U) << made.body;
  EXPECT_THAT(made.body, HasSubstr("Lessons approved since the last meeting: 1."));
  const auto path = "/api/v1/meetings/" + id_in(made.body);
  EXPECT_EQ(ask(station_, Method::get, path).status, 200U);
  EXPECT_THAT(ask(station_, Method::get, "/api/v1/meetings").body, HasSubstr(id_in(made.body)));
  const auto edited = ask(
      analyst_, Method::put, path,
      R"({"title":"t","starts_at":"2026-11-20T01:00:00Z","decisions":["visit more"]})", "\"1\"");
  EXPECT_THAT(edited.body, HasSubstr("visit more"));
  const auto given = ask(analyst_, Method::post, path + "/tasks",
                         fmt::format(R"({{"desk":"{}","what":"visit ten","due_on":"2026-11-30"}})",
                                     test_.station_a.id.text()));
  ASSERT_EQ(given.status, 201U) << given.body;
  const auto task = "/api/v1/meeting-tasks/" + id_in(given.body);
  EXPECT_EQ(ask(station_, Method::get, task).status, 200U);
  const auto answered = ask(station_, Method::put, task + "/answer", R"({"text":"done"})", "\"1\"");
  ASSERT_EQ(answered.status, 200U) << answered.body;
  EXPECT_THAT(answered.body, HasSubstr("\"answer\":\"done\""));
}

TEST_F(MeetingRoutes, briefings_and_digests_are_made_for_who_may_read_them) {
  workflow::for_tests::approved(test_);
  const auto firm = "/api/v1/briefings/firm/" + test_.firm_a.id.text();
  const auto briefing = ask(station_, Method::get, firm);
  ASSERT_EQ(briefing.status, 200U) << briefing.body;
  EXPECT_THAT(briefing.body, HasSubstr("\"tlp\":\"GREEN\""));
  EXPECT_EQ(ask(station_, Method::get, "/api/v1/briefings/world/" + test_.firm_a.id.text()).status,
            400U);
  const auto liaison = token_of(test_.liaison());
  EXPECT_EQ(ask(liaison, Method::get, "/api/v1/digests").status, 200U);
  EXPECT_EQ(ask(liaison, Method::get, "/api/v1/digests?month=2030-01").status, 400U);
  EXPECT_EQ(ask(liaison, Method::get, firm).status, 403U);
}

TEST_F(MeetingRoutes, the_loop_is_told_to_who_may_read_digests) {
  const auto told = ask(token_of(test_.liaison()), Method::get, "/api/v1/loops?month=2026-10");
  ASSERT_EQ(told.status, 200U) << told.body;
  EXPECT_THAT(told.body, HasSubstr("\"since\":\"2025-11\",\"month\":\"2026-10\""));
  EXPECT_EQ(ask(station_, Method::get, "/api/v1/loops").status, 200U);
  EXPECT_EQ(ask(station_, Method::get, "/api/v1/loops?month=2026-11").status, 400U);
  for (const auto& reader : {test_.officer_a(), test_.investigator()})
    EXPECT_EQ(ask(token_of(reader), Method::get, "/api/v1/loops").status, 403U);
}

}  // namespace
}  // namespace http
