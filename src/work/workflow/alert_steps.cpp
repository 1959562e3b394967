#include "work/workflow/alert_steps.h"

#include "work/workflow/deliver_alert.h"
#include "work/workflow/expire_alert.h"
#include "work/workflow/follow_up.h"
#include "work/workflow/remind.h"

namespace workflow {

std::vector<JobStep> alert_steps() {
  return {notice_step(), reminder_step(), follow_up_step(), expiry_step()};
}

}  // namespace workflow
