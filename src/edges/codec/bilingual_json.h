#pragma once

#include "edges/codec/archive.h"
#include "ground/model/knowledge.h"

/// A text in both languages as JSON, for what nests it.
namespace codec {

template <class Archive>
void describe(Archive& archive, model::Bilingual& text) {
  archive.required("ja", text.ja, text_up_to(64 << 10));
  archive.required("en", text.en, text_up_to(64 << 10));
}

}  // namespace codec
