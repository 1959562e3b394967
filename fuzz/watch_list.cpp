// Attacks the readers of watch lists: CSV in any encoding, personas as JSON lines, alerts. Whatever
// they take must be comparable without trouble.
#include "work/engine/watch_list.h"

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "edges/codec/watch_json.h"
#include "steps/normalise/screen_row.h"

namespace {

void compare(const std::vector<model::WatchedParty>& parties) {
  static const normalise::HanTable han(nullptr);
  static_cast<void>(engine::check_watch_list(parties));
  normalise::ScreenRow row;
  using enum model::RecordField;
  for (const auto& party : parties) {
    row.clear();
    for (const auto& name : party.names)
      normalise::add_screen_field(full_name, name, han, row);
    for (const auto& phone : party.phones)
      normalise::add_screen_field(phone.empty() ? text : model::RecordField::phone, phone, han,
                                  row);
    for (const auto& address : party.emails)
      normalise::add_screen_field(email, address, han, row);
    for (const auto& account : party.handles)
      normalise::add_screen_field(handle, account, han, row);
    for (const auto& date : party.births)
      normalise::add_screen_field(birth_date, date, han, row);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  std::istringstream csv(input), lines(input);
  if (const auto parties = engine::parse_watch_csv(csv)) compare(*parties);
  if (const auto parties = codec::parse_watch_lines(lines)) compare(*parties);
  if (!codec::is_watch_alert(input)) return 0;
  if (const auto alert = codec::parse_watch_alert(input)) {
    auto parties = alert->parties;
    engine::add_contacts(alert->prose, parties.emplace_back());
    compare(parties);
  }
  return 0;
}
