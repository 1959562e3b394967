#include "ground/model/marking.h"

#include <algorithm>

namespace model {
namespace {

std::string joined(const std::string& left, const std::string& right) {
  if (right.empty() || left.find(right) != std::string::npos) return left;
  if (left.empty() || right.find(left) != std::string::npos) return right;
  return left + "; " + right;
}

}  // namespace

Marking stricter(const Marking& left, const Marking& right) {
  return {std::max(left.tlp, right.tlp), std::max(left.pap, right.pap),
          joined(left.conditions, right.conditions)};
}

}  // namespace model
