#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/base/bytes.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/base/vocabulary.h"
#include "ground/model/alert.h"
#include "ground/model/lesson.h"
#include "ground/model/organisation.h"
#include "ground/model/report.h"

/// What travels between two hubs: a file that a person carries, or the same over HTTPS.
namespace model {

/// How a hub shows itself to others; made by it, compared by telephone.
struct HubCard {
  Organisation organisation;  ///< who runs the hub; key, kind and name are taken over
  base::Bytes verifying_key;  ///< Ed25519, 32 bytes: proves who made a bundle
  base::Bytes sealing_key;    ///< X25519, 32 bytes: bundles for it are sealed to it
  std::string url;            ///< where it takes bundles; "" = they travel by hand
};

/// Another hub with which this one exchanges bundles, and how that was made sure.
struct Partner {
  base::Id<Partner> id;
  base::Id<Organisation> organisation;  ///< its row in this register
  std::string organisation_key;         ///< of that row
  base::Bytes verifying_key, sealing_key;
  std::string url;
  std::string verified_how;  ///< "read the fingerprint to the number in the force's directory"
  std::string verified_by;   ///< account name
  base::UtcTime verified_at;
  bool is_active = true;
  std::int64_t revision = 0;
  std::optional<base::UtcTime> exchanged_at;  ///< last round over the network that succeeded
  std::string exchange_error;                 ///< why the last round did not; "" = it did
};

/// One thing as it is now at its origin. Of several states of a thing the highest version counts,
/// in whatever order they come.
struct BundleItem {
  enum class Kind {
    report,       ///< a released version: exactly the bytes of its preview
    withdrawal,   ///< of a report
    alert,        ///< a delivery: the alert or one correction of it, cleared for its recipient
    answer,       ///< to a delivery: acknowledgement and follow-ups
    lesson,       ///< one that was approved, as it is told, or that it is told no more
    confirmation  ///< bundles of the other side that were applied
  };
  Kind kind = Kind::report;
  base::UuidBytes object{};  ///< its id at its origin, of a delivery for an alert; nil for none
  std::int64_t version = 1;
  std::string content;  ///< canonical JSON of the struct below that belongs to its kind
  bool operator==(const BundleItem&) const = default;
};
constexpr auto vocabulary(BundleItem::Kind) {
  return base::make_vocabulary<BundleItem::Kind>("report", "withdrawal", "alert", "answer",
                                                 "lesson", "confirmation");
}

struct Bundle {
  base::Id<Bundle> id;
  base::Bytes from_key;  ///< verifying key of the hub that made it
  base::Bytes to_key;    ///< verifying key of the hub that it is for
  base::UtcTime made_at;
  std::vector<BundleItem> items;
};

/// Content of `withdrawal`.
struct HandedWithdrawal {
  std::string reason;
};

/// Content of `alert`: what the recipient may know of it.
struct HandedAlert {
  base::Id<Alert> alert;
  AlertProduct product = AlertProduct::warning;
  AlertState state = AlertState::sent;
  AlertText text;
  Confidence confidence = Confidence::likely;
  Marking marking;
  std::vector<Reason> reasons;  ///< why this recipient
  base::UtcTime made_at, expires_at;
  std::optional<base::UtcTime> sent_at;
  std::int64_t revision = 0;  ///< of the alert at its origin: the newest state counts
  int correction = 0;
  Bilingual correction_text;
};

/// Content of `answer`.
struct HandedAnswer {
  std::optional<Delivery::Acknowledgement> acknowledged;
  std::vector<Delivery::FollowUp> follow_ups;
};

/// Content of `lesson`.
struct HandedLesson {
  LessonState state = LessonState::approved;  ///< or withdrawn
  base::UtcTime made_at;
  std::optional<base::UtcTime> approved_at;
  std::optional<LessonEdit> told;  ///< what it says, published sources only; none once withdrawn
};

/// Content of `confirmation`.
struct HandedConfirmation {
  std::vector<base::Id<Bundle>> bundles;
};

}  // namespace model
