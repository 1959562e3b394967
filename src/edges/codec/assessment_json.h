#pragma once

#include "edges/codec/archive.h"
#include "ground/model/assessment.h"
#include "ground/model/report.h"

/// Assessments, reasons and indicator states as JSON, for what nests them: a report's record, a
/// link, an alert.
namespace codec {

template <class Archive>
void describe(Archive& archive, model::Quote& quote) {
  archive.required("text", quote.text, text_up_to(64 << 10));
  archive.required("start", quote.start);
  archive.required("end", quote.end);
}

template <class Archive>
void describe(Archive& archive, model::Reason& reason) {
  archive.required("code", reason.code);
  archive.required("parameters", reason.parameters);
  archive.optional("effect", reason.effect);
  archive.optional("encounter", reason.encounter);
  archive.optional("quote", reason.quote);
}

template <class Archive>
void describe(Archive& archive, model::IndicatorState& state) {
  archive.required("id", state.id);
  archive.required("tick", state.tick);
  archive.optional("encounter", state.encounter);
  archive.optional("quote", state.quote);
}

template <class Archive>
void describe(Archive& archive, model::PlaybookFit& playbook) {
  archive.required("id", playbook.id);
  archive.required("fit", playbook.fit, between(0, 1));
}

template <class Archive>
void describe(Archive& archive, model::Assessment& assessment) {
  archive.required("table_version", assessment.table_version);
  archive.required("score", assessment.score);
  archive.required("band", assessment.band);
  archive.required("stage", assessment.stage);
  archive.required("path", assessment.path, list_up_to(model::ReportLimits::encounters_max));
  archive.required("playbooks", assessment.playbooks);
  archive.required("reasons", assessment.reasons, list_up_to(1000));
  archive.required("welfare", assessment.welfare);
  archive.optional("advice", assessment.advice);
}

}  // namespace codec
