#include "edges/codec/reading_json.h"

#include "edges/codec/archive.h"

namespace codec {
namespace {

struct HitRow {
  const model::IndicatorHit& hit;
};
struct EntityRow {
  const model::Entity& entity;
};
struct FitRow {
  const model::PlaybookFit& fit;
};
struct WordRow {
  const model::Quote& quote;
};
struct LearnedRow {
  const model::Learned& learned;
};
struct ReadingFile {
  const model::Reading& reading;
  const std::vector<std::string>& advice;
  RawJson id;  ///< null: none
};

void describe(Encoder& archive, const HitRow& row) {
  archive.required("id", row.hit.id);
  archive.required("quote", row.hit.quote.text);
  archive.required("start", row.hit.quote.start);
  archive.required("end", row.hit.quote.end);
}

void describe(Encoder& archive, const EntityRow& row) {
  archive.required("kind", row.entity.kind);
  archive.required("text", row.entity.quote.text);
  archive.required("value", row.entity.value);
  archive.required("start", row.entity.quote.start);
  archive.required("end", row.entity.quote.end);
}

void describe(Encoder& archive, const FitRow& row) {
  archive.required("id", row.fit.id);
  archive.required("fit", row.fit.fit);
}

void describe(Encoder& archive, const WordRow& row) {
  archive.required("quote", row.quote.text);
  archive.required("start", row.quote.start);
  archive.required("end", row.quote.end);
}

template <class Row, class Item>
std::vector<Row> rows(const std::vector<Item>& items) {
  std::vector<Row> all;
  for (const auto& item : items)
    all.push_back({item});
  return all;
}

void describe(Encoder& archive, const LearnedRow& row) {
  archive.required("points", row.learned.points);
  archive.required("words", rows<WordRow>(row.learned.words));
}

void describe(Encoder& archive, const ReadingFile& file) {
  const auto& reading = file.reading;
  archive.tag("kizuki", "reading/1");
  archive.optional("id", file.id);
  archive.required("lang", reading.language);
  archive.required("kind", reading.kind);
  archive.required("band", reading.band);
  archive.nullable("score", reading.score);
  archive.required("stage", reading.stage);
  archive.required("indicators", rows<HitRow>(reading.indicators));
  archive.required("counter", rows<HitRow>(reading.counters));
  if (reading.learned.points != 0) archive.required("learned", LearnedRow{reading.learned});
  archive.required("playbooks", rows<FitRow>(reading.playbooks));
  archive.required("entities", rows<EntityRow>(reading.entities));
  archive.required("advice", file.advice);
}

}  // namespace

std::string encode_reading(const model::Reading& reading, const std::vector<std::string>& advice,
                           std::string_view id_json) {
  ReadingFile file{reading, advice, {}};
  if (!id_json.empty()) file.id.json = id_json;
  return encode(file);
}

}  // namespace codec
