#pragma once

#include <string>
#include <string_view>

#include "edges/codec/json.h"
#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/model/bundle.h"

/// Bundles and hub cards as text (docs/BUNDLES.md). A bundle is lines of JSON, so that everybody
/// can read what leaves: a header, a line for each item, and last the signature over all bytes
/// before its own line.
///   {"kizuki":"bundle/1","id":"...","from_key":"...","to_key":"...","made_at":"...","items":1}
///   {"kind":"report","object":"...","version":2,"content":{...}}
///   {"signature":"..."}
/// decode and encode (json.h) are instantiated here for model::HubCard, model::Partner and for the
/// contents of items.
namespace codec {

/// What is signed: everything but the last line, with its line end.
[[nodiscard]] std::string write_bundle(const model::Bundle& bundle);

/// The other way; errors name the line ("line 3 /version"). At most 64 MiB, 100,000 items.
[[nodiscard]] base::Result<model::Bundle> read_bundle(std::string_view text);

[[nodiscard]] std::string with_signature(std::string text, base::BytesView signature);

struct SignedText {
  std::string_view text;  ///< what the signature is over
  base::Bytes signature;
};
[[nodiscard]] base::Result<SignedText> split_signature(std::string_view file);

}  // namespace codec
