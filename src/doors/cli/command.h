#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "doors/cli/console.h"
#include "doors/cli/options.h"

namespace cli {

using Run = std::function<ExitCode(Console&)>;

/// One command of the program. `prepare` says what it takes and gives back what it does; a group
/// ("user") has no `prepare` but commands of its own.
struct Command {
  using Prepare = Run (*)(Options&);

  std::string_view name, summary;
  std::string_view examples;  ///< shown below the options by --help
  std::string_view notes;     ///< below the examples
  Prepare prepare = nullptr;
  std::vector<Command> below{};
};

/// What is called `help` is told in the language of the console: each such text has its Japanese
/// in data/problems.ja.json.
[[nodiscard]] Command make_command(std::string_view name, std::string_view help,
                                   std::string_view examples, Command::Prepare prepare,
                                   std::string_view help_notes = "");
[[nodiscard]] Command make_group(std::string_view name, std::string_view help,
                                 std::vector<Command> below);

/// Every command, in the order of the help.
[[nodiscard]] const std::vector<Command>& all_commands();

/// Runs what the command line asks for. Never throws.
[[nodiscard]] ExitCode run_command_line(int count, const char* const* words, Console& console);

/// The same for the process itself: standard streams, a closed pipe is no error.
[[nodiscard]] int run_program(int count, const char* const* words);

}  // namespace cli
