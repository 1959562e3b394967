#include "doors/http/door_answers.h"

#include "edges/codec/archive.h"
#include "edges/codec/bilingual_json.h"
#include "edges/render/words.h"
#include "work/workflow/read_words.h"

namespace http {
namespace {

struct Doorway {
  std::string emergency_line;
  bool demonstration = false;
  std::vector<SignInHint> sign_in_hints;
};

struct Word {
  std::string id;
  model::Bilingual name;
};

struct IndicatorWord {
  model::Indicator indicator;
  model::Bilingual innocent_reading;
};

struct Words {
  std::vector<IndicatorWord> indicators;
  std::vector<Word> counters, playbooks, stages, technologies;
};

template <class Archive>
void describe(Archive& archive, Word& word) {
  archive.required("id", word.id);
  archive.required("name", word.name);
}

template <class Archive>
void describe(Archive& archive, IndicatorWord& word) {
  auto& indicator = word.indicator;
  archive.required("id", indicator.id);
  archive.required("name", indicator.name);
  archive.required("stage", indicator.stage);
  archive.required("weight", indicator.weight);
  archive.optional("description", indicator.description);
  archive.required("innocent_reading", word.innocent_reading);
}

template <class Archive>
void describe(Archive& archive, Words& words) {
  archive.required("indicators", words.indicators);
  archive.required("counters", words.counters);
  archive.required("playbooks", words.playbooks);
  archive.required("stages", words.stages);
  archive.required("technologies", words.technologies);
}

template <class Archive>
void describe(Archive& archive, Doorway& doorway) {
  archive.required("emergency_line", doorway.emergency_line);
  archive.required("demonstration", doorway.demonstration);
  archive.optional("sign_in_hints", doorway.sign_in_hints);
}

}  // namespace

template <class Archive>
void describe(Archive& archive, SignInHint& hint) {
  archive.required("name", hint.name);
  archive.required("password", hint.password);
  archive.required("roles", hint.roles);
  archive.required("organisation", hint.organisation);
}

std::string door_settings_json(const workflow::Settings& hub, const SiteSettings& site) {
  return codec::encode(
      Doorway{hub.emergency_line, site.demonstration,
              site.demonstration ? site.sign_in_hints : std::vector<SignInHint>{}});
}

std::string vocabulary_json(const SiteSettings& site) {
  Words words;
  for (const auto& one : site.indicators.indicators)
    words.indicators.push_back({one, workflow::innocent_words(one)});
  for (const auto& one : site.indicators.counters)
    words.counters.push_back({one.id, one.name});
  for (const auto& one : site.indicators.playbooks)
    words.playbooks.push_back({one.id, one.name});
  for (const auto& word : vocabulary(model::Stage{}).words)
    words.stages.push_back({std::string(word), render::words_of("stage." + std::string(word))});
  for (const auto& one : site.technologies)
    words.technologies.push_back({one.code, one.name});
  return codec::encode(words);
}

}  // namespace http
