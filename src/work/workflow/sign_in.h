#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/base/sensitive.h"
#include "ground/model/session.h"
#include "work/workflow/hub.h"

/// How people come in: an invitation is taken up with a password, a password opens a session, a
/// session's token says who asks. These functions make principals, so they take none.
namespace workflow {

/// Takes up an invitation: the account gets its password, becomes active and is signed in; all
/// its earlier sessions end. Not_found at "/code" for a code that is unknown, used or expired;
/// refused at "/password" with what is wrong with it. A code has 256 random bits, so attempts are
/// not counted, and no password is hashed for a wrong one.
[[nodiscard]] base::Result<model::SignedIn> accept_invitation(
    Hub& hub, const std::string& code, const base::Sensitive<std::string>& password);

/// Where a request came from (an address), only to count attempts; "" = unknown.
struct Attempt {
  std::string source;
};

/// Unauthenticated, in the same words and about the same time, whether the name, the password or
/// the state of the account is wrong. Attempts are counted before a password is hashed: after 10
/// for one name from one source, or 100 for one name, within 15 minutes: rate_limited. At most
/// two passwords are hashed at once, others wait: the door says how many and how long
/// (http::ServerSettings::takes_long).
[[nodiscard]] base::Result<model::SignedIn> sign_in(Hub& hub, const std::string& name,
                                                    const base::Sensitive<std::string>& password,
                                                    const Attempt& attempt = {});

/// Who a session's token stands for, with the same CSRF text as at sign-in. Unauthenticated when
/// there is none, it was idle or open for too long (Settings), or its account changed.
[[nodiscard]] base::Result<model::SignedIn> principal_of_session(Hub& hub, std::string_view token);

[[nodiscard]] base::Result<void> sign_out(Hub& hub, std::string_view token);

/// The own sessions, oldest first; `token` marks the one that asks.
[[nodiscard]] base::Result<std::vector<model::Session>> list_sessions(
    Hub& hub, const model::Principal& principal, std::string_view token = "");
[[nodiscard]] base::Result<void> end_session(Hub& hub, const model::Principal& principal,
                                             base::Id<model::Session> id);

/// The signed-in account with its organisation.
[[nodiscard]] base::Result<model::Me> who_am_i(Hub& hub, const model::Principal& principal);

/// Removes what has expired: sessions, counted attempts, replays older than a week. For a job.
void forget_expired(Hub& hub);

}  // namespace workflow
