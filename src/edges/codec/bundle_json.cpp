#include "edges/codec/bundle_json.h"

#include <utility>

#include <fmt/format.h>

#include "edges/codec/archive.h"
#include "edges/codec/json_lines.h"
#include "edges/codec/partner_json.h"

namespace codec {
namespace {

constexpr std::size_t items_max = 100'000;
constexpr std::size_t file_bytes_max = 64U << 20;
constexpr std::size_t confirmations_max = 10'000;

/// The first line of a bundle.
struct Header {
  model::Bundle bundle;
  std::size_t items = 0;
};

template <class Archive>
void describe(Archive& archive, Header& header) {
  archive.tag("kizuki", "bundle/1");
  archive.required("id", header.bundle.id);
  describe_key(archive, "from_key", header.bundle.from_key);
  describe_key(archive, "to_key", header.bundle.to_key);
  archive.required("made_at", header.bundle.made_at);
  archive.required("items", header.items, between(0, items_max));
}

/// An item whose content is not looked into yet.
struct ItemLine {
  model::BundleItem item;
  RawJson content;
};

template <class Archive>
void describe(Archive& archive, ItemLine& line) {
  archive.required("kind", line.item.kind);
  archive.required("object", line.item.object);
  archive.required("version", line.item.version, between(1, 1e15));
  archive.required("content", line.content);
}

struct SignatureLine {
  base::Bytes signature;
};

template <class Archive>
void describe(Archive& archive, SignatureLine& line) {
  archive.required("signature", line.signature);
}

/// Takes the next line off `text`; nothing when no whole line is left.
std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::unexpected<base::Error> cut_off(std::size_t number) {
  return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", number),
                    "the bundle ends too early", "take the whole file once more");
}

base::Result<model::BundleItem> read_item(std::string_view line, std::size_t number) {
  auto read = decode<ItemLine>(line);
  if (!read) return std::unexpected(at_line(std::move(read.error()), number));
  read->item.content = std::move(read->content.json);
  return std::move(read->item);
}

}  // namespace

template <class Archive>
void describe(Archive& archive, model::HandedWithdrawal& withdrawal) {
  archive.required("reason", withdrawal.reason);
}

template <class Archive>
void describe(Archive& archive, model::HandedConfirmation& confirmation) {
  archive.required("bundles", confirmation.bundles, list_up_to(confirmations_max));
}

std::string write_bundle(const model::Bundle& bundle) {
  auto text = encode(Header{bundle, bundle.items.size()}) + "\n";
  for (const auto& item : bundle.items)
    text += encode(ItemLine{item, {item.content}}) + "\n";
  return text;
}

base::Result<model::Bundle> read_bundle(std::string_view text) {
  if (text.size() > file_bytes_max)
    return base::fail(base::ErrorKind::too_large, "", "the bundle is over 64 MiB",
                      "ask for several smaller ones");
  const auto first = take_line(text);
  if (!first) return cut_off(1);
  auto header = decode<Header>(*first);
  if (!header) return std::unexpected(at_line(std::move(header.error()), 1));
  auto bundle = std::move(header->bundle);
  for (std::size_t number = 2; number < header->items + 2; ++number) {
    const auto line = take_line(text);
    if (!line) return cut_off(number);
    auto item = read_item(*line, number);
    if (!item) return std::unexpected(item.error());
    bundle.items.push_back(std::move(*item));
  }
  if (!text.empty())
    return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", header->items + 2),
                      "there is more than the header says", "take the whole file once more");
  return bundle;
}

std::string with_signature(std::string text, base::BytesView signature) {
  return std::move(text) + encode(SignatureLine{{signature.begin(), signature.end()}}) + "\n";
}

base::Result<SignedText> split_signature(std::string_view file) {
  constexpr std::string_view opening = "\n{\"signature\":";
  const auto at = file.rfind(opening);
  if (at == std::string_view::npos)
    return base::fail(base::ErrorKind::invalid_input, "", "the bundle has no signature",
                      "take the whole file once more");
  auto last = file.substr(at + 1);
  const auto text = file.substr(0, at + 1);
  if (last.ends_with('\n')) last.remove_suffix(1);
  auto line = decode<SignatureLine>(last);
  if (!line) return base::pass_on(line);
  return SignedText{text, std::move(line->signature)};
}

template base::Result<model::HubCard> decode<model::HubCard>(std::string_view, const JsonLimits&);
template std::string encode<model::HubCard>(const model::HubCard&);
template base::Result<model::Partner> decode<model::Partner>(std::string_view, const JsonLimits&);
template std::string encode<model::Partner>(const model::Partner&);
template base::Result<model::HandedWithdrawal> decode<model::HandedWithdrawal>(std::string_view,
                                                                               const JsonLimits&);
template std::string encode<model::HandedWithdrawal>(const model::HandedWithdrawal&);
template base::Result<model::HandedConfirmation> decode<model::HandedConfirmation>(
    std::string_view, const JsonLimits&);
template std::string encode<model::HandedConfirmation>(const model::HandedConfirmation&);

}  // namespace codec
