#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/model/dossier.h"
#include "ground/model/marking.h"

namespace model {

/// caution: your staff were contacted. warning: you may be next. public_notice: TLP:CLEAR.
enum class AlertProduct { caution, warning, public_notice };
constexpr auto vocabulary(AlertProduct) {
  return base::make_vocabulary<AlertProduct>("caution", "warning", "public_notice");
}

enum class AlertState { draft, submitted, approved, sent, cancelled, expired };
constexpr auto vocabulary(AlertState) {
  return base::make_vocabulary<AlertState>("draft", "submitted", "approved", "sent", "cancelled",
                                           "expired");
}

/// Confidence in fixed words: 可能性がある / 可能性が高い / ほぼ確実.
enum class Confidence { likely, very_likely, almost_certain };
constexpr auto vocabulary(Confidence) {
  return base::make_vocabulary<Confidence>("likely", "very_likely", "almost_certain");
}

/// What an alert says, in both languages. No field may name or let infer the reporting firm:
/// place to the ward, time to the month, at least five firms fit.
struct AlertText {
  Bilingual title;
  Bilingual method;              ///< how the approach goes
  std::vector<Bilingual> signs;  ///< what to look for
  std::vector<Bilingual> do_this_week;
  Bilingual innocent_reading;
  Bilingual where_to_answer;
  Bilingual base_rate;      ///< how common this script is among all reports
  Bilingual person;         ///< described person; "" unless two independent reports
  Bilingual staff_version;  ///< for all staff: no personal data
  bool operator==(const AlertText&) const = default;
};

/// A firm that gets it, and why it was listed (codes for edges/render).
struct Recipient {
  base::Id<Organisation> organisation;
  std::string organisation_key;
  std::vector<Reason> reasons;
  bool excluded = false;  ///< taken out by a person, with a reason
  std::string excluded_reason;
  bool operator==(const Recipient&) const = default;
};

struct Alert {
  /// What somebody did with it, oldest first.
  struct Step {
    enum class Kind {
      drafted,
      edited,
      submitted,
      sent_back,
      dissent,
      hold_asked,
      hold_placed,
      hold_released,
      approved,
      sent,
      corrected,
      cancelled,
      expired
    };
    Kind kind = Kind::drafted;
    std::string by;               ///< account name
    std::string by_organisation;  ///< its key: two bodies for a public notice with a person
    base::UtcTime at;
    std::string note;
  };
  base::Id<Alert> id;
  base::Id<Organisation> organisation;  ///< the desk that issues it
  AlertProduct product = AlertProduct::warning;
  AlertState state = AlertState::draft;
  base::Id<Dossier> dossier;  ///< nil = none
  std::vector<base::Id<Report>> sources;
  AlertText text;
  std::vector<Recipient> audience;  ///< empty for a public notice
  std::string contrary_evidence;
  Confidence confidence = Confidence::likely;
  Marking marking;
  std::string author;  ///< account name
  base::UtcTime made_at;
  std::optional<base::UtcTime> sent_at;
  base::UtcTime expires_at;
  std::optional<base::UtcTime> held_until;  ///< a hold stops sending until then
  std::string hold_reason;
  std::vector<Step> steps;
  std::int64_t revision = 0;
};
constexpr auto vocabulary(Alert::Step::Kind) {
  return base::make_vocabulary<Alert::Step::Kind>(
      "drafted", "edited", "submitted", "sent_back", "dissent", "hold_asked", "hold_placed",
      "hold_released", "approved", "sent", "corrected", "cancelled", "expired");
}

enum class NoticeState { queued, sent, failed, not_needed };
constexpr auto vocabulary(NoticeState) {
  return base::make_vocabulary<NoticeState>("queued", "sent", "failed", "not_needed");
}

/// One recipient's copy of an alert or of its correction, and what came back.
struct Delivery {
  /// Contact ceased? asked 30, 90 and 180 days after sending.
  struct FollowUp {
    int day = 30;
    Yes contact_ceased = Yes::unknown;
    std::string by;
    std::optional<base::UtcTime> at;  ///< absent = not answered yet
    base::UtcTime due_at;
  };
  struct HandOver {
    std::string by;  ///< officer's account name
    std::string to_name, to_role;
    base::UtcTime at;
  };
  struct Acknowledgement {
    std::string by;  ///< account name of the firm's officer, or of the recording officer
    base::UtcTime at;
    Yes seen_here_too = Yes::unknown;
    std::optional<int> own_logs_hits;  ///< rows found by the firm's own screening
    std::string note;
  };
  base::Id<Delivery> id;
  base::Id<Alert> alert;
  base::Id<Organisation> organisation;
  std::string organisation_key;
  int correction = 0;  ///< 0 = the alert itself, n = its n-th correction or cancellation
  Bilingual correction_text;
  base::UtcTime made_at;
  NoticeState notice = NoticeState::queued;
  int notice_attempts = 0;
  std::string notice_error;  ///< of the last attempt; no address
  std::string message_id;    ///< of the mail; the same on a repeat
  std::optional<HandOver> handed_over;
  std::optional<Acknowledgement> acknowledged;
  int reminders = 0;
  std::vector<FollowUp> follow_ups;
  std::int64_t revision = 0;
};

}  // namespace model
