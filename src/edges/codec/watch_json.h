#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/watch.h"

/// Watch lists as JSON: personas, or an alert.
namespace codec {

/// Personas of report/1, one a line, each with an `id` (text or number) and, if known,
/// `birth_date`. Errors: invalid_input, the pointer with the line ("line 3 /phones").
[[nodiscard]] base::Result<std::vector<model::WatchedParty>> parse_watch_lines(std::istream& in);

/// What an alert says of whom it warns.
struct WatchAlert {
  std::vector<model::WatchedParty>
      parties;     ///< its `personas`; their ids "ALERT#1" if they have none
  std::string id;  ///< of the alert
  /// What the alert tells of the person, in which contacts may stand: text.person, text.method and
  /// text.signs, both languages. Where to answer is left out: that is the police.
  std::string prose;
};

/// Whether a text is one JSON object with `text`, `alert` or `personas`: not a line of personas.
[[nodiscard]] bool is_watch_alert(std::string_view json);

/// An alert as the server gives it (Alert, AlertView, InboxAlert, Notice of docs/openapi.yaml), or
/// any object with `personas`, a report too. What else stands in it is passed over.
[[nodiscard]] base::Result<WatchAlert> parse_watch_alert(std::string_view json);

/// A hit as one line of JSON: members as the columns of the CSV, `fields` a list.
struct HitLine {
  std::string watch_id, file;
  std::uint64_t row = 0;
  double score = 0;
  bool name_only = false;
  std::vector<std::string> fields;
  std::string why;
};
[[nodiscard]] std::string encode_hit(const HitLine& hit);

}  // namespace codec
