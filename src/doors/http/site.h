#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "doors/http/router.h"
#include "doors/http/server.h"
#include "ground/model/knowledge.h"
#include "ground/model/principal.h"

namespace workflow {
struct Hub;
}

namespace http {

/// An account of the demonstration that the sign-in page offers. Real stores have none.
struct SignInHint {
  std::string name, password;
  std::vector<model::Role> roles;
  model::Bilingual organisation;
};

struct SiteSettings {
  bool demonstration = false;
  bool limits_door = true;  ///< false: no limit by client address, for measuring only
  std::vector<SignInHint> sign_in_hints;
  model::IndicatorTable indicators;  ///< for the words of /door/vocabulary
  std::vector<model::Technology> technologies;
  std::string openapi_json = "{}";             ///< docs/openapi.yaml as JSON
  std::map<std::string, std::string> schemas;  ///< "report-1.schema.json" -> its text
  std::string security_contact = "mailto:security@localhost";
};

/// Everything a hub shows over HTTP: the reporters' door, the desk's API, the web part, health.
/// Answers from several threads at once.
class Site {
 public:
  Site(workflow::Hub& hub, SiteSettings settings);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  /// The one entry: routes, adds the security headers, never throws but OutsideFailure.
  [[nodiscard]] Response answer(Request& request) const;

  /// Which requests hold a thread for long (ServerSettings::takes_long).
  [[nodiscard]] static bool takes_long(const Request& request);

  /// The server whose counts /metrics shows; set once before serving.
  void show_counts(const ServerCounts& counts);

  /// "GET /api/v1/reports/{id}" for every route.
  [[nodiscard]] std::vector<std::string> routes() const;

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace http
