#pragma once

#include <string_view>

#include "doors/http/gate.h"
#include "doors/http/router.h"
#include "doors/http/site.h"

/// The routes of docs/openapi.yaml, one function a noun. A route decodes, calls one use case and
/// encodes; what the field demands is decided in workflow.
namespace http {

void add_door_routes(Router& router, const Gate& gate, const SiteSettings& settings);
void add_sign_in_routes(Router& router, const Gate& gate);
void add_account_routes(Router& router, const Gate& gate);
void add_report_routes(Router& router, const Gate& gate);
void add_vetting_routes(Router& router, const Gate& gate);
void add_keeping_routes(Router& router, const Gate& gate);
void add_link_routes(Router& router, const Gate& gate);
void add_dossier_routes(Router& router, const Gate& gate);
void add_queue_routes(Router& router, const Gate& gate);
void add_alert_routes(Router& router, const Gate& gate);
void add_inbox_routes(Router& router, const Gate& gate);
void add_register_routes(Router& router, const Gate& gate);
void add_visit_routes(Router& router, const Gate& gate);
void add_consultation_routes(Router& router, const Gate& gate);
void add_fact_routes(Router& router, const Gate& gate);
void add_lesson_routes(Router& router, const Gate& gate);
void add_meeting_routes(Router& router, const Gate& gate);
void add_digest_routes(Router& router, const Gate& gate);
void add_protection_routes(Router& router, const Gate& gate);
void add_exchange_routes(Router& router, const Gate& gate);

/// Whether a request hashes a password: sign-in and the taking up of an invitation.
[[nodiscard]] bool hashes_password(const Request& request);

}  // namespace http
