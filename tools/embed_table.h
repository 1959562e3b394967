#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "problem_table.h"

namespace tools {

/// One file to carry inside the program; `path` is relative to the folder it was found in.
struct InputFile {
  std::string path;
  std::string bytes;
};

/// A generated C++ source and the bytes that its assembler line takes in.
struct Embedded {
  std::string source;
  std::string blob;
};

/// The pages of the web part, for doors/http/assets.h. Each file is kept as it is and, where that
/// saves a twentieth or more, gzipped. Source maps are left out. Without an index.html one plain
/// page in both languages says that the web part was not built.
/// `blob_path` is where the caller will write `Embedded::blob`.
[[nodiscard]] Embedded embed_web(std::vector<InputFile> files, std::string_view blob_path);

/// Numbered migrations, for edges/db/migrations.h: `0001_reports.sqlite.sql` beside
/// `0001_reports.postgres.sql`. Throws std::runtime_error, naming the file, when a name does not
/// fit, a number is taken twice, or a migration has no SQLite side. That no number is missing is
/// a test of db's, so that a migration can be tried before its forerunners have arrived.
[[nodiscard]] Embedded embed_migrations(std::vector<InputFile> files, std::string_view blob_path);

/// The Japanese of problems, for edges/render/problem_rows.h: sentences and words in one list,
/// sorted by their English.
[[nodiscard]] Embedded embed_problems(const ProblemTable& table, std::string_view blob_path);

/// The table of ideas, for steps/normalise/concepts.h, as it is.
[[nodiscard]] Embedded embed_concepts(std::string_view table, std::string_view blob_path);

/// Tables and documents that the program ships, for doors/cli/shipped.h, under the paths given.
[[nodiscard]] Embedded embed_shipped(std::vector<InputFile> files, std::string_view blob_path);

}  // namespace tools
