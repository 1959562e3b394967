#include "doors/http/site.h"

#include <chrono>

#include <fmt/format.h>

#include "doors/http/gate.h"
#include "doors/http/readiness.h"
#include "doors/http/routes.h"
#include "doors/http/static_files.h"
#include "edges/render/words.h"
#include "work/workflow/health.h"

namespace http {
namespace {

render::Names names_of(const SiteSettings& settings) {
  return render::Names(settings.indicators, settings.technologies);
}

/// RFC 9116; the expiry moves with the program's answer, one year ahead.
std::string security_text(const SiteSettings& settings, base::UtcTime now) {
  return fmt::format(
      "Contact: {}\nExpires: {}\nPreferred-Languages: ja, en\n", settings.security_contact,
      base::format_utc({(now + std::chrono::days(365)).microseconds / 1'000'000 * 1'000'000}));
}

std::string metrics_text(const ServerCounts& counts) {
  return fmt::format(
      "# TYPE kizuki_requests_total counter\nkizuki_requests_total {}\n"
      "# TYPE kizuki_requests_refused_busy_total counter\nkizuki_requests_refused_busy_total {}\n"
      "# TYPE kizuki_errors_total counter\nkizuki_errors_total {}\n"
      "# TYPE kizuki_connections gauge\nkizuki_connections {}\n"
      "# TYPE kizuki_work_seconds_total counter\nkizuki_work_seconds_total {:.6f}\n",
      counts.requests.load(), counts.refused_busy.load(), counts.errors.load(),
      counts.connections_now.load(), static_cast<double>(counts.work_microseconds.load()) / 1e6);
}

}  // namespace

class Site::Body {
 public:
  Body(workflow::Hub& hub, SiteSettings settings)
      : settings_(std::move(settings)), gate_(hub, names_of(settings_), settings_.limits_door) {
    add_operation_routes();
    add_door_routes(router_, gate_, settings_);
    add_sign_in_routes(router_, gate_);
    add_account_routes(router_, gate_);
    add_report_routes(router_, gate_);
    add_vetting_routes(router_, gate_);
    add_keeping_routes(router_, gate_);
    add_link_routes(router_, gate_);
    add_dossier_routes(router_, gate_);
    add_queue_routes(router_, gate_);
    add_alert_routes(router_, gate_);
    add_inbox_routes(router_, gate_);
    add_register_routes(router_, gate_);
    add_visit_routes(router_, gate_);
    add_consultation_routes(router_, gate_);
    add_fact_routes(router_, gate_);
    add_lesson_routes(router_, gate_);
    add_meeting_routes(router_, gate_);
    add_digest_routes(router_, gate_);
    add_protection_routes(router_, gate_);
    add_exchange_routes(router_, gate_);
  }

  [[nodiscard]] Response answer(Request& request) const {
    const bool is_ours = request.path.starts_with("/api/") || request.path.starts_with("/.well-") ||
                         request.path == "/healthz" || request.path == "/readyz" ||
                         request.path == "/metrics";
    auto response = is_ours ? router_.answer(request) : static_file(request);
    add_security_headers(response);
    if (request.path.starts_with("/api/")) keep_private(response);
    return response;
  }

  [[nodiscard]] const workflow::Hub& hub() const { return gate_.hub(); }
  void show_counts(const ServerCounts& counts) { counts_ = &counts; }
  [[nodiscard]] std::vector<std::string> routes() const { return router_.routes(); }

 private:
  /// What the API says stays in no cache unless the route says otherwise.
  static void keep_private(Response& response) {
    for (const auto& [name, value] : response.headers)
      if (name == "Cache-Control") return;
    response.with("Cache-Control", "no-store");
  }

  void add_operation_routes() {
    router_.add(Method::get, "/healthz", [](Request&) { return text(200, "ok\n"); });
    router_.add(Method::get, "/readyz",
                [this](Request&) { return readiness_.answer(gate_.hub()); });
    router_.add(Method::get, "/metrics", [this](Request&) {
      return text(200, counts_ != nullptr ? metrics_text(*counts_) : "");
    });
    router_.add(Method::get, "/.well-known/security.txt", [this](Request&) {
      return text(200, security_text(settings_, gate_.hub().clock.now()));
    });
    router_.add(Method::get, "/api/v1/openapi.json",
                [this](Request&) { return json(200, settings_.openapi_json); });
    router_.add(Method::get, "/api/v1/schemas/{name}", [this](Request& request) {
      const auto found = settings_.schemas.find(request.path_parameters.at("name"));
      if (found != settings_.schemas.end()) return json(200, found->second);
      return problem(base::Error(base::ErrorKind::not_found, "", "there is no such schema",
                                 "see /api/v1/openapi.json"));
    });
  }

  const SiteSettings settings_;
  Gate gate_;
  Readiness readiness_;
  Router router_;
  const ServerCounts* counts_ = nullptr;
};

Site::Site(workflow::Hub& hub, SiteSettings settings)
    : body_(std::make_unique<Body>(hub, std::move(settings))) {}
Site::~Site() = default;
Response Site::answer(Request& request) const {
  try {
    return body_->answer(request);
  } catch (const std::exception& failure) {
    workflow::tell_operator(body_->hub(), "a request", failure);
    throw;
  }
}
bool Site::takes_long(const Request& request) {
  return hashes_password(request);
}

void Site::show_counts(const ServerCounts& counts) {
  body_->show_counts(counts);
}
std::vector<std::string> Site::routes() const {
  return body_->routes();
}

}  // namespace http
