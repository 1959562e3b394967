#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// The foreseeable ways in which a request can fail. One table in `http` maps them to
/// status codes and one in `cli` to exit codes.
enum class ErrorKind {
  invalid_input,        ///< the input breaks its format; issues say where           (400 / 2)
  unauthenticated,      ///< nobody is signed in, or the credentials are wrong       (401 / 2)
  forbidden,            ///< signed in, but this is not for this principal           (403 / 2)
  not_found,            ///< no such thing, or not for this principal to know        (404 / 1)
  conflict,             ///< it collides with what is there                          (409 / 2)
  precondition_failed,  ///< it was changed by someone else in between (If-Match)    (412 / 2)
  too_large,            ///< over a stated limit                                     (413 / 2)
  refused,              ///< well formed, but a rule of the field forbids it         (422 / 2)
  rate_limited,         ///< too many, too soon                                      (429 / 2)
  unavailable,          ///< a part outside is not there now; try again              (503 / 3)
};

/// One thing that is wrong, safe to show: never personal data, never SQL.
struct Issue {
  std::string pointer;    ///< RFC 6901 JSON pointer or the name of the field; "" = the whole
  std::string problem;    ///< what is wrong, one short sentence
  std::string next_step;  ///< what to do about it; may be empty when the problem says it
};

/// A foreseeable failure with everything that was found wrong (at least one issue).
struct Error {
  ErrorKind kind = ErrorKind::invalid_input;
  std::vector<Issue> issues;

  Error(ErrorKind the_kind, std::string pointer, std::string problem, std::string next_step = "");
  Error(ErrorKind the_kind, std::vector<Issue> the_issues);

  /// "pointer: problem (next step)" for each issue, joined by "; ".
  [[nodiscard]] std::string text() const;
};

/// Stable word of a kind, as used in problem types: "invalid-input", "not-found", ...
[[nodiscard]] std::string_view word(ErrorKind kind);

/// Outside collapse (database gone, disk full): thrown in db/ and deliver/ only,
/// caught per request, per job and in main. The text holds no SQL and no personal data.
class OutsideFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace base
