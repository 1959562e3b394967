#include "edges/codec/problem_json.h"

#include <string_view>
#include <utility>

#include "edges/codec/archive.h"

namespace codec {
namespace {

struct Problem {
  std::string type, title;
  std::int64_t status = 0;
  std::vector<base::Issue> errors;
};

}  // namespace
}  // namespace codec

namespace base {

template <class Archive>
void describe(Archive& archive, Issue& issue) {
  archive.required("pointer", issue.pointer);
  archive.required("problem", issue.problem);
  archive.optional("next_step", issue.next_step);
}

}  // namespace base

namespace codec {
namespace {

template <class Archive>
void describe(Archive& archive, Problem& problem) {
  archive.required("type", problem.type);
  archive.required("title", problem.title);
  archive.required("status", problem.status);
  archive.required("errors", problem.errors);
}

}  // namespace

std::string_view problem_title(base::ErrorKind kind) {
  switch (kind) {
    case base::ErrorKind::invalid_input:
      return "The input breaks its format";
    case base::ErrorKind::unauthenticated:
      return "Nobody is signed in";
    case base::ErrorKind::forbidden:
      return "This is not for you";
    case base::ErrorKind::not_found:
      return "There is no such thing";
    case base::ErrorKind::conflict:
      return "It collides with what is there";
    case base::ErrorKind::precondition_failed:
      return "It was changed in between";
    case base::ErrorKind::too_large:
      return "It is over a limit";
    case base::ErrorKind::refused:
      return "A rule forbids it";
    case base::ErrorKind::rate_limited:
      return "Too many, too soon";
    case base::ErrorKind::unavailable:
      return "Not available now";
  }
  return "";
}

std::string encode_problem(const base::Error& error, unsigned status) {
  return encode_problem(error, status, std::string(problem_title(error.kind)));
}

std::string encode_problem(const base::Error& error, unsigned status, std::string title) {
  Problem problem{"/problems/" + std::string(base::word(error.kind)), std::move(title), status,
                  error.issues};
  return encode(problem);
}

}  // namespace codec
