#include "embed_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <utility>
#include <zlib.h>

namespace tools {
namespace {

constexpr std::string_view plain_page = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Kizuki</title></head><body>
<p>Kizuki is running, but its web part was not built. Run <code>./dev build</code>.</p>
<p lang="ja">Kizuki は動いていますが、画面の部分が組み込まれていません。<code>./dev build</code> を実行してください。</p>
</body></html>
)";

/// Collects bytes and remembers where each piece begins.
class Blob {
 public:
  explicit Blob(std::string_view name) : name_(name) {}

  /// A C++ initialiser for a view of the piece.
  [[nodiscard]] std::string add(std::string_view bytes) {
    const auto start = bytes_.size();
    bytes_ += bytes;
    bytes_ += '\0';
    return "{" + name_ + " + " + std::to_string(start) + ", " + std::to_string(bytes.size()) + "}";
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string name_;
  std::string bytes_;
};

[[nodiscard]] std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') result += '\\';
    result += character;
  }
  return result + "\"";
}

/// The start of a generated source: the header it implements and the bytes it takes in.
[[nodiscard]] std::string opening(std::string_view header, std::string_view name,
                                  std::string_view type, std::string_view blob_path) {
  const std::string symbol(name);
  return "// Made by tools/embed; do not edit.\n#include \"" + std::string(header) +
         "\"\n\n#include <array>\n\n" +
         "__asm__(\".pushsection .rodata, \\\"a\\\"\\n.balign 16\\n.globl " + symbol + "\\n" +
         symbol + ": .incbin \\\"" + std::string(blob_path) +
         "\\\"\\n.byte 0\\n.popsection\\n\");\n" + "extern \"C\" const " + std::string(type) + " " +
         symbol + "[];\n\n";
}

/// FNV-1a, 64 bits: an ETag only has to differ when the bytes do.
[[nodiscard]] std::string tag_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : bytes)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4)
    text += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 15U];
  return "\"" + text + "\"";
}

[[nodiscard]] std::string_view content_type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{
      {{".html", "text/html; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".mjs", "text/javascript; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".json", "application/json"},
       {".webmanifest", "application/manifest+json"},
       {".svg", "image/svg+xml"},
       {".png", "image/png"},
       {".jpg", "image/jpeg"},
       {".ico", "image/x-icon"},
       {".woff2", "font/woff2"},
       {".txt", "text/plain; charset=utf-8"},
       {".wasm", "application/wasm"},
       {".xml", "application/xml"}}};
  const auto found =
      std::ranges::find_if(types, [&](const auto& type) { return path.ends_with(type.first); });
  return found == types.end() ? "application/octet-stream" : found->second;
}

/// The gzip form, or nothing when it saves less than a twentieth. No name and no time inside, so
/// that the same input gives the same bytes.
[[nodiscard]] std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::runtime_error("zlib could not start");
  std::string result(deflateBound(&stream, bytes.size()), '\0');
  std::string input(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  const auto state = deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  if (state != Z_STREAM_END) throw std::runtime_error("zlib could not finish");
  return result.size() < bytes.size() - bytes.size() / 20 ? result : std::string();
}

void sort_by_path(std::vector<InputFile>& files) {
  std::ranges::sort(files, {}, &InputFile::path);
}

struct Migration {
  std::string name;
  const InputFile* sqlite = nullptr;
  const InputFile* postgres = nullptr;
};

[[noreturn]] void refuse(const InputFile& file, const std::string& reason) {
  throw std::runtime_error("migrations/" + file.path + ": " + reason);
}

/// "0001_reports.sqlite.sql" -> number 1, name "reports", engine "sqlite"
void take_migration(const InputFile& file, std::map<int, Migration>& migrations) {
  const std::string_view path = file.path;
  const bool is_sqlite = path.ends_with(".sqlite.sql");
  const bool has_number =
      path.size() > 5 && path[4] == '_' && std::all_of(path.begin(), path.begin() + 4, [](char c) {
        return std::isdigit(static_cast<unsigned char>(c)) != 0;
      });
  if (!has_number || (!is_sqlite && !path.ends_with(".postgres.sql")))
    refuse(file, "a migration is named NNNN_name.sqlite.sql or NNNN_name.postgres.sql");
  auto& migration = migrations[std::stoi(std::string(path.substr(0, 4)))];
  const auto name = std::string(path.substr(5, path.find('.') - 5));
  if (!migration.name.empty() && migration.name != name)
    refuse(file, "number is taken by " + migration.name);
  migration.name = name;
  (is_sqlite ? migration.sqlite : migration.postgres) = &file;
}

void check_migrations(const std::map<int, Migration>& migrations) {
  for (const auto& [number, migration] : migrations)
    if (migration.sqlite == nullptr)
      throw std::runtime_error("migrations: " + migration.name + " has no .sqlite.sql file");
}

}  // namespace

Embedded embed_web(std::vector<InputFile> files, std::string_view blob_path) {
  std::erase_if(files, [](const auto& file) { return file.path.ends_with(".map"); });
  if (std::ranges::none_of(files, [](const auto& file) { return file.path == "index.html"; }))
    files = {{"index.html", std::string(plain_page)}};
  sort_by_path(files);
  Blob blob("kizuki_web_blob");
  std::string table;
  for (const auto& file : files) {
    // Two statements, since the order inside one expression is not fixed.
    const auto packed = blob.add(gzipped(file.bytes));
    const auto plain = blob.add(file.bytes);
    table += "    Asset{" + literal("/" + file.path) + ", " + literal(content_type_of(file.path)) +
             ", " + literal(tag_of(file.bytes)) + ",\n          " + packed + ", " + plain + "},\n";
  }
  return {opening("doors/http/assets.h", "kizuki_web_blob", "std::uint8_t", blob_path) +
              "namespace http {\n\nstd::span<const Asset> assets() {\n  static const std::array<"
              "Asset, " +
              std::to_string(files.size()) + "> table{{\n" + table +
              "  }};\n  return table;\n}\n\n}  // namespace http\n",
          blob.take()};
}

Embedded embed_migrations(std::vector<InputFile> files, std::string_view blob_path) {
  std::map<int, Migration> migrations;
  for (const auto& file : files)
    take_migration(file, migrations);
  check_migrations(migrations);
  Blob blob("kizuki_migrations_blob");
  const auto view = [&blob](const InputFile* file) {
    return file == nullptr ? std::string("{}") : blob.add(file->bytes);
  };
  std::string table;
  for (const auto& [number, migration] : migrations) {
    const auto sqlite = view(migration.sqlite);
    const auto postgres = view(migration.postgres);
    table += "    Migration{" + std::to_string(number) + ", " + literal(migration.name) + ", " +
             sqlite + ", " + postgres + "},\n";
  }
  return {opening("edges/db/migrations.h", "kizuki_migrations_blob", "char", blob_path) +
              "namespace db {\n\nstd::span<const Migration> migrations() {\n  static const "
              "std::array<Migration, " +
              std::to_string(migrations.size()) + "> table{{\n" + table +
              "  }};\n  return table;\n}\n\n}  // namespace db\n",
          blob.take()};
}

Embedded embed_problems(const ProblemTable& table, std::string_view blob_path) {
  auto texts = table.sentences;
  texts.insert(table.words.begin(), table.words.end());
  Blob blob("kizuki_problems_blob");
  std::string rows;
  for (const auto& [english, japanese] : texts) {
    // Two statements, since the order inside one expression is not fixed.
    const auto first = blob.add(english);
    const auto second = blob.add(japanese);
    rows += "    ProblemRow{" + first + ", " + second + "},\n";
  }
  return {opening("edges/render/problem_rows.h", "kizuki_problems_blob", "char", blob_path) +
              "namespace render {\n\nstd::span<const ProblemRow> problem_rows() {\n  static const "
              "std::array<ProblemRow, " +
              std::to_string(texts.size()) + "> table{{\n" + rows +
              "  }};\n  return table;\n}\n\n}  // namespace render\n",
          blob.take()};
}

Embedded embed_concepts(std::string_view table, std::string_view blob_path) {
  Blob blob("kizuki_concepts_blob");
  const auto text = blob.add(table);
  return {opening("steps/normalise/concepts.h", "kizuki_concepts_blob", "char", blob_path) +
              "namespace normalise {\n\nstd::string_view concept_table() {\n  return " + text +
              ";\n}\n\n}  // namespace normalise\n",
          blob.take()};
}

Embedded embed_shipped(std::vector<InputFile> files, std::string_view blob_path) {
  sort_by_path(files);
  Blob blob("kizuki_shipped_blob");
  std::string table;
  for (const auto& file : files)
    table += "    ShippedFile{" + literal(file.path) + ", " + blob.add(file.bytes) + "},\n";
  return {opening("doors/cli/shipped.h", "kizuki_shipped_blob", "char", blob_path) +
              "namespace cli {\n\nstd::span<const ShippedFile> shipped_files() {\n  static const "
              "std::array<ShippedFile, " +
              std::to_string(files.size()) + "> table{{\n" + table +
              "  }};\n  return table;\n}\n\n}  // namespace cli\n",
          blob.take()};
}

}  // namespace tools
