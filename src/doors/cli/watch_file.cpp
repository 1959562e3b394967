#include "doors/cli/watch_file.h"

#include <sstream>

#include "doors/cli/files.h"
#include "edges/codec/watch_json.h"
#include "work/engine/watch_list.h"

namespace cli {
namespace {

using Parties = base::Result<std::vector<model::WatchedParty>>;

Parties parties_of_alert(const std::string& json) {
  auto alert = codec::parse_watch_alert(json);
  if (!alert) return base::pass_on(alert);
  if (!alert->prose.empty()) {
    model::WatchedParty told;
    told.id = alert->id;
    engine::add_contacts(alert->prose, told);
    if (!told.phones.empty() || !told.emails.empty() || !told.handles.empty() || !told.urls.empty())
      alert->parties.push_back(std::move(told));
  }
  if (alert->parties.empty())
    return base::fail(
        base::ErrorKind::invalid_input, "/text/person",
        "the alert names no telephone number, address or account, and no personas",
        "write whom to look for into a CSV: id,name,alias,dob,phone,email,handle,employer");
  return std::move(alert->parties);
}

Parties parties_of(const std::string& bytes) {
  const auto begin = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  const bool is_json = begin != std::string::npos && (bytes[begin] == '{' || bytes[begin] == '[');
  std::istringstream in(bytes);
  if (!is_json) return engine::parse_watch_csv(in);
  if (codec::is_watch_alert(bytes.substr(begin))) return parties_of_alert(bytes.substr(begin));
  return codec::parse_watch_lines(in);
}

}  // namespace

Parties read_watch_file(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return base::pass_on(bytes);
  auto parties = parties_of(*bytes);
  if (!parties) return parties;
  if (auto checked = engine::check_watch_list(*parties); !checked)
    return std::unexpected(checked.error());
  return parties;
}

}  // namespace cli
