#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "doors/cli/console.h"
#include "ground/base/result.h"
#include "ground/text/table_file.h"
#include "work/engine/name_matcher.h"

namespace cli {

/// A file mapped for reading; empty where there is none.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::span<const char> bytes() const { return bytes_; }

 private:
  std::span<const char> bytes_;
};

/// A name matcher with all that it knows: the shipped tables, the knowledge files of a folder
/// (without them kanji have no readings) and, if given, a lexicon of attested transliterations.
class NameKnowledge {
 public:
  /// `folder` "" is "knowledge" beside the program; a folder that is named must hold the files.
  /// `lexicon`: TSV language, Latin word, native word, count; "" = none.
  [[nodiscard]] static base::Result<std::unique_ptr<NameKnowledge>> load(
      const std::string& folder, const std::string& lexicon);

  /// Says on `err` what is missing and what to do, where a knowledge file is absent.
  void tell_what_is_missing(Console& console) const;

  [[nodiscard]] const engine::NameMatcher& matcher() const { return *matcher_; }
  /// The knowledge files; nullptr where absent.
  [[nodiscard]] const text::TableFile* jmnedict() const { return jmnedict_; }
  [[nodiscard]] const text::TableFile* unihan() const { return unihan_; }

 private:
  [[nodiscard]] base::Result<const text::TableFile*> map(const std::string& path, bool must);

  std::vector<std::unique_ptr<MappedFile>> mapped_;
  std::vector<std::unique_ptr<text::TableFile>> files_;
  const text::TableFile* jmnedict_ = nullptr;
  const text::TableFile* unihan_ = nullptr;
  std::optional<engine::NameMatcher> matcher_;
};

}  // namespace cli
