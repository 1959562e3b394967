#include "edges/codec/reading_json.h"

#include <gtest/gtest.h>

namespace codec {
namespace {

TEST(reading_json, has_the_published_shape) {
  model::Reading reading;
  reading.language = model::Language::en;
  reading.kind = model::ReportKind::contact;
  reading.band = model::Band::watch;
  reading.score = 7;
  reading.stage = model::Stage::approach;
  reading.indicators = {{"AP1", {"asked how to get to a hotel", 71, 98}}};
  reading.counters = {{"OK5", {"that was all", 120, 132}}};
  reading.playbooks = {{"PB1", 0.62}};
  reading.entities = {{model::EntityKind::phone, {"090-0000-0000", 10, 23}, "+819000000000"}};
  EXPECT_EQ(
      encode_reading(reading, {"Tell your security officer."}),
      R"({"kizuki":"reading/1","lang":"en","kind":"contact","band":"watch","score":7,)"
      R"("stage":"approach","indicators":[{"id":"AP1","quote":"asked how to get to a hotel",)"
      R"("start":71,"end":98}],"counter":[{"id":"OK5","quote":"that was all","start":120,"end":132}],)"
      R"("playbooks":[{"id":"PB1","fit":0.62}],"entities":[{"kind":"phone","text":"090-0000-0000",)"
      R"("value":"+819000000000","start":10,"end":23}],"advice":["Tell your security officer."]})");
}

TEST(reading_json, what_is_not_scored_has_null_for_a_score_and_keeps_empty_lists) {
  model::Reading reading;
  reading.kind = model::ReportKind::protected_;
  EXPECT_EQ(
      encode_reading(reading, {}),
      R"({"kizuki":"reading/1","lang":"other","kind":"protected","band":"log","score":null,)"
      R"("stage":"none","indicators":[],"counter":[],"playbooks":[],"entities":[],"advice":[]})");
}

TEST(reading_json, a_line_keeps_its_id) {
  EXPECT_EQ(encode_reading({}, {}, R"("line-9")").substr(0, 41),
            R"({"kizuki":"reading/1","id":"line-9","lang)");
  EXPECT_EQ(encode_reading({}, {}, "7").substr(0, 34), R"({"kizuki":"reading/1","id":7,"lang)");
}

}  // namespace
}  // namespace codec
