#include "doors/cli/story_report.h"

#include <charconv>
#include <functional>
#include <map>

#include <fmt/format.h>

namespace cli {
namespace {

using model::Encounter;
using model::Persona;

std::unexpected<base::Error> broken(const StoryStatement& line, std::string problem) {
  return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", line.line),
                    std::move(problem), "see docs/SCENARIOS.md");
}

/// Text of the word at `at`, quoted or not.
std::string text_at(const StoryStatement& line, std::size_t at) {
  return at < line.words.size() ? line.words[at].text : std::string{};
}

template <class Enum>
bool read_word(const StoryStatement& line, std::size_t at, Enum& out) {
  const auto found = base::find_word<Enum>(line.word(at));
  if (found) out = *found;
  return found.has_value();
}

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_point(const StoryStatement& line, std::optional<double>& lat,
                std::optional<double>& lon) {
  const auto at = line.find("at");
  if (!at) return true;
  double north = 0;
  double east = 0;
  if (!read_number(line.word(*at + 1), north) || !read_number(line.word(*at + 2), east))
    return false;
  lat = north;
  lon = east;
  return true;
}

bool read_band(std::string_view text, std::optional<std::pair<int, int>>& out) {
  const auto dash = text.find('-');
  std::pair<int, int> band{0, 0};
  if (dash == std::string_view::npos) return false;
  if (!read_number(text.substr(0, dash), band.first)) return false;
  if (!read_number(text.substr(dash + 1), band.second)) return false;
  out = band;
  return true;
}

bool read_place(const StoryStatement& line, model::Place& place) {
  if (!read_word(line, 1, place.kind)) return false;
  for (std::size_t at = 2; at < line.words.size() && line.word(at) != "at"; ++at)
    (line.words[at].is_quoted ? place.text : place.area) = line.words[at].text;
  return read_point(line, place.lat, place.lon);
}

bool read_topics(const StoryStatement& line, std::vector<model::Topic>& topics) {
  for (std::size_t at = 1; at < line.words.size(); ++at) {
    auto topic = model::Topic::other;
    if (!read_word(line, at, topic)) return false;
    topics.push_back(topic);
  }
  return true;
}

std::vector<std::string> rest_of(const StoryStatement& line) {
  std::vector<std::string> rest;
  for (std::size_t at = 1; at < line.words.size(); ++at)
    rest.push_back(line.words[at].text);
  return rest;
}

/// Lines of an encounter by their first word; false = the line cannot be read.
bool read_encounter_line(const StoryStatement& line, Encounter& encounter) {
  static const std::map<std::string_view, std::function<bool(const StoryStatement&, Encounter&)>>
      readers = {
          {"place", [](const auto& l, auto& e) { return read_place(l, e.place); }},
          {"channel", [](const auto& l, auto& e) { return read_word(l, 1, e.channel); }},
          {"said",
           [](const auto& l, auto& e) {
             e.said = text_at(l, 1);
             return true;
           }},
          {"speaks",
           [](const auto& l, auto& e) {
             e.languages = rest_of(l);
             return true;
           }},
          {"with",
           [](const auto& l, auto& e) {
             for (const auto& word : rest_of(l)) {
               std::size_t number = 0;
               if (!read_number(std::string_view(word), number) || number == 0) return false;
               e.personas.push_back(number - 1);
             }
             return true;
           }},
          {"asked", [](const auto& l, auto& e) { return read_topics(l, e.asked_about); }},
          {"wants",
           [](const auto& l, auto& e) {
             model::Request request{text_at(l, 2), {}, {}};
             const bool holds = read_word(l, 1, request.kind);
             e.asked_for.push_back(request);
             return holds;
           }},
          {"offers",
           [](const auto& l, auto& e) {
             model::Offer offer{text_at(l, 2), {}};
             const bool holds = read_word(l, 1, offer.kind);
             e.offered.push_back(offer);
             return holds;
           }},
          {"technologies",
           [](const auto& l, auto& e) {
             e.technologies = rest_of(l);
             return true;
           }},
          {"acts",
           [](const auto& l, auto& e) {
             e.behaviours = rest_of(l);
             return true;
           }},
          {"secrecy",
           [](const auto&, auto& e) {
             e.secrecy_asked = true;
             return true;
           }},
          {"pressure", [](const auto& l, auto& e) { return read_word(l, 1, e.pressure); }},
          {"next", [](const auto& l, auto& e) { return read_word(l, 1, e.next_fixed_by); }},
      };
  const auto reader = readers.find(line.word(0));
  return reader != readers.end() && reader->second(line, encounter);
}

bool read_looks(const StoryStatement& line, model::Appearance& looks) {
  if (line.find("age") && !read_band(line.after("age"), looks.age)) return false;
  if (line.find("height") && !read_band(line.after("height"), looks.height_cm)) return false;
  if (line.find("glasses")) looks.glasses = true;
  if (const auto marks = line.find("marks")) looks.marks = text_at(line, *marks + 1);
  return true;
}

bool read_persona_line(const StoryStatement& line, Persona& persona) {
  const auto first = line.word(0);
  const auto text = text_at(line, 1);
  std::size_t introducer = 0;
  if (first == "phone")
    persona.phones.push_back(text);
  else if (first == "email")
    persona.emails.push_back(text);
  else if (first == "url")
    persona.urls.push_back(text);
  else if (first == "handle")
    persona.handles.push_back({text, text_at(line, 2)});
  else if (first == "employer")
    persona.claimed.employer = text;
  else if (first == "title")
    persona.claimed.title = text;
  else if (first == "reason")
    persona.claimed.reason = text;
  else if (first == "origin")
    persona.claimed.origin_as_told = text;
  else if (first == "vehicle")
    persona.vehicle = text;
  else if (first == "looks")
    return read_looks(line, persona.appearance);
  else if (first == "introduced" && read_number(line.after("by"), introducer) && introducer > 0)
    persona.introduced_by = introducer - 1;
  else
    return false;
  return true;
}

base::Result<Encounter> encounter_of(const StoryStatement& statement) {
  Encounter encounter;
  if (statement.words.size() > 1 && text_at(statement, 1) != "unknown") {
    auto when = model::parse_reported_date(text_at(statement, 1));
    if (!when) return broken(statement, "the date cannot be read");
    encounter.when = *when;
  }
  for (const auto& line : statement.below)
    if (!read_encounter_line(line, encounter))
      return broken(line, "this line of an encounter cannot be read");
  return encounter;
}

base::Result<Persona> persona_of(const StoryStatement& statement) {
  Persona persona;
  for (const auto& name : rest_of(statement))
    persona.names.push_back({name, {}});
  for (const auto& line : statement.below)
    if (!read_persona_line(line, persona))
      return broken(line, "this line of a persona cannot be read");
  return persona;
}

bool read_report_line(const StoryStatement& line, model::Submission& out) {
  auto& report = out.report;
  const auto first = line.word(0);
  if (first == "language")
    report.language = text_at(line, 1);
  else if (first == "innocent")
    report.innocent_reading = text_at(line, 1);
  else if (first == "response")
    report.response = text_at(line, 1);
  else if (first == "learned")
    return read_word(line, 1, report.how_learned);
  else if (first == "share")
    return read_word(line, 1, report.from.may_share);
  else if (first == "role")
    report.from.reporter_role = text_at(line, 1);
  else if (first == "reporter")
    out.reporter.emplace(model::Reporter{text_at(line, 1), text_at(line, 2)});
  else
    return false;
  return true;
}

/// Encounters that name nobody are with everybody.
void fill_personas(model::Report& report) {
  for (auto& encounter : report.encounters) {
    if (!encounter.personas.empty()) continue;
    for (std::size_t at = 0; at < report.personas.size(); ++at)
      encounter.personas.push_back(at);
  }
}

}  // namespace

base::Result<model::Submission> report_of(const StoryStatement& statement) {
  model::Submission out;
  out.report.narrative = statement.narrative;
  for (const auto& line : statement.below) {
    if (line.word(0) == "when") {
      auto encounter = encounter_of(line);
      if (!encounter) return base::pass_on(encounter);
      out.report.encounters.push_back(std::move(*encounter));
    } else if (line.word(0) == "persona") {
      auto persona = persona_of(line);
      if (!persona) return base::pass_on(persona);
      out.report.personas.push_back(std::move(*persona));
    } else if (!read_report_line(line, out)) {
      return broken(line, "this line of a report cannot be read");
    }
  }
  fill_personas(out.report);
  return out;
}

}  // namespace cli
