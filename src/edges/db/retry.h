#pragma once

#include <functional>

namespace db {

/// Runs `attempt` until it ends, and again after trouble that passes by itself:
///  - Contention: up to 12 attempts, between them a random wait that grows to 100 ms, so that
///    two that met do not meet again;
///  - ConnectionLost (nothing was committed): for up to 5 s, the time a server takes to start;
///  - a unique key that was taken: once more, because a transaction beside this one may have
///    taken it since this one looked; the second answer stands.
/// What is thrown in the end is the last failure. UnknownOutcome is never tried again.
void run_with_retry(const std::function<void()>& attempt);

}  // namespace db
