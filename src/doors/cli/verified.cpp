#include "doors/cli/verified.h"

#include <fmt/format.h>

#include "edges/codec/json_value.h"
#include "edges/render/problems.h"
#include "ground/base/error.h"
#include "work/workflow/verify_store.h"

namespace cli {

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
  return fmt::format("The record holds: {} entries sealed, {} not yet.\n", found.entries,
                     found.unsealed);
}

std::string json_of(const model::Verification& found) {
  std::string broken;
  codec::write_text(broken, found.first_broken);
  return fmt::format("{{\"holds\":{},\"entries\":{},\"unsealed\":{},\"first_broken\":{}}}\n",
                     found.holds, found.entries, found.unsealed, broken);
}

}  // namespace cli
