#include "work/jobs/steps.h"

#include <vector>

#include "work/workflow/alert_steps.h"
#include "work/workflow/process_report.h"

namespace jobs {

std::span<const workflow::JobStep> all_steps() {
  static const std::vector<workflow::JobStep> steps = [] {
    std::vector<workflow::JobStep> all;
    for (auto& step : workflow::report_steps())
      all.push_back(std::move(step));
    for (auto& step : workflow::alert_steps())
      all.push_back(std::move(step));
    return all;
  }();
  return steps;
}

}  // namespace jobs
