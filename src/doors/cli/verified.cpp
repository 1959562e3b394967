#include "doors/cli/verified.h"

#include <fmt/format.h>

#include "edges/codec/json_value.h"
#include "edges/render/problems.h"
#include "ground/base/error.h"
#include "work/workflow/verify_store.h"

namespace cli {
namespace {

std::string lines_of(const model::Checkpoint& checkpoint) {
  return fmt::format(
      "Checkpoint over entries 1 to {}, signed {}\n"
      "  tree root   {}\n"
      "  chain head  {}\n"
      "  signature   {}\n",
      checkpoint.tree_size, base::format_utc(checkpoint.at), base::hex(checkpoint.tree_root),
      base::hex(checkpoint.chain_head), base::hex(checkpoint.signature));
}

std::string json_of(const model::Checkpoint& checkpoint) {
  return fmt::format(
      R"({{"tree_size":{},"at":"{}","tree_root":"{}","chain_head":"{}","signature":"{}"}})",
      checkpoint.tree_size, base::format_utc(checkpoint.at), base::hex(checkpoint.tree_root),
      base::hex(checkpoint.chain_head), base::hex(checkpoint.signature));
}

}  // namespace

model::Verification verify(OpenStore& store) {
  try {
    return workflow::verify_store(store.database(), store.keys());
  } catch (const base::OutsideFailure& failure) {
    model::Verification broken;
    broken.first_broken = fmt::format("the database cannot be read: {}", failure.what());
    return broken;
  }
}

std::string text_of(const model::Verification& found, render::Locale locale) {
  if (!found.holds)
    return fmt::format("BROKEN: {}\n", render::translate(found.first_broken, locale));
  auto text = fmt::format("The record holds: {} entries sealed, {} not yet.\n", found.entries,
                          found.unsealed);
  if (found.last_checkpoint) text += lines_of(*found.last_checkpoint);
  return text;
}

std::string json_of(const model::Verification& found) {
  std::string broken;
  codec::write_text(broken, found.first_broken);
  return fmt::format(
      "{{\"holds\":{},\"entries\":{},\"unsealed\":{},\"first_broken\":{},\"last_checkpoint\":{}}}"
      "\n",
      found.holds, found.entries, found.unsealed, broken,
      found.last_checkpoint ? json_of(*found.last_checkpoint) : "null");
}

}  // namespace cli
