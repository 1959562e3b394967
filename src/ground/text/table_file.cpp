#include "ground/text/table_file.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "ground/base/ensure.h"

namespace text {
namespace {

static_assert(std::endian::native == std::endian::little, "tables are mapped as they are");

constexpr std::string_view magic = "KZTABLE1";
constexpr std::size_t head_bytes = 24, section_bytes = 48, name_bytes = 16;
constexpr std::uint32_t sections_max = 64;

template <class Number>
Number number_at(const char* place) {
  Number number = 0;
  std::memcpy(&number, place, sizeof number);
  return number;
}

template <class Number>
void append_number(std::string& out, Number number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out.append(bytes, sizeof number);
}

/// Eight bytes a step, mixed by multiplication (the constant of splitmix64).
std::uint64_t checksum_of(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  const auto mix = [&](std::uint64_t word) {
    sum = (sum ^ word) * 0xBF58476D1CE4E5B9U;
    sum ^= sum >> 31U;
  };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8)
    mix(number_at<std::uint64_t>(bytes.data() + at));
  for (; at < bytes.size(); ++at)
    mix(static_cast<unsigned char>(bytes[at]));
  return sum;
}

bool lies_within(std::uint64_t place, std::uint64_t size, std::size_t bytes) {
  return place <= bytes && size <= bytes - place;
}

bool offsets_rise(const char* offsets, std::uint32_t count, std::size_t bytes) {
  std::uint32_t before = 0;
  for (std::uint32_t at = 0; at <= count; ++at) {
    const auto offset = number_at<std::uint32_t>(offsets + std::size_t{at} * 4);
    if (offset < before || offset > bytes) return false;
    before = offset;
  }
  return true;
}

}  // namespace

base::Result<TableFile> TableFile::open(std::span<const char> bytes, const std::string& name) {
  const auto refuse = [&](std::string problem) {
    return base::fail(base::ErrorKind::invalid_input, name, std::move(problem),
                      "build the knowledge files again with ./dev build");
  };
  const std::string_view all(bytes.data(), bytes.size());
  if (all.size() < head_bytes || !all.starts_with(magic)) return refuse("is no table of Kizuki");
  if (number_at<std::uint64_t>(all.data() + 8) != checksum_of(all.substr(16)))
    return refuse("is damaged: the checksum is wrong");
  const auto count = number_at<std::uint32_t>(all.data() + 16);
  if (count > sections_max || !lies_within(head_bytes, count * section_bytes, all.size()))
    return refuse("is damaged: a part lies outside");
  TableFile out;
  for (std::uint32_t index = 0; index < count; ++index) {
    const char* head = all.data() + head_bytes + index * section_bytes;
    const auto entries = number_at<std::uint32_t>(head + 16);
    const auto offsets_at = number_at<std::uint64_t>(head + 24);
    const auto entries_at = number_at<std::uint64_t>(head + 32);
    const auto entries_size = number_at<std::uint64_t>(head + 40);
    if (!lies_within(offsets_at, (std::uint64_t{entries} + 1) * 4, all.size()) ||
        !lies_within(entries_at, entries_size, all.size()) ||
        !offsets_rise(all.data() + offsets_at, entries, entries_size))
      return refuse("is damaged: a part lies outside");
    out.sections_.push_back({{head, ::strnlen(head, name_bytes)},
                             all.data() + offsets_at,
                             all.substr(entries_at, entries_size),
                             entries});
  }
  return out;
}

std::string_view TableFile::Section::entry(std::size_t place) const {
  const auto from = number_at<std::uint32_t>(offsets + place * 4);
  const auto to = number_at<std::uint32_t>(offsets + (place + 1) * 4);
  return entries.substr(from, to - from);
}

const TableFile::Section* TableFile::find_section(std::string_view name) const {
  const auto found = std::ranges::find(sections_, name, &Section::name);
  return found == sections_.end() ? nullptr : &*found;
}

std::size_t TableFile::count(std::string_view section) const {
  const auto* found = find_section(section);
  return found == nullptr ? 0 : found->count;
}

std::optional<std::string_view> TableFile::find(std::string_view section,
                                                std::string_view key) const {
  const auto* in = find_section(section);
  if (in == nullptr) return std::nullopt;
  std::uint32_t low = 0;
  std::uint32_t high = in->count;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const auto text = in->entry(middle);
    if (text.substr(0, text.find('\t')) < key)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == in->count) return std::nullopt;
  const auto text = in->entry(low);
  if (!text.starts_with(key) || text.size() <= key.size() || text[key.size()] != '\t')
    return std::nullopt;
  return text.substr(key.size() + 1);
}

std::pair<std::string_view, std::string_view> TableFile::entry(std::string_view section,
                                                               std::size_t place) const {
  const auto* in = find_section(section);
  base::ensure(in != nullptr && place < in->count,
               "an entry is asked for by a place that is there");
  const auto text = in->entry(place);
  const auto tab = std::min(text.find('\t'), text.size());
  return {text.substr(0, tab), text.substr(std::min(tab + 1, text.size()))};
}

void TableFileWriter::add(std::string name, Entries entries) {
  base::ensure(name.size() < name_bytes, "the name of a section fits");
  std::ranges::stable_sort(entries, {}, &std::pair<std::string, std::string>::first);
  const auto twins = std::ranges::unique(entries, {}, &std::pair<std::string, std::string>::first);
  entries.erase(twins.begin(), twins.end());
  sections_.emplace_back(std::move(name), std::move(entries));
}

std::string TableFileWriter::bytes() const {
  std::string heads;
  std::string body;
  const std::size_t body_at = head_bytes + sections_.size() * section_bytes;
  for (const auto& [name, entries] : sections_) {
    std::string offsets;
    std::string texts;
    append_number(offsets, std::uint32_t{0});
    for (const auto& [key, value] : entries) {
      texts += key + '\t' + value;
      append_number(offsets, static_cast<std::uint32_t>(texts.size()));
    }
    heads += name + std::string(name_bytes - name.size(), '\0');
    append_number(heads, static_cast<std::uint32_t>(entries.size()));
    append_number(heads, std::uint32_t{0});
    append_number(heads, std::uint64_t{body_at + body.size()});
    body += offsets;
    append_number(heads, std::uint64_t{body_at + body.size()});
    append_number(heads, std::uint64_t{texts.size()});
    body += texts;
    body.resize((body.size() + 7) / 8 * 8);
  }
  std::string rest;
  append_number(rest, static_cast<std::uint32_t>(sections_.size()));
  append_number(rest, std::uint32_t{0});
  rest += heads + body;
  std::string out(magic);
  append_number(out, checksum_of(rest));
  return out + rest;
}

}  // namespace text
