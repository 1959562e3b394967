#pragma once

#include <map>
#include <string>
#include <vector>

#include "ground/model/reading.h"
#include "reading/corpus.h"

namespace reading {

/// A text and what was read in it.
struct Judged {
  const Labelled* text = nullptr;
  model::Reading reading;
};

/// The measures of one set of texts. Shares are 0..1; a set without a case gives NaN.
struct Measures {
  std::size_t texts = 0, hostile = 0;  ///< hostile: of the kinds that are scored
  double auc = 0;  ///< of contact and threat, hostile against the rest by score; none is lowest
  double stage_group = 0;  ///< of hostile ones: spot/approach, probe/develop, test, task and beyond
  double kind = 0;
  double precision = 0, recall = 0, f1 = 0;  ///< of indicators, micro, scored kinds
  double counter_f1 = 0;
  double benign_concern = 0, benign_watch = 0;  ///< banded so or higher
  double hostile_watch = 0;
};

[[nodiscard]] Measures measure(const std::vector<Judged>& judged);

/// "ja1" of "ja1-012" and so on: the judged ones by hand.
[[nodiscard]] std::map<std::string, std::vector<Judged>> by_hand(const std::vector<Judged>& judged);

void print_head();
void print_row(const std::string& name, const Measures& measures);

}  // namespace reading
