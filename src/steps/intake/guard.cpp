#include "steps/intake/guard.h"

namespace intake {

std::string_view guard_code(model::ReportKind kind) {
  switch (kind) {
    case model::ReportKind::insider:
      return "guard_insider";
    case model::ReportKind::cyber:
      return "guard_cyber";
    case model::ReportKind::rumour:
      return "guard_rumour";
    case model::ReportKind::protected_:
      return "guard_protected";
    case model::ReportKind::contact:
    case model::ReportKind::threat:
    case model::ReportKind::other:
      return "";
  }
  return "";
}

}  // namespace intake
