#pragma once

#include <string>

#include "ground/base/result.h"
#include "ground/base/vocabulary.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// What a report led to, told to whoever reported, in general words; and the mailbox that a receipt
/// opens, in both directions.
namespace workflow {

/// The general words that feedback is given in; edges/render has them in both languages. None tells
/// who else reported, or what is known of anybody.
enum class Feedback {
  being_read,
  kept_as_note,
  known_pattern,
  helped_caution,
  helped_warning,
  helped_notice,
  led_to_visit,
  passed_to_cyber,
  not_a_contact_case,
  set_aside,
  question
};
constexpr auto vocabulary(Feedback) {
  return base::make_vocabulary<Feedback>("being_read", "kept_as_note", "known_pattern",
                                         "helped_caution", "helped_warning", "helped_notice",
                                         "led_to_visit", "passed_to_cyber", "not_a_contact_case",
                                         "set_aside", "question");
}

/// Puts feedback into the mailbox, with words of one's own if there are any (a question needs
/// them). Closes the feedback task, except for being_read and question, which leave it due.
[[nodiscard]] base::Result<void> give_feedback(Hub& hub, const model::Principal& principal,
                                               base::Id<model::Report> report, Feedback feedback,
                                               const std::string& text = "",
                                               const RequestKey& request = {});

/// The same by the program itself, in the transaction of its cause (an alert that was sent).
void add_feedback(Hub& hub, db::Connection& connection, const model::Principal& principal,
                  base::Id<model::Report> report, Feedback feedback);

/// What a receipt opens. Anybody with the code; unauthenticated callers, too. invalid_input for
/// what cannot be a code, not_found for one that nobody has.
[[nodiscard]] base::Result<model::Mailbox> read_mailbox(Hub& hub, const model::Principal& principal,
                                                        const std::string& code);

/// The reporter adds something (1 to 4,096 bytes). Its time is kept to the day.
[[nodiscard]] base::Result<model::Mailbox> write_mailbox(Hub& hub,
                                                         const model::Principal& principal,
                                                         const std::string& code,
                                                         const std::string& text,
                                                         const RequestKey& request = {});

}  // namespace workflow
