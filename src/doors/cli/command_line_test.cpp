#include <sstream>

#include <gtest/gtest.h>

#include "doors/cli/command.h"
#include "edges/db/scratch_folder.h"

namespace cli {
namespace {

struct Outcome {
  ExitCode code;
  std::string out, err;
};

Outcome run(std::vector<std::string> words, render::Locale locale = render::Locale::en) {
  words.insert(words.begin(), "kizuki");
  std::vector<const char*> pointers;
  for (const auto& word : words)
    pointers.push_back(word.c_str());
  std::ostringstream out;
  std::ostringstream err;
  Console console{out, err, false, locale};
  const auto code = run_command_line(static_cast<int>(pointers.size()), pointers.data(), console);
  return {code, out.str(), err.str()};
}

TEST(command_line, help_lists_every_command_and_shows_examples) {
  const auto help = run({"--help"});
  EXPECT_EQ(help.code, ExitCode::done);
  for (const auto& command : all_commands()) {
    EXPECT_NE(help.out.find(command.name), std::string::npos) << command.name;
    const auto own = run({std::string(command.name), "--help"});
    EXPECT_EQ(own.code, ExitCode::done);
    if (command.below.empty()) {
      EXPECT_NE(own.out.find("Examples:"), std::string::npos) << command.name;
    }
  }
}

TEST(command_line, help_is_told_in_the_language_of_the_console) {
  for (const auto& command : all_commands()) {
    const auto help = run({std::string(command.name), "--help"}, render::Locale::ja).out;
    EXPECT_EQ(help.find(command.summary), std::string::npos) << help;
    EXPECT_NE(help.find("使い方: "), std::string::npos) << help;
    EXPECT_EQ(help.find("Options"), std::string::npos) << help;
    if (!command.notes.empty()) {
      EXPECT_EQ(help.find(command.notes), std::string::npos) << help;
    }
  }
}

TEST(command_line, wrong_words_are_wrong_use) {
  EXPECT_EQ(run({}).code, ExitCode::wrong_use);
  EXPECT_EQ(run({"fly"}).code, ExitCode::wrong_use);
  EXPECT_EQ(run({"init"}).code, ExitCode::wrong_use);
  EXPECT_EQ(run({"read", "--lang", "fr"}).code, ExitCode::wrong_use);
}

TEST(command_line, what_goes_wrong_is_told_in_the_language_of_the_environment) {
  using render::Locale;
  EXPECT_EQ(locale_of(nullptr, nullptr, "ja_JP.UTF-8"), Locale::ja);
  EXPECT_EQ(locale_of("", nullptr, "ja_JP.UTF-8"), Locale::ja);
  EXPECT_EQ(locale_of("C", "ja_JP", "ja_JP"), Locale::en);
  EXPECT_EQ(locale_of(nullptr, "ja", "en_GB"), Locale::ja);
  EXPECT_EQ(locale_of(nullptr, nullptr, nullptr), Locale::en);
  const auto told = run({"verify", "--data", "/nonexistent"}, Locale::ja);
  EXPECT_EQ(told.code, run({"verify", "--data", "/nonexistent"}).code);
  EXPECT_NE(told.err.find("このフォルダーにデータはありません（"), std::string::npos) << told.err;
  EXPECT_NE(run({"verify"}, Locale::ja).err.find("--dataを指定してください"), std::string::npos);
}

TEST(command_line, a_folder_without_a_store_says_how_to_make_one) {
  const db::ScratchFolder folder;
  const auto outcome = run({"verify", "--data", folder.path().string()});
  EXPECT_EQ(outcome.code, ExitCode::wrong_use);
  EXPECT_NE(outcome.err.find("kizuki init"), std::string::npos);
}

TEST(command_line, a_file_that_is_not_there_is_named) {
  const auto outcome = run({"read", "/no/such/file"});
  EXPECT_EQ(outcome.code, ExitCode::wrong_use);
  EXPECT_NE(outcome.err.find("/no/such/file"), std::string::npos);
}

TEST(command_line, init_then_verify_then_migrate) {
  const db::ScratchFolder folder;
  const auto data = folder.file("store");
  const auto made = run({"init", "--data", data, "--recovery-out", folder.file("key")});
  EXPECT_EQ(made.code, ExitCode::done) << made.err;
  EXPECT_NE(made.out.find("One-time invitation: "), std::string::npos);
  EXPECT_EQ(run({"verify", "--data", data}).code, ExitCode::done);
  const auto migrated = run({"migrate", "--data", data, "--dry-run"});
  EXPECT_EQ(migrated.code, ExitCode::done);
  EXPECT_NE(migrated.out.find("nothing was to do"), std::string::npos);
  EXPECT_EQ(run({"init", "--data", data, "--recovery-out", folder.file("other")}).code,
            ExitCode::wrong_use);
}

TEST(command_line, an_error_becomes_an_exit_code_by_its_kind) {
  EXPECT_EQ(exit_code_of(base::ErrorKind::not_found), ExitCode::no);
  EXPECT_EQ(exit_code_of(base::ErrorKind::refused), ExitCode::wrong_use);
  EXPECT_EQ(exit_code_of(base::ErrorKind::unavailable), ExitCode::outside);
}

}  // namespace
}  // namespace cli
