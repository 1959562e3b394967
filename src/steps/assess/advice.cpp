#include "steps/assess/advice.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace assess {
namespace {

using model::ReportKind;
using Codes = std::vector<std::string_view>;
using model::Stage;

Codes advice_of(Stage stage) {
  switch (stage) {
    case Stage::none:
      return {"advice_thank_you", "advice_come_back"};
    case Stage::spot:
      return {"advice_tidy_profile", "advice_note_time_place", "advice_tell_desk"};
    case Stage::approach:
      return {"advice_thank_and_leave", "advice_no_details", "advice_tell_desk"};
    case Stage::probe:
      return {"advice_bring_colleague", "advice_note_topics", "advice_tell_desk"};
    case Stage::develop:
      return {"advice_stop_meeting", "advice_tell_desk", "advice_no_blame"};
    case Stage::test:
      return {"advice_keep_item", "advice_take_no_more", "advice_tell_desk", "advice_no_blame"};
    case Stage::task:
      return {"advice_consult_police", "advice_hand_nothing_over", "advice_no_blame"};
    case Stage::run:
      return {"advice_consult_police", "advice_do_not_confront", "advice_keep_everything",
              "advice_no_blame"};
    case Stage::coerce:
      return {"advice_safety_first", "advice_line_24h", "advice_not_alone",
              "advice_keep_everything", "advice_no_blame"};
  }
  return {};
}

Codes advice_of(ReportKind kind) {
  switch (kind) {
    case ReportKind::insider:
      return {"guard_insider", "advice_insider_channel"};
    case ReportKind::cyber:
      return {"advice_do_not_open", "advice_cyber_desk"};
    case ReportKind::rumour:
      return {"guard_rumour"};
    case ReportKind::protected_:
      return {"guard_protected"};
    case ReportKind::other:
      return {"advice_say_what_happened"};
    case ReportKind::contact:
    case ReportKind::threat:
      return {};
  }
  return {};
}

bool has_any(const Borne& borne, std::initializer_list<std::string_view> ids) {
  return std::ranges::any_of(ids, [&](auto id) { return find_evidence(borne, id) != nullptr; });
}

}  // namespace

std::vector<std::string> advice_for(ReportKind kind, Stage stage, const Borne& borne) {
  std::vector<std::string> advice;
  const auto add = [&](const Codes& codes) {
    for (const auto code : codes)
      if (std::ranges::find(advice, code) == advice.end()) advice.emplace_back(code);
  };
  if (!model::is_scored(kind)) {
    add(advice_of(kind));
    return advice;
  }
  if (kind == ReportKind::threat) add(advice_of(Stage::coerce));
  add(advice_of(stage));
  if (has_any(borne, {"TA4", "TE1", "TE2", "CO1", "HA3"}) && stage >= Stage::test)
    add({"advice_come_forward"});
  if (has_any(borne, {"CY1"})) add({"advice_do_not_open", "advice_cyber_desk"});
  if (has_any(borne, {"DV5"})) add({"advice_secrecy_is_a_sign"});
  return advice;
}

}  // namespace assess
