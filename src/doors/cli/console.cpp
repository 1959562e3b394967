#include "doors/cli/console.h"

#include <fmt/format.h>

namespace cli {

ExitCode exit_code_of(base::ErrorKind kind) {
  using base::ErrorKind;
  switch (kind) {
    case ErrorKind::not_found:
      return ExitCode::no;
    case ErrorKind::unavailable:
      return ExitCode::outside;
    case ErrorKind::invalid_input:
    case ErrorKind::unauthenticated:
    case ErrorKind::forbidden:
    case ErrorKind::conflict:
    case ErrorKind::precondition_failed:
    case ErrorKind::too_large:
    case ErrorKind::refused:
    case ErrorKind::rate_limited:
      return ExitCode::wrong_use;
  }
  return ExitCode::outside;
}

ExitCode complain(Console& console, const base::Error& error, std::string_view where) {
  for (const auto& issue : error.issues) {
    console.err << "kizuki: ";
    if (!where.empty()) console.err << where << ": ";
    if (!issue.pointer.empty()) console.err << issue.pointer << ": ";
    console.err << issue.problem;
    if (!issue.next_step.empty()) console.err << " (" << issue.next_step << ")";
    console.err << '\n';
  }
  console.err.flush();
  return exit_code_of(error.kind);
}

void show_progress(Console& console, std::string_view text) {
  if (console.err_is_terminal) console.err << "\r\x1b[K" << text << std::flush;
}

void end_progress(Console& console) {
  if (console.err_is_terminal) console.err << "\r\x1b[K" << std::flush;
}

}  // namespace cli
