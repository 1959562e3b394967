#pragma once

namespace crypto {

/// Prepares the library below, once and from any thread; called by whoever uses it.
void need_sodium();

}  // namespace crypto
