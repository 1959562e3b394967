#include "doors/http/router.h"

#include <gtest/gtest.h>

namespace http {
namespace {

Router router_with(std::initializer_list<const char*> paths) {
  Router router;
  for (const auto* path : paths)
    router.add(Method::get, path, [path](Request& request) {
      const auto id = request.path_parameters.find("id");
      return text(
          200, std::string(path) + (id == request.path_parameters.end() ? "" : " " + id->second));
    });
  return router;
}

std::string answer(const Router& router, const std::string& path) {
  Request request;
  request.method = Method::get;
  request.path = path;
  return router.answer(request).body;
}

TEST(router, a_parameter_takes_one_segment) {
  const auto router = router_with({"/a/{id}", "/a/{id}/b"});
  EXPECT_EQ(answer(router, "/a/7"), "/a/{id} 7");
  EXPECT_EQ(answer(router, "/a/7/b"), "/a/{id}/b 7");
}

TEST(router, a_plain_segment_wins_over_a_parameter) {
  const auto router = router_with({"/a/{id}", "/a/all"});
  EXPECT_EQ(answer(router, "/a/all"), "/a/all");
}

TEST(router, what_is_not_there_is_a_problem_document) {
  const auto router = router_with({"/a"});
  for (const std::string path : {"/b", "/a/", "/a/b", "/"}) {
    Request request;
    request.method = Method::get;
    request.path = path;
    const auto response = router.answer(request);
    EXPECT_EQ(response.status, 404U) << path;
    EXPECT_EQ(response.content_type, "application/problem+json");
  }
}

}  // namespace
}  // namespace http
