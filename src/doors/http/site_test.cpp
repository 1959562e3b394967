#include "doors/http/site.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/exchange.h"
#include "work/workflow/test_hub.h"

namespace http {
namespace {

using testing::HasSubstr;

/// "GET /api/v1/reports/{id}" for every operation of docs/openapi.yaml: a path stands two
/// spaces in, its methods four.
std::set<std::string> documented_routes() {
  std::ifstream file(KIZUKI_SOURCE_DIR "/docs/openapi.yaml");
  std::set<std::string> routes;
  std::string path;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("components:")) break;
    if (line.starts_with("  /")) path = line.substr(2, line.find(':') - 2);
    for (const std::string method : {"get", "post", "put", "delete"}) {
      if (!line.starts_with("    " + method + ":")) continue;
      std::string word = method;
      std::transform(word.begin(), word.end(), word.begin(),
                     [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
      routes.insert(word + " " + path);
    }
  }
  return routes;
}

class SiteTest : public testing::Test {
 protected:
  Response ask(Method method, const std::string& target, const std::string& body = "",
               std::map<std::string, std::string> headers = {}) {
    Request request;
    request.method = method;
    EXPECT_TRUE(parse_target(target, request));
    request.body = body;
    request.headers = std::move(headers);
    request.cookies = parse_cookies(request.header("cookie"));
    request.peer = "192.0.2.1";
    return site_.answer(request);
  }

  static std::string header(const Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return "";
  }

  workflow::TestHub test_;
  Site site_{test_.hub, {}};
};

TEST_F(SiteTest, what_hashes_a_password_takes_long_and_nothing_else_does) {
  for (const auto& route : site_.routes()) {
    Request request;
    request.method = route.starts_with("POST ") ? Method::post : Method::get;
    request.path = route.substr(route.find(' ') + 1);
    EXPECT_EQ(Site::takes_long(request),
              route == "POST /api/v1/session" || route == "POST /api/v1/invitations/acceptance")
        << route;
  }
}

TEST_F(SiteTest, every_route_is_documented_and_every_documented_route_is_there) {
  std::set<std::string> served;
  for (const auto& route : site_.routes())
    if (!route.ends_with("/schemas/{name}")) served.insert(route);
  EXPECT_EQ(served, documented_routes());
}

TEST_F(SiteTest, nobody_gets_anything_but_the_door_without_signing_in) {
  for (const auto& route : documented_routes()) {
    const auto blank = route.find(' ');
    auto path = route.substr(blank + 1);
    if (!path.starts_with("/api/v1/") || path.starts_with("/api/v1/door/") ||
        path == "/api/v1/openapi.json" || path == "/api/v1/invitations/acceptance" ||
        route == "POST /api/v1/session" || path == workflow::exchange_path)
      continue;
    for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
      path.replace(at, path.find('}') - at + 1, "01900000-0000-7000-8000-000000000001");
    const auto word = route.substr(0, blank);
    const auto method = word == "GET"    ? Method::get
                        : word == "POST" ? Method::post
                        : word == "PUT"  ? Method::put
                                         : Method::delete_;
    EXPECT_EQ(ask(method, path).status, 401U) << route;
  }
}

TEST_F(SiteTest, another_hub_is_known_by_its_signature_alone) {
  EXPECT_EQ(ask(Method::post, "/api/v1/exchange").status, 400U);
  EXPECT_EQ(ask(Method::post, "/api/v1/exchange", "{}\n{\"signature\":\"AAAA\"}\n").status, 400U);
}

TEST_F(SiteTest, every_answer_carries_the_security_headers) {
  for (const auto* path : {"/", "/healthz", "/api/v1/session", "/nothing.js"}) {
    const auto response = ask(Method::get, path);
    EXPECT_THAT(header(response, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(response, "X-Frame-Options"), "DENY");
  }
  EXPECT_EQ(header(ask(Method::get, "/api/v1/session"), "Cache-Control"), "no-store");
}

TEST_F(SiteTest, readiness_says_what_is_wrong_with_the_store) {
  EXPECT_EQ(ask(Method::get, "/readyz").status, 200);
  test_.change("UPDATE hub_setting SET name = 'trial' WHERE name = 'home'");
  EXPECT_EQ(ask(Method::get, "/readyz").status, 200);  // as it was within this second
  test_.clock.advance(std::chrono::seconds(1));
  const auto answer = ask(Method::get, "/readyz");
  EXPECT_EQ(answer.status, 503);
  EXPECT_THAT(answer.body, HasSubstr("the database refused a row"));
}

TEST_F(SiteTest, a_failure_of_the_outside_is_told_to_the_operator) {
  std::vector<std::string> told;
  test_.settings.tell_operator = [&](const std::string& failure) { told.push_back(failure); };
  test_.change("UPDATE organisation SET body = '{'");
  EXPECT_THROW(
      static_cast<void>(ask(Method::post, "/api/v1/door/reports",
                            R"({"kizuki":"report/1","narrative":"A man asked me the way."})")),
      base::OutsideFailure);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_THAT(told.front(), HasSubstr("a request: "));
}

TEST_F(SiteTest, a_broken_body_is_refused_with_the_pointer) {
  const auto response =
      ask(Method::post, "/api/v1/door/readings", R"({"text":"x","colour":"red"})");
  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_THAT(response.body, HasSubstr("\"/colour\""));
}

TEST_F(SiteTest, a_text_is_read_for_anybody) {
  const auto response = ask(Method::post, "/api/v1/door/readings", R"({"text":"hello"})");
  EXPECT_EQ(response.status, 200U);
  EXPECT_THAT(response.body, HasSubstr("\"kizuki\":\"reading/1\""));
}

TEST_F(SiteTest, an_anonymous_report_gives_a_receipt_that_opens_its_mailbox) {
  const auto sent = ask(Method::post, "/api/v1/door/reports",
                        R"({"kizuki":"report/1","narrative":"A man asked me the way."})");
  ASSERT_EQ(sent.status, 201U) << sent.body;
  EXPECT_THAT(sent.body, testing::Not(HasSubstr("\"report\"")));
  const auto begin = sent.body.find("\"code\":\"") + 8;
  const auto code = sent.body.substr(begin, sent.body.find('"', begin) - begin);
  const auto mailbox = ask(Method::post, "/api/v1/door/mailbox", "{\"code\":\"" + code + "\"}");
  EXPECT_EQ(mailbox.status, 200U) << mailbox.body;
  EXPECT_THAT(mailbox.body, HasSubstr("\"messages\""));
}

TEST_F(SiteTest, the_door_is_limited_by_address) {
  unsigned last = 0;
  for (int i = 0; i < 80; ++i)
    last = ask(Method::post, "/api/v1/door/mailbox", R"({"code":"x"})").status;
  EXPECT_EQ(last, 429U);
}

TEST_F(SiteTest, an_unknown_method_says_which_are_there) {
  const auto response = ask(Method::delete_, "/api/v1/queue");
  EXPECT_EQ(response.status, 405U);
  EXPECT_EQ(header(response, "Allow"), "GET");
}

}  // namespace
}  // namespace http
