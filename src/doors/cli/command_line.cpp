#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <list>
#include <sstream>
#include <unistd.h>

#include <fmt/format.h>

#include "doors/cli/command.h"
#include "edges/render/problems.h"

namespace cli {
namespace {

using Runs = std::list<std::pair<CLI::App*, Run>>;

/// The words that CLI11 itself puts into a help.
void label(CLI::App& app, render::Locale locale) {
  for (const std::string word : {"Usage", "OPTIONS", "Positionals", "SUBCOMMAND", "SUBCOMMANDS",
                                 "REQUIRED", "TEXT", "INT", "UINT"})
    app.get_formatter()->label(word, render::translate(word, locale));
  app.option_defaults()->group(render::translate("Options", locale));
  app.set_help_flag("-h,--help", render::translate("Print this help message and exit", locale));
}

std::string footer_of(const Command& command, render::Locale locale) {
  std::string footer;
  if (!command.examples.empty())
    footer = fmt::format("{}\n{}", render::translate("Examples:", locale), command.examples);
  if (!command.notes.empty())
    footer += fmt::format("\n{}", render::translate(command.notes, locale));
  return footer;
}

void add_commands(CLI::App& app, const std::vector<Command>& commands, render::Locale locale,
                  Runs& runs) {
  for (const auto& command : commands) {
    auto* below =
        app.add_subcommand(std::string(command.name), render::translate(command.summary, locale));
    below->group(render::translate("Commands", locale));
    label(*below, locale);
    below->footer(footer_of(command, locale));
    if (command.prepare == nullptr) {
      below->require_subcommand(1);
      add_commands(*below, command.below, locale, runs);
      continue;
    }
    Options options(*below, locale);
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
  CLI::App app(render::translate(
                   "Kizuki puts single sightings of an approach together and warns the next firm.",
                   console.locale),
               "kizuki");
  label(app, console.locale);
  app.set_version_flag(
      "--version", "kizuki " KIZUKI_VERSION,
      render::translate("Display program version information and exit", console.locale));
  app.require_subcommand(1);
  app.footer(render::translate("kizuki COMMAND --help shows the options and examples of a command.",
                               console.locale));
  app.failure_message([&console](const CLI::App* failed, const CLI::Error& error) {
    return told(CLI::FailureMessage::simple(failed, error), console.locale);
  });
  Runs runs;
  add_commands(app, all_commands(), console.locale, runs);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, console.out, console.err) == 0 ? ExitCode::done : ExitCode::wrong_use;
  }
  return run_chosen(runs, console);
}

}  // namespace

Command make_command(std::string_view name, std::string_view help, std::string_view examples,
                     Command::Prepare prepare, std::string_view help_notes) {
  return {name, help, examples, help_notes, prepare, {}};
}

Command make_group(std::string_view name, std::string_view help, std::vector<Command> below) {
  return {name, help, {}, {}, nullptr, std::move(below)};
}

void Options::flag(const std::string& name, bool& value, const std::string& help) {
  app_.add_flag(name, value, localised(help));
}

void Options::number(const std::string& name, int& value, const std::string& help) {
  app_.add_option(name, value, localised(help))->capture_default_str();
}

void Options::number(const std::string& name, std::uint64_t& value, const std::string& help) {
  app_.add_option(name, value, localised(help))->capture_default_str();
}

void Options::text(const std::string& name, std::string& value, const std::string& help,
                   Need need) {
  auto* option = app_.add_option(name, value, localised(help))->required(need == Need::must);
  if (!value.empty()) option->capture_default_str();
}

void Options::texts(const std::string& name, std::vector<std::string>& values,
                    const std::string& help, Need need) {
  app_.add_option(name, values, localised(help))->required(need == Need::must);
}

void Options::pair(const std::string& name, std::vector<std::string>& values,
                   const std::string& help) {
  app_.add_option(name, values, localised(help))->expected(2);
}

void Options::choice(const std::string& name, std::string& value,
                     const std::vector<std::string>& allowed, const std::string& help) {
  app_.add_option(name, value, localised(help))
      ->check(CLI::IsMember(allowed))
      ->capture_default_str();
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
