#include "ground/base/error.h"

#include <utility>

#include "ground/base/ensure.h"

namespace base {

Error::Error(ErrorKind the_kind, std::string pointer, std::string problem, std::string next_step)
    : kind(the_kind), issues{{std::move(pointer), std::move(problem), std::move(next_step)}} {}

Error::Error(ErrorKind the_kind, std::vector<Issue> the_issues)
    : kind(the_kind), issues(std::move(the_issues)) {
  ensure(!issues.empty(), "an Error states at least one issue");
}

std::string Error::text() const {
  std::string text;
  for (const auto& issue : issues) {
    if (!text.empty()) text += "; ";
    if (!issue.pointer.empty()) text += issue.pointer + ": ";
    text += issue.problem;
    if (!issue.next_step.empty()) text += " (" + issue.next_step + ")";
  }
  return text;
}

std::string_view word(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_input:
      return "invalid-input";
    case ErrorKind::unauthenticated:
      return "unauthenticated";
    case ErrorKind::forbidden:
      return "forbidden";
    case ErrorKind::not_found:
      return "not-found";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::precondition_failed:
      return "precondition-failed";
    case ErrorKind::too_large:
      return "too-large";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::rate_limited:
      return "rate-limited";
    case ErrorKind::unavailable:
      return "unavailable";
  }
  ensure(false, "an ErrorKind outside its list");
  return {};
}

}  // namespace base
