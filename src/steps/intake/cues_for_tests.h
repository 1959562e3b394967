#pragma once

#include "ground/model/table_for_tests.h"
#include "steps/intake/cues.h"

namespace intake::for_tests {

/// Cues of the table for tests, made once.
inline const CompiledCues& cues() {
  static const CompiledCues made(model::for_tests::table());
  return made;
}

}  // namespace intake::for_tests
