#pragma once

#include <ostream>
#include <string_view>

#include "edges/render/words.h"
#include "ground/base/error.h"

namespace cli {

/// How a command ends (docs/OPERATING.md).
enum class ExitCode {
  done = 0,       ///< it did what was asked
  no = 1,         ///< the answer is no: nothing found, verification failed
  wrong_use = 2,  ///< wrong use or bad input
  outside = 3     ///< trouble outside: database, disk, network
};

/// Where a command writes: results to `out`, everything for the person in front of it to `err`.
/// A pipe that was closed on the other side is no error: what is written afterwards is lost.
struct Console {
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;
  render::Locale locale = render::Locale::en;  ///< of what goes wrong
};

/// The language that the environment asks for, of LC_ALL, LC_MESSAGES and LANG the first that is
/// set (POSIX.1-2017, base definitions, 8.2): Japanese where it begins with "ja". nullptr = unset.
[[nodiscard]] render::Locale locale_of(const char* lc_all, const char* lc_messages,
                                       const char* lang);

/// One row for every kind of failure.
[[nodiscard]] ExitCode exit_code_of(base::ErrorKind kind);

/// Tells what is wrong, one line an issue, each beginning with `where` ("reports.jsonl") if it
/// is given, in the language of the console, and returns how to end.
ExitCode complain(Console& console, const base::Error& error, std::string_view where = "");

/// A line of progress that is overwritten by the next one; nothing unless somebody watches.
void show_progress(Console& console, std::string_view text);
void end_progress(Console& console);

}  // namespace cli
