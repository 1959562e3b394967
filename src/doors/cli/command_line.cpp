#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <list>
#include <sstream>
#include <unistd.h>

#include "doors/cli/command.h"
#include "edges/render/problems.h"

namespace cli {
namespace {

using Runs = std::list<std::pair<CLI::App*, Run>>;

void add_commands(CLI::App& app, const std::vector<Command>& commands, Runs& runs) {
  for (const auto& command : commands) {
    auto* below = app.add_subcommand(std::string(command.name), std::string(command.summary));
    if (!command.examples.empty()) below->footer("Examples:\n" + std::string(command.examples));
    if (command.prepare == nullptr) {
      below->require_subcommand(1);
      add_commands(*below, command.below, runs);
      continue;
    }
    Options options(*below);
    runs.emplace_back(below, command.prepare(options));
  }
}

ExitCode run_chosen(const Runs& runs, Console& console) {
  for (const auto& [app, run] : runs)
    if (app->parsed()) return run(console);
  return ExitCode::wrong_use;
}

/// What CLI11 says of wrong words, line by line in the language of the console.
std::string told(const std::string& message, render::Locale locale) {
  std::istringstream lines(message);
  std::string text;
  for (std::string line; std::getline(lines, line);)
    text += render::translate(line, locale) + '\n';
  return text;
}

ExitCode tell_trouble(Console& console, std::string_view trouble) {
  console.err << "kizuki: " << render::translate(trouble, console.locale) << '\n';
  return ExitCode::outside;
}

ExitCode parse_and_run(int count, const char* const* words, Console& console) {
  CLI::App app("Kizuki puts single sightings of an approach together and warns the next firm.",
               "kizuki");
  app.set_version_flag("--version", "kizuki " KIZUKI_VERSION);
  app.require_subcommand(1);
  app.footer("kizuki COMMAND --help shows the options and examples of a command.");
  app.failure_message([&console](const CLI::App* failed, const CLI::Error& error) {
    return told(CLI::FailureMessage::simple(failed, error), console.locale);
  });
  Runs runs;
  add_commands(app, all_commands(), runs);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, console.out, console.err) == 0 ? ExitCode::done : ExitCode::wrong_use;
  }
  return run_chosen(runs, console);
}

}  // namespace

void Options::flag(const std::string& name, bool& value, const std::string& help) {
  app_.add_flag(name, value, help);
}

void Options::number(const std::string& name, int& value, const std::string& help) {
  app_.add_option(name, value, help)->capture_default_str();
}

void Options::text(const std::string& name, std::string& value, const std::string& help,
                   Need need) {
  auto* option = app_.add_option(name, value, help)->required(need == Need::must);
  if (!value.empty()) option->capture_default_str();
}

void Options::texts(const std::string& name, std::vector<std::string>& values,
                    const std::string& help, Need need) {
  app_.add_option(name, values, help)->required(need == Need::must);
}

void Options::pair(const std::string& name, std::vector<std::string>& values,
                   const std::string& help) {
  app_.add_option(name, values, help)->expected(2);
}

void Options::choice(const std::string& name, std::string& value,
                     const std::vector<std::string>& allowed, const std::string& help) {
  app_.add_option(name, value, help)->check(CLI::IsMember(allowed))->capture_default_str();
}

ExitCode run_command_line(int count, const char* const* words, Console& console) {
  try {
    const auto code = parse_and_run(count, words, console);
    console.out.flush();
    return code;
  } catch (const base::OutsideFailure& failure) {
    return tell_trouble(console, failure.what());
  } catch (const std::bad_alloc&) {
    return tell_trouble(console, "there is not enough memory");
  } catch (const std::exception& failure) {
    return tell_trouble(console, std::string("trouble outside: ") + failure.what());
  }
}

int run_program(int count, const char* const* words) {
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  Console console{
      std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1,
      locale_of(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"))};
  return static_cast<int>(run_command_line(count, words, console));
}

}  // namespace cli
