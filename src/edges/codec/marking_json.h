#pragma once

#include "edges/codec/archive.h"
#include "ground/model/marking.h"

/// Descriptions that others nest: Marking, Grade.
namespace codec {

/// The source grade is a number in JSON: 1, 2, 3.
template <>
struct Form<model::SourceGrade> {
  static void read(const Cursor& at, model::SourceGrade& out, const Bounds&) {
    std::int64_t number = 0;
    if (at.read_integer(number, 1, 3, {})) out = static_cast<model::SourceGrade>(number - 1);
  }
  static void write(std::string& out, model::SourceGrade value) {
    write_number(out, static_cast<std::int64_t>(value) + 1);
  }
};

template <class Archive>
void describe(Archive& archive, model::Marking& marking) {
  archive.required("tlp", marking.tlp);
  archive.defaulted("pap", marking.pap, model::Pap::amber);
  archive.optional("conditions", marking.conditions);
}

template <class Archive>
void describe(Archive& archive, model::Grade& grade) {
  archive.required("source", grade.source);
  archive.required("information", grade.information);
  archive.defaulted("handling", grade.handling, model::HandlingGrade::permitted);
  archive.optional("conditions", grade.conditions);
}

}  // namespace codec
