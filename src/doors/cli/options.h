#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "edges/render/problems.h"

namespace CLI {
class App;
}

namespace cli {

/// What a command takes on its command line. A name with dashes ("--data") is an option, one
/// without a word by position. The variables must live until the command has run. Each `help` is
/// told in the language of the console; its Japanese stands in data/problems.ja.json.
class Options {
 public:
  Options(CLI::App& app, render::Locale locale) : app_(app), locale_(locale) {}

  enum class Need { may, must };

  void flag(const std::string& name, bool& value, const std::string& help);
  void number(const std::string& name, int& value, const std::string& help);
  void number(const std::string& name, std::uint64_t& value, const std::string& help);
  void text(const std::string& name, std::string& value, const std::string& help,
            Need need = Need::may);
  void texts(const std::string& name, std::vector<std::string>& values, const std::string& help,
             Need need = Need::may);

  /// Exactly two texts behind one name.
  void pair(const std::string& name, std::vector<std::string>& values, const std::string& help);

  /// A text out of a few.
  void choice(const std::string& name, std::string& value, const std::vector<std::string>& allowed,
              const std::string& help);

 private:
  [[nodiscard]] std::string localised(const std::string& help) const {
    return render::translate(help, locale_);
  }

  CLI::App& app_;
  render::Locale locale_;
};

}  // namespace cli
