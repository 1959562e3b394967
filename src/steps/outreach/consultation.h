#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/model/consultation.h"

/// What helps an officer through a consultation: what to ask next, what to say, what not to ask.
namespace outreach {

/// The answer to a question of yes and no; unknown where it was not asked.
[[nodiscard]] model::Yes answer_of(const std::vector<model::Answer>& answers,
                                   model::Question question);

/// The questions that are still open, the most useful first. Safety before all; then what decides
/// on the next step (was something handed over, is a meeting fixed); then what joins this to other
/// reports; the innocent reading last. A question whose answer cannot matter any more is left out:
/// what was given, where nothing was asked for.
[[nodiscard]] std::vector<model::Question> next_questions(
    const std::vector<model::Answer>& answers);

/// How far it has gone by what is answered: decides the clock, judges nobody.
[[nodiscard]] model::Stage stage_of(const std::vector<model::Answer>& answers);

/// What who asks for advice does now, most urgent first: codes of edges/render, those of
/// assess/advice. Who has taken a meal or money already is told how to come forward.
[[nodiscard]] std::vector<model::Reason> advice_for(const std::vector<model::Answer>& answers);

/// How the firm treats its people: no blame, welfare first, no hunt for who told.
[[nodiscard]] std::vector<model::Reason> coaching_for(const std::vector<model::Answer>& answers);

/// What the three marks say of what was asked for: "secret_missing_managed", "_useful" or
/// "_not_public" for a mark that does not hold, "secret_unknown_..." for one that is still to be
/// asked; "secret_protected" where all three hold.
[[nodiscard]] std::vector<model::Reason> secret_result(const model::SecretCheck& check);

/// Topics in what was written down that nobody may ask about or act on: codes "not_asked_origin",
/// "not_asked_religion", "not_asked_union", "not_asked_politics", "not_asked_family",
/// "not_asked_health", each once with the word that was found. Words of both languages, compared
/// without case; a hint to the officer, never a refusal: a cover as the contact told it may be
/// quoted.
[[nodiscard]] std::vector<model::Reason> touched_topics(std::string_view text);

/// What never is asked, whatever was written.
[[nodiscard]] std::vector<model::Reason> never_asked();

/// Everything an officer sees beside the consultation.
[[nodiscard]] model::ConsultationView view_of(model::Consultation consultation);

/// The consultation as a report by the officer who took it: the texts in the order of the
/// questions as narrative, what was answered by yes as an encounter. `firm_key` = "" unknown.
[[nodiscard]] model::Report report_of(const model::Consultation& consultation,
                                      const std::string& firm_key);

}  // namespace outreach
