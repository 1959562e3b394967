#include "doors/cli/console.h"

#include <initializer_list>

#include "edges/render/problems.h"

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

render::Locale locale_of(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const auto* variable : {lc_all, lc_messages, lang}) {
    const std::string_view value = variable == nullptr ? "" : variable;
    if (!value.empty()) return value.starts_with("ja") ? render::Locale::ja : render::Locale::en;
  }
  return render::Locale::en;
}

ExitCode complain(Console& console, const base::Error& error, std::string_view where) {
  const bool is_japanese = console.locale == render::Locale::ja;
  for (const auto& issue : render::translate(error, console.locale).issues) {
    console.err << "kizuki: ";
    if (!where.empty()) console.err << where << ": ";
    // "line 3 /id" is for a person; "/id" and the name of an option are the same to everyone.
    const bool is_place = issue.pointer.starts_with("line ");
    if (!issue.pointer.empty())
      console.err << (is_place ? render::translate(issue.pointer, console.locale) : issue.pointer)
                  << ": ";
    console.err << issue.problem;
    if (!issue.next_step.empty())
      console.err << (is_japanese ? "（" : " (") << issue.next_step << (is_japanese ? "）" : ")");
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
