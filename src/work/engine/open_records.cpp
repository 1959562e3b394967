#include "work/engine/open_records.h"

#include <algorithm>

#include <fmt/core.h>

namespace engine {
namespace {

char separator_of(std::string_view header) {
  const auto count = [&](char letter) { return std::ranges::count(header, letter); };
  const auto commas = count(','), semicolons = count(';'), tabs = count('\t');
  if (semicolons > commas && semicolons >= tabs) return ';';
  return tabs > commas ? '\t' : ',';
}

std::string_view without_blanks(std::string_view header) {
  while (header.starts_with(' '))
    header.remove_prefix(1);
  while (header.ends_with(' '))
    header.remove_suffix(1);
  return header;
}

}  // namespace

base::Result<bool> OpenRecords::next(text::CsvBlock& block) {
  if (!first) return blocks->next(block);
  block = *std::exchange(first, std::nullopt);
  return true;
}

base::Result<OpenRecords> open_records(RecordFile& file) {
  OpenRecords open;
  open.name = file.name;
  open.blocks = std::make_unique<text::CsvBlocks>(*file.in);
  text::CsvBlock block;
  auto has_block = open.blocks->next(block);
  if (!has_block) return base::pass_on(has_block);
  open.separator = separator_of(block.rows.substr(0, block.rows.find('\n')));
  text::CsvRows rows(block, open.separator);
  const auto has_header = rows.next();
  if (!has_header || !*has_header)
    return base::fail(base::ErrorKind::invalid_input, "line 1", "the file has no first row",
                      "give it a first row that names the columns");
  for (const auto header : rows.fields())
    open.headers.emplace_back(without_blanks(header));
  open.first = text::CsvBlock{block.rows.substr(std::min(rows.position(), block.rows.size())),
                              rows.next_line()};
  return open;
}

base::Error in_file(const std::string& name, base::Error error) {
  for (auto& issue : error.issues)
    issue.pointer = issue.pointer.empty() ? name : fmt::format("{}, {}", name, issue.pointer);
  return error;
}

base::Error width_error(const std::string& name, const text::CsvRows& rows, std::size_t columns) {
  return base::Error(
      base::ErrorKind::invalid_input, fmt::format("{}, line {}", name, rows.line()),
      fmt::format("the row has {} fields, the first row {}", rows.fields().size(), columns),
      "look for a separator too many or too few, or use --skip-bad");
}

}  // namespace engine
