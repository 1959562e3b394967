#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/organisation.h"
#include "ground/model/report_record.h"

namespace model {

/// How somebody came to ask.
enum class CallWay { phone, counter, visit, message };
constexpr auto vocabulary(CallWay) {
  return base::make_vocabulary<CallWay>("phone", "counter", "visit", "message");
}

/// Who asks, by role: a consultation names nobody.
enum class Caller { employee, company_officer, management, family, other };
constexpr auto vocabulary(Caller) {
  return base::make_vocabulary<Caller>("employee", "company_officer", "management", "family",
                                       "other");
}

/// What is asked of who asks for advice. Acts of the contact only.
enum class Question {
  threatened,         ///< is anybody threatened or put under pressure?
  what_happened,      ///< in the caller's words
  asked_for,          ///< what the contact wanted
  took_something,     ///< meals, money, gifts taken so far
  gave_something,     ///< papers, data, objects handed over so far
  next_meeting,       ///< is another meeting fixed?
  keep_quiet,         ///< was secrecy asked for?
  when_where,         ///< when and where, as sure as it is
  who_claimed,        ///< who the contact said to be
  others_approached,  ///< colleagues, too?
  innocent_reading    ///< what speaks for a harmless one
};
constexpr auto vocabulary(Question) {
  return base::make_vocabulary<Question>("threatened", "what_happened", "asked_for",
                                         "took_something", "gave_something", "next_meeting",
                                         "keep_quiet", "when_where", "who_claimed",
                                         "others_approached", "innocent_reading");
}

/// Questions of yes and no have `yes`, the others `text`; either may come with the other.
struct Answer {
  Question question = Question::what_happened;
  Yes yes = Yes::unknown;
  std::string text;
  bool operator==(const Answer&) const = default;
};

/// The three marks of a trade secret (Unfair Competition Prevention Act, article 2(6)) of what the
/// contact asked for. The secret itself is never written down.
struct SecretCheck {
  Yes managed_as_secret = Yes::unknown, useful = Yes::unknown, not_public = Yes::unknown;
  bool operator==(const SecretCheck&) const = default;
};

enum class ConsultationState { open, referred, closed };
constexpr auto vocabulary(ConsultationState) {
  return base::make_vocabulary<ConsultationState>("open", "referred", "closed");
}

enum class Outcome {
  none,
  advised,
  contact_ended,
  report_made,
  not_a_contact_case,
  no_offence,
  investigated,
  sent_to_prosecutors
};
constexpr auto vocabulary(Outcome) {
  return base::make_vocabulary<Outcome>("none", "advised", "contact_ended", "report_made",
                                        "not_a_contact_case", "no_offence", "investigated",
                                        "sent_to_prosecutors");
}

/// What an officer takes down, at first and later.
struct ConsultationEdit {
  base::Id<Organisation> firm;  ///< nil = in no register, or not said
  CallWay way = CallWay::phone;
  Caller caller = Caller::employee;
  std::vector<Answer> answers;  ///< one a question at most
  SecretCheck secret;
};

/// Advice asked for by phone or at the counter, and what became of it.
struct Consultation {
  base::Id<Consultation> id;
  base::Id<Organisation> organisation;  ///< the desk that took it
  base::Id<Organisation> firm;          ///< nil = unknown
  std::string by;                       ///< account name
  base::UtcTime made_at, due_at;
  CallWay way = CallWay::phone;
  Caller caller = Caller::employee;
  std::vector<Answer> answers;
  SecretCheck secret;
  ConsultationState state = ConsultationState::open;
  base::Id<Report> report;  ///< what it became; nil = none
  std::string referral_reason, referred_by;
  std::optional<base::UtcTime> referred_at;
  Outcome outcome = Outcome::none;
  std::string law;  ///< applied by investigators; "" = none
  std::string closed_by;
  std::optional<base::UtcTime> closed_at;
  std::int64_t revision = 0;
};

/// A consultation with what helps to go on.
struct ConsultationView {
  Consultation consultation;
  std::vector<Question> next;      ///< the most useful question first
  std::vector<Reason> advice;      ///< for who asks
  std::vector<Reason> coaching;    ///< for the firm: how to treat its people
  std::vector<Reason> secret;      ///< what the three marks say
  std::vector<Reason> not_to_ask;  ///< what was touched and must not be, then what never is asked
};

/// What ends a consultation.
struct OutcomeEdit {
  Outcome outcome = Outcome::advised;
  std::string law;
};

}  // namespace model
