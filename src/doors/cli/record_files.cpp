#include "doors/cli/record_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "doors/cli/files.h"
#include "ground/text/csv.h"

namespace cli {
namespace {

constexpr int workers_max = 64;
constexpr std::size_t schema_bytes_max = 1U << 20U;

std::string without_folders(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

/// Without its folders, unless another one has the same name then.
std::string name_among(const std::vector<std::string>& paths, const std::string& path) {
  const auto name = without_folders(path);
  const bool is_shared = std::ranges::any_of(paths, [&](const std::string& other) {
    return other != path && without_folders(other) == name;
  });
  return is_shared ? path : name;
}

}  // namespace

base::Result<std::vector<engine::RecordFile>> open_record_files(
    const std::vector<std::string>& paths) {
  std::vector<engine::RecordFile> files;
  for (const auto& path : paths) {
    const auto name = name_among(paths, path);
    std::error_code error;
    auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*in || std::filesystem::is_directory(path, error))
      return base::fail(base::ErrorKind::invalid_input, name, "the file cannot be read",
                        "check its name and rights");
    files.push_back({name, std::move(in)});
  }
  return files;
}

base::Result<std::vector<std::vector<std::string>>> read_schema(const std::string& path) {
  if (path.empty()) return std::vector<std::vector<std::string>>{};
  auto bytes = read_file(path, schema_bytes_max);
  if (!bytes) return base::pass_on(bytes);
  std::istringstream in(*bytes);
  text::CsvReader reader(in);
  std::vector<std::vector<std::string>> rows;
  text::CsvRow row;
  for (;;) {
    auto has_row = reader.next(row);
    if (!has_row) return base::pass_on(has_row);
    if (!*has_row) return rows;
    rows.push_back(row.fields);
  }
}

ExitCode complain_of_files(Console& console, const base::Error& error) {
  auto in_file = error;
  std::string where;
  for (auto& issue : in_file.issues) {
    const auto line = issue.pointer.find(", line ");
    if (line == std::string::npos) continue;
    where = issue.pointer.substr(0, line);
    issue.pointer.erase(0, line + 2);
  }
  return complain(console, in_file, where);
}

std::size_t workers_of(int wanted) {
  const auto processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return static_cast<std::size_t>(std::clamp(wanted > 0 ? wanted : processors, 1, workers_max));
}

}  // namespace cli
