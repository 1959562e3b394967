#pragma once

#include "ground/crypto/keys.h"

namespace store {

/// The keys of one hub, unwrapped once at start and handed to every store function that needs
/// them. Never logged, wiped when they go.
struct Keys {
  crypto::Key32 master;   ///< wraps the organisations' keys; from the KeyVault
  crypto::Key32 blind;    ///< keyed values: phones, account ids, search tokens, match keys
  crypto::Key32 signing;  ///< Ed25519 seed of this hub's checkpoints
};

}  // namespace store
