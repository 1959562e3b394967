#include "work/jobs/steps.h"

#include <iterator>
#include <utility>

#include "work/workflow/alert_steps.h"
#include "work/workflow/consult.h"
#include "work/workflow/exchange.h"
#include "work/workflow/give_task.h"
#include "work/workflow/lesson_approval.h"
#include "work/workflow/log_visit.h"
#include "work/workflow/process_report.h"

namespace jobs {

std::vector<workflow::JobStep> all_steps() {
  auto steps = workflow::report_steps();
  auto alerts = workflow::alert_steps();
  steps.insert(steps.end(), std::make_move_iterator(alerts.begin()),
               std::make_move_iterator(alerts.end()));
  steps.push_back(workflow::promise_step());
  steps.push_back(workflow::consultation_step());
  steps.push_back(workflow::meeting_task_step());
  steps.push_back(workflow::lesson_step());
  steps.push_back(workflow::exchange_step(std::make_shared<deliver::CurlSender>()));
  return steps;
}

}  // namespace jobs
