#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "edges/deliver/http_sender.h"
#include "ground/base/result.h"
#include "ground/model/bundle.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// Bundles over the network, where there is one: the same files as by hand, one request a round.
/// Each side brings what waits for the other; whoever has no address of its own is the one who
/// asks. Without a network everything waits in the store, and a round after it brings it all.
namespace workflow {

inline constexpr std::string_view exchange_job = "exchange";
inline constexpr std::string_view exchange_path = "/api/v1/exchange";
inline constexpr std::string_view bundle_type = "application/vnd.kizuki.bundle";

/// What the asked side does: takes the bundle in and answers with its own, confirmation included,
/// "" when nothing waits. The signature is the asker's proof; an unknown key is refused.
[[nodiscard]] base::Result<std::string> answer_exchange(Hub& hub, std::string_view file);

/// Plans the next round with a partner; nothing for one without an address.
void request_exchange(Hub& hub, db::Connection& connection, const model::Principal& principal,
                      const model::Partner& partner);

/// Plans a round with every partner now: what a server does when it starts.
void request_exchanges(Hub& hub);

/// A round, and the next one after Settings::exchange_every, at once where more waits.
[[nodiscard]] JobStep exchange_step(std::shared_ptr<deliver::HttpSender> sender);

}  // namespace workflow
