#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "doors/http/site.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/tokens.h"

namespace http {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A station officer's program at the door of the API.
class OutreachRoutes : public testing::Test {
 protected:
  Response ask(Method method, const std::string& target, const std::string& body = "",
               const std::string& etag = "") {
    Request request;
    request.method = method;
    EXPECT_TRUE(parse_target(target, request));
    request.body = body;
    request.headers = {{"authorization", "Bearer " + token_}};
    if (!etag.empty()) request.headers["if-match"] = etag;
    request.peer = "192.0.2.1";
    return site_.answer(request);
  }

  static std::string etag_of(const Response& response) {
    for (const auto& [name, value] : response.headers)
      if (name == "ETag") return value;
    return "";
  }
  static std::string id_in(const std::string& body) {
    return body.substr(body.find("\"id\":\"") + 6, 36);
  }

  [[nodiscard]] std::string visit() const {
    return fmt::format(
        R"({{"firm":"{}","visited_at":"2026-11-19T01:00:00Z","attendees":["security"],)"
        R"("shown":[{{"kind":"method","id":"PB1"}}],)"
        R"("promises":[{{"what":"send the card","due_on":"2026-11-27"}}]}})",
        test_.firm_a.id.text());
  }

  workflow::TestHub test_;
  Site site_{test_.hub, {}};
  std::string token_ =
      workflow::make_token(test_.hub, test_.station_officer_a(), "test", 1).value().value;
};

TEST_F(OutreachRoutes, a_plan_says_in_words_why) {
  const auto plan = ask(Method::get, "/api/v1/visits/plan?limit=1&stops=1");
  ASSERT_EQ(plan.status, 200U) << plan.body;
  EXPECT_THAT(plan.body, HasSubstr("firm-a"));
  EXPECT_THAT(plan.body, Not(HasSubstr("firm-b")));
  EXPECT_THAT(plan.body, HasSubstr("Was never visited."));
  EXPECT_EQ(ask(Method::get, "/api/v1/visits/plan?limit=many").status, 400U);
  EXPECT_EQ(ask(Method::get, "/api/v1/visits/coverage").status, 200U);
}

TEST_F(OutreachRoutes, a_visit_is_logged_read_listed_and_its_promise_kept) {
  const auto made = ask(Method::post, "/api/v1/visits", visit());
  ASSERT_EQ(made.status, 201U) << made.body;
  const auto path = "/api/v1/visits/" + id_in(made.body);
  const auto read = ask(Method::get, path);
  EXPECT_EQ(read.body, made.body);
  EXPECT_EQ(ask(Method::put, path + "/promises/0", "{}").status, 412U);
  const auto kept = ask(Method::put, path + "/promises/0", "{}", etag_of(read));
  ASSERT_EQ(kept.status, 200U) << kept.body;
  EXPECT_THAT(kept.body, HasSubstr("\"kept_by\""));
  const auto firm = "/api/v1/organisations/" + test_.firm_a.id.text();
  EXPECT_THAT(ask(Method::get, firm + "/visits").body, HasSubstr(id_in(made.body)));
  EXPECT_THAT(ask(Method::get, firm + "/visit-brief").body, HasSubstr("unsaid_who_reported"));
}

TEST_F(OutreachRoutes, what_cannot_be_logged_is_refused_with_its_pointer) {
  auto body = visit();
  body.replace(body.find("PB1"), 3, "PB0");
  const auto refused = ask(Method::post, "/api/v1/visits", body);
  EXPECT_EQ(refused.status, 400U);
  EXPECT_THAT(refused.body, HasSubstr("/shown/0/id"));
}

TEST_F(OutreachRoutes, a_consultation_goes_from_the_first_word_to_a_report) {
  const auto made = ask(
      Method::post, "/api/v1/consultations",
      R"({"way":"phone","caller":"employee","answers":[{"question":"what_happened","text":"A man asked the way."},{"question":"took_something","yes":"yes"}]})");
  ASSERT_EQ(made.status, 201U) << made.body;
  EXPECT_THAT(made.body, HasSubstr("advice_come_forward"));
  EXPECT_THAT(made.body, HasSubstr("\"next\":[\"threatened\""));
  const auto path = "/api/v1/consultations/" + id_in(made.body);
  const auto reported = ask(Method::post, path + "/report", "", etag_of(made));
  ASSERT_EQ(reported.status, 200U) << reported.body;
  EXPECT_THAT(reported.body, HasSubstr("report_made"));
  EXPECT_THAT(ask(Method::get, "/api/v1/consultations?state=closed").body,
              HasSubstr(id_in(made.body)));
  EXPECT_EQ(ask(Method::get, "/api/v1/consultations?state=lost").status, 400U);
  EXPECT_EQ(
      ask(Method::put, path + "/outcome", R"({"outcome":"advised"})", etag_of(reported)).status,
      409U);
}

}  // namespace
}  // namespace http
