#include "edges/codec/watch_json.h"

#include <algorithm>

#include <fmt/core.h>

#include "edges/codec/archive.h"
#include "edges/codec/json_lines.h"
#include "edges/codec/report_json.h"

namespace codec {
namespace {

constexpr std::size_t alert_bytes_max = 16U << 20U, id_bytes_max = 200;

/// An id that people gave: a text or a whole number.
struct WatchId {
  std::string text;
  bool operator==(const WatchId&) const = default;
};

struct WatchedPersona {
  WatchId id;
  std::string birth_date;
  model::Persona persona;
};

const Value* find_member(const Value& object, std::string_view name) {
  const auto found = std::ranges::find(object.children, name, &Value::name);
  return object.kind == Value::Kind::object && found != object.children.end() ? &*found : nullptr;
}

JsonLimits alert_limits() {
  return {
      .bytes_max = alert_bytes_max, .depth_max = 16, .values_max = 2'000'000, .members_max = 1000};
}

}  // namespace

template <>
struct Form<WatchId> {
  static void read(const Cursor& at, WatchId& out, const Bounds&) {
    if (at.value.kind == Value::Kind::integer)
      out.text = std::to_string(at.value.integer);
    else if (!at.read_text(out.text, text_up_to(id_bytes_max)))
      return;
    if (out.text.empty()) at.refuse("is empty", "give each persona an id");
  }
  static void write(std::string& out, const WatchId& value) { write_text(out, value.text); }
};

namespace {

template <class Archive>
void describe(Archive& archive, WatchedPersona& watched) {
  archive.optional("id", watched.id);
  archive.optional("birth_date", watched.birth_date, text_up_to(120));
  describe(archive, watched.persona);
}

model::WatchedParty party_of(const WatchedPersona& watched) {
  model::WatchedParty out;
  const auto& persona = watched.persona;
  out.id = watched.id.text;
  for (const auto& name : persona.names)
    out.names.push_back(name.text);
  if (!watched.birth_date.empty()) out.births.push_back(watched.birth_date);
  out.phones = persona.phones;
  out.emails = persona.emails;
  out.urls = persona.urls;
  for (const auto& handle : persona.handles)
    out.handles.push_back(handle.service + ':' + handle.id);
  if (!persona.claimed.employer.empty()) out.employers.push_back(persona.claimed.employer);
  return out;
}

base::Result<model::WatchedParty> party_of_line(const JsonLine& line) {
  if (line.too_long)
    return base::fail(base::ErrorKind::too_large, fmt::format("line {}", line.number),
                      "is over 1 MiB", "split it");
  auto watched = decode<WatchedPersona>(line.text);
  if (!watched) return std::unexpected(at_line(watched.error(), line.number));
  if (watched->id.text.empty())
    return base::fail(base::ErrorKind::invalid_input, fmt::format("line {} /id", line.number),
                      "is missing", "give each persona an id");
  return party_of(*watched);
}

void add_words(const Value* text, std::string& prose) {
  if (text == nullptr) return;
  if (text->kind == Value::Kind::text) prose += text->text + "\n\n";
  for (const auto& child : text->children)
    add_words(&child, prose);
}

std::string text_of(const Value* value) {
  if (value == nullptr) return "";
  if (value->kind == Value::Kind::integer) return std::to_string(value->integer);
  return value->kind == Value::Kind::text ? value->text : "";
}

/// The alert itself has an id; a recipient's copy names it in its delivery.
std::string id_of(const Value& alert) {
  if (auto own = text_of(find_member(alert, "id")); !own.empty()) return own;
  if (const auto* delivery = find_member(alert, "delivery"))
    if (auto of_alert = text_of(find_member(*delivery, "alert")); !of_alert.empty())
      return of_alert;
  if (auto of_alert = text_of(find_member(alert, "alert")); !of_alert.empty()) return of_alert;
  return "alert";
}

base::Result<void> add_personas(const Value& alert, WatchAlert& out) {
  const auto* personas = find_member(alert, "personas");
  if (personas == nullptr) return {};
  for (std::size_t at = 0; at < personas->children.size(); ++at) {
    auto element = personas->children[at];
    element.name.clear();
    std::string json;
    write_value(json, element);
    auto watched = decode<WatchedPersona>(json);
    if (!watched) {
      auto error = watched.error();
      for (auto& issue : error.issues)
        issue.pointer = fmt::format("/personas/{}{}", at, issue.pointer);
      return std::unexpected(error);
    }
    auto party = party_of(*watched);
    if (party.id.empty()) party.id = fmt::format("{}#{}", out.id, at + 1);
    out.parties.push_back(std::move(party));
  }
  return {};
}

}  // namespace

base::Result<std::vector<model::WatchedParty>> parse_watch_lines(std::istream& in) {
  std::vector<model::WatchedParty> out;
  JsonLines lines(in);
  while (const auto line = lines.next()) {
    auto party = party_of_line(*line);
    if (!party) return base::pass_on(party);
    out.push_back(std::move(*party));
  }
  return out;
}

bool is_watch_alert(std::string_view json) {
  Value value;
  Issues issues;
  if (!parse_json(json, alert_limits(), value, issues)) return false;
  return find_member(value, "text") != nullptr || find_member(value, "alert") != nullptr ||
         find_member(value, "personas") != nullptr;
}

base::Result<WatchAlert> parse_watch_alert(std::string_view json) {
  Value value;
  Issues issues;
  if (!parse_json(json, alert_limits(), value, issues) || !issues.empty())
    return std::unexpected(issues.take());
  const auto* inner = find_member(value, "alert");
  const auto& alert = inner != nullptr && inner->kind == Value::Kind::object ? *inner : value;
  WatchAlert out;
  out.id = id_of(alert);
  if (auto added = add_personas(alert, out); !added) return std::unexpected(added.error());
  if (const auto* text = find_member(alert, "text"))
    for (const auto* part : {"person", "method", "signs"})
      add_words(find_member(*text, part), out.prose);
  return out;
}

std::string encode_hit(const HitLine& hit) {
  std::string out = "{\"watch_id\":";
  write_text(out, hit.watch_id);
  out += ",\"file\":";
  write_text(out, hit.file);
  out += ",\"row\":";
  write_number(out, hit.row);
  out += ",\"score\":";
  write_number(out, hit.score);
  out += hit.name_only ? ",\"name_only\":true,\"fields\":[" : ",\"name_only\":false,\"fields\":[";
  for (std::size_t at = 0; at < hit.fields.size(); ++at) {
    if (at > 0) out += ',';
    write_text(out, hit.fields[at]);
  }
  out += "],\"why\":";
  write_text(out, hit.why);
  return out + '}';
}

}  // namespace codec
