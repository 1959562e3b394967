#include "steps/outreach/consultation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ground/text/unicode.h"

namespace outreach {
namespace {

using model::Answer;
using model::Question;
using model::Reason;
using model::Yes;

/// From the one that decides most to the one that decides least.
constexpr std::array order = {
    Question::threatened,        Question::what_happened,   Question::gave_something,
    Question::took_something,    Question::next_meeting,    Question::asked_for,
    Question::keep_quiet,        Question::when_where,      Question::who_claimed,
    Question::others_approached, Question::innocent_reading};
static_assert(order.size() == vocabulary(Question{}).words.size());

Reason said(std::string code, std::vector<std::string> parameters = {}) {
  return {std::move(code), std::move(parameters), 0, std::nullopt, std::nullopt};
}

std::vector<Reason> said_all(std::initializer_list<const char*> codes) {
  std::vector<Reason> all;
  for (const auto* code : codes)
    all.push_back(said(code));
  return all;
}

void append(std::vector<Reason>& all, std::vector<Reason> more) {
  std::ranges::move(more, std::back_inserter(all));
}

const Answer* find_answer(const std::vector<Answer>& answers, Question question) {
  const auto found = std::ranges::find(answers, question, &Answer::question);
  return found == answers.end() ? nullptr : &*found;
}

bool is_answered(const std::vector<Answer>& answers, Question question) {
  const auto* answer = find_answer(answers, question);
  return answer != nullptr && (answer->yes != Yes::unknown || !answer->text.empty());
}

bool is_yes(const std::vector<Answer>& answers, Question question) {
  return answer_of(answers, question) == Yes::yes;
}

/// Nothing was wanted: then nothing can have been handed over.
bool is_pointless(const std::vector<Answer>& answers, Question question) {
  return question == Question::gave_something && answer_of(answers, Question::asked_for) == Yes::no;
}

struct Topic {
  const char* code;
  std::array<std::string_view, 11> words;  ///< the last ones may be empty
};

// Only words that name the topic itself; a country's name may be part of a cover that is quoted.
constexpr std::array topics = {
    Topic{"not_asked_origin",
          {"国籍", "民族", "人種", "出身地", "帰化", "nationality", "ethnic", "race of",
           "skin colour", "accent", "country of birth"}},
    Topic{"not_asked_religion",
          {"宗教", "信仰", "教会", "モスク", "religion", "religious", "his faith", "her faith",
           "mosque", "church member"}},
    Topic{"not_asked_union",
          {"労働組合", "組合員", "組合活動", "trade union", "labour union", "labor union",
           "union member"}},
    Topic{"not_asked_politics",
          {"支持政党", "思想信条", "政治的な考え", "政治信条", "political opinion",
           "political view", "which party", "votes for"}},
    Topic{"not_asked_family",
          {"戸籍", "家族構成", "本籍", "親族の国", "family register", "family tree",
           "relatives abroad"}},
    Topic{"not_asked_health",
          {"病歴", "通院", "性的指向", "障害の有無", "medical history", "sexual orientation",
           "disability"}}};

std::string_view find_word(const Topic& topic, std::string_view folded) {
  for (const auto word : topic.words)
    if (!word.empty() && folded.find(word) != std::string_view::npos) return word;
  return {};
}

std::vector<Reason> marks_that_are(const model::SecretCheck& check, Yes value,
                                   const std::string& prefix) {
  std::vector<Reason> marks;
  if (check.managed_as_secret == value) marks.push_back(said(prefix + "managed"));
  if (check.useful == value) marks.push_back(said(prefix + "useful"));
  if (check.not_public == value) marks.push_back(said(prefix + "not_public"));
  return marks;
}

std::string all_texts(const std::vector<Answer>& answers) {
  std::string text;
  for (const auto question : order) {
    const auto* answer = find_answer(answers, question);
    if (answer == nullptr || answer->text.empty()) continue;
    if (!text.empty()) text += '\n';
    text += answer->text;
  }
  return text;
}

std::string text_of(const std::vector<Answer>& answers, Question question) {
  const auto* answer = find_answer(answers, question);
  return answer == nullptr ? std::string() : answer->text;
}

}  // namespace

Yes answer_of(const std::vector<Answer>& answers, Question question) {
  const auto* answer = find_answer(answers, question);
  return answer == nullptr ? Yes::unknown : answer->yes;
}

std::vector<Question> next_questions(const std::vector<Answer>& answers) {
  std::vector<Question> open;
  for (const auto question : order)
    if (!is_answered(answers, question) && !is_pointless(answers, question))
      open.push_back(question);
  return open;
}

model::Stage stage_of(const std::vector<Answer>& answers) {
  if (is_yes(answers, Question::threatened)) return model::Stage::coerce;
  if (is_yes(answers, Question::gave_something)) return model::Stage::task;
  if (is_yes(answers, Question::took_something)) return model::Stage::develop;
  return model::Stage::approach;
}

std::vector<Reason> advice_for(const std::vector<Answer>& answers) {
  std::vector<Reason> advice;
  if (is_yes(answers, Question::threatened))
    append(advice, said_all({"advice_safety_first", "advice_line_24h", "advice_not_alone"}));
  if (is_yes(answers, Question::took_something) || is_yes(answers, Question::gave_something))
    append(advice, said_all({"advice_come_forward", "advice_no_blame", "advice_keep_item",
                             "advice_take_no_more", "advice_keep_everything"}));
  if (is_yes(answers, Question::asked_for)) append(advice, said_all({"advice_hand_nothing_over"}));
  if (is_yes(answers, Question::next_meeting)) append(advice, said_all({"advice_stop_meeting"}));
  if (is_yes(answers, Question::keep_quiet)) append(advice, said_all({"advice_secrecy_is_a_sign"}));
  append(advice, said_all({"advice_do_not_confront", "advice_note_topics", "advice_come_back"}));
  return advice;
}

std::vector<Reason> coaching_for(const std::vector<Answer>& answers) {
  auto coaching = said_all({"coaching_no_blame", "coaching_no_hunt", "coaching_one_person"});
  if (is_yes(answers, Question::threatened))
    coaching.insert(coaching.begin(), said("coaching_welfare_first"));
  if (is_yes(answers, Question::took_something) || is_yes(answers, Question::gave_something))
    coaching.push_back(said("coaching_no_rash_dismissal"));
  return coaching;
}

std::vector<Reason> secret_result(const model::SecretCheck& check) {
  auto marks = marks_that_are(check, Yes::no, "secret_missing_");
  append(marks, marks_that_are(check, Yes::unknown, "secret_unknown_"));
  if (marks.empty()) marks.push_back(said("secret_protected"));
  return marks;
}

std::vector<Reason> touched_topics(std::string_view text) {
  const auto folded = text::nfkc_casefold(text);
  std::vector<Reason> touched;
  for (const auto& topic : topics)
    if (const auto word = find_word(topic, folded); !word.empty())
      touched.push_back(said(topic.code, {std::string(word)}));
  return touched;
}

std::vector<Reason> never_asked() {
  return {said("never_asked")};
}

model::ConsultationView view_of(model::Consultation consultation) {
  model::ConsultationView view;
  const auto& answers = consultation.answers;
  view.next = next_questions(answers);
  view.advice = advice_for(answers);
  view.coaching = coaching_for(answers);
  view.secret = secret_result(consultation.secret);
  view.not_to_ask = touched_topics(all_texts(answers));
  append(view.not_to_ask, never_asked());
  view.consultation = std::move(consultation);
  return view;
}

model::Report report_of(const model::Consultation& consultation, const std::string& firm_key) {
  const auto& answers = consultation.answers;
  model::Report report;
  report.source_ref = consultation.id.bytes;
  report.from.organisation = firm_key;
  report.from.capacity = model::Capacity::station_officer;
  report.from.reporter_role = base::word_of(consultation.caller);
  report.how_learned = consultation.caller == model::Caller::employee
                           ? model::HowLearned::told_by_approached
                           : model::HowLearned::other;
  report.legal_basis = model::LegalBasis::voluntary;
  report.innocent_reading = text_of(answers, Question::innocent_reading);
  report.narrative = all_texts(answers);
  report.colleagues_approached.answer = answer_of(answers, Question::others_approached);
  model::Encounter encounter;
  encounter.place.text = text_of(answers, Question::when_where);
  if (is_yes(answers, Question::threatened)) encounter.pressure = model::Pressure::threat;
  if (is_yes(answers, Question::keep_quiet)) encounter.secrecy_asked = true;
  if (const auto wanted = text_of(answers, Question::asked_for); !wanted.empty())
    encounter.asked_for.push_back({wanted, model::RequestClass::other, std::nullopt});
  report.encounters.push_back(std::move(encounter));
  return report;
}

}  // namespace outreach
