#pragma once

#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/crypto/sealed.h"
#include "ground/model/bundle.h"
#include "work/workflow/hub.h"

/// Other hubs with which this one exchanges bundles. Keys are compared out of band, by a call to a
/// number that was found independently: how is written down and required.
namespace workflow {

/// This hub as it shows itself to others; with its public address, where that is https.
[[nodiscard]] base::Result<model::HubCard> own_card(Hub& hub, const model::Principal& principal);

/// The pair with which bundles for this hub are opened.
[[nodiscard]] crypto::KeyPair sealing_pair(const Hub& hub);

/// Sixteen groups of four hexadecimal digits of both keys of a card: what is read aloud.
[[nodiscard]] std::string fingerprint(const model::HubCard& card);

/// Whether a hub's card could be taken on by this principal, before its fingerprint is compared:
/// keys that can be used, and not this hub's own.
[[nodiscard]] base::Result<void> check_hub_card(const Hub& hub, const model::Principal& principal,
                                                const model::HubCard& card);

/// Takes a hub's card on. Its organisation joins the register where its key is not there yet;
/// one that is there must be of the same kind. Conflict where the organisation or the key is a
/// partner already; refused at "/verified_how" when it says nothing, and for this hub's own card;
/// invalid_input at "/card/sealing_key" when nothing can be sealed to it.
[[nodiscard]] base::Result<model::Partner> add_partner(Hub& hub, const model::Principal& principal,
                                                       const model::HubCard& card,
                                                       const std::string& verified_how,
                                                       const RequestKey& request = {});

/// Ends or resumes the exchange, or changes the address. Nothing that was exchanged goes.
struct PartnerEdit {
  bool is_active = true;
  std::string url;
};
[[nodiscard]] base::Result<model::Partner> edit_partner(Hub& hub, const model::Principal& principal,
                                                        base::Id<model::Organisation> organisation,
                                                        std::int64_t revision,
                                                        const PartnerEdit& edit);

[[nodiscard]] base::Result<std::vector<model::Partner>> list_partners(
    Hub& hub, const model::Principal& principal);

}  // namespace workflow
