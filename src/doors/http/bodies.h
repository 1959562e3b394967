#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/sensitive.h"
#include "ground/model/alert.h"
#include "ground/model/alert_view.h"
#include "ground/model/bundle.h"
#include "ground/model/keeping.h"
#include "ground/model/link.h"
#include "ground/model/principal.h"
#include "ground/model/report_record.h"
#include "work/workflow/feedback.h"
#include "work/workflow/keep_dossier.h"
#include "work/workflow/vet_report.h"

/// What routes read and write beside the model's own types: small request bodies and answers, as
/// docs/openapi.yaml has them. codec::decode and codec::encode work for each (bodies.cpp).
namespace http {

struct TextBody {
  std::string text;
  std::optional<std::string> language;  ///< "ja" or "en"
};
struct CodeBody {
  std::string code;
};
struct MessageBody {
  std::string code, text;
};
struct SignInBody {
  std::string name;
  base::Sensitive<std::string> password;
};
struct AcceptanceBody {
  std::string code;
  base::Sensitive<std::string> password;
};
struct InvitationBody {
  std::string name, display, email;
  std::string language = "ja";
  base::Id<model::Organisation> organisation;
  std::vector<model::Role> roles;
};
struct TokenBody {
  std::string label;
  int days = 0;
};
struct ReleaseBody {
  std::string hash;
  model::LegalBasis legal_basis = model::LegalBasis::not_said;
};
struct ReasonBody {
  std::string reason;
};
struct SearchBody {
  std::string text;
};
struct AnswerBody {
  std::string text;
};
struct HitBody {
  std::string value;
};
struct TickBody {
  model::Tick tick = model::Tick::proposed;
};

enum class VettingPart { behaviour, context };
constexpr auto vocabulary(VettingPart) {
  return base::make_vocabulary<VettingPart>("behaviour", "context");
}
enum class VettingDecision { pass, set_aside };
constexpr auto vocabulary(VettingDecision) {
  return base::make_vocabulary<VettingDecision>("pass", "set_aside");
}
struct VettingBody {
  VettingPart part = VettingPart::behaviour;
  VettingDecision decision = VettingDecision::pass;
  std::string reason;
};

struct KeepingBody {
  model::KeepingDecision decision = model::KeepingDecision::keep;
  std::string reason;
};

struct SecondReadingBody {
  workflow::SecondReading decision = workflow::SecondReading::not_a_contact_case;
  std::string reason;
};
struct FeedbackBody {
  workflow::Feedback code = workflow::Feedback::being_read;
  std::string text;
};
struct JudgementBody {
  model::Judgement judgement = model::Judgement::open;
  std::optional<model::LinkKind> kind;
  std::string note;
};
struct DossierBody {
  std::string label;
  std::vector<model::PersonaRef> personas;
};

struct DossierDecisionBody {
  workflow::DossierDecision decision = workflow::DossierDecision::open;
  std::string reason;
};

struct AlertBody {
  model::AlertProduct product = model::AlertProduct::warning;
  std::optional<base::Id<model::Dossier>> dossier;
  std::optional<base::Id<model::Report>> report;
};

struct HandOverBody {
  std::string to_name, to_role;
  std::optional<model::AcknowledgementEdit> acknowledgement;
};
struct FollowUpBody {
  model::Yes contact_ceased = model::Yes::unknown;
};
struct PromiseBody {
  std::string note;
};
struct VerificationBody {
  std::string how;
};
struct CustodianBody {
  std::string public_key;
};
struct PartnerBody {
  model::HubCard card;
  std::string verified_how;
};
struct PartnerEditBody {
  bool is_active = true;
  std::string url;
};
struct AppliedBody {
  std::string from;  ///< key of the organisation
  std::size_t applied = 0, were_there = 0;
  std::vector<std::string> refused;  ///< "/items/3/kind: does not ..."
};

}  // namespace http
