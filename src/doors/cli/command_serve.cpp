#include "doors/cli/command_serve.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <exception>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/demonstration.h"
#include "doors/cli/failure_log.h"
#include "doors/cli/shipped.h"
#include "doors/cli/shipped_tables.h"
#include "doors/http/server.h"
#include "doors/http/site.h"
#include "work/jobs/loop.h"
#include "work/jobs/sealer.h"
#include "work/workflow/exchange.h"

namespace cli {
namespace {

struct WantedServe {
  std::string data, db, listen = "127.0.0.1:8080", smtp_url, public_url, security_contact;
  std::vector<std::string> trusted_proxies;
  int exchange_seconds = 300;
  std::string mail_from = workflow::Settings().mail_from;
  bool is_demonstration = false;
};

/// "127.0.0.1:8080", "[::1]:8080".
base::Result<http::ServerSettings> server_settings(const std::string& listen) {
  http::ServerSettings settings;
  const auto colon = listen.rfind(':');
  unsigned port = 0;
  const auto digits = std::string_view(listen).substr(std::min(colon + 1, listen.size()));
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  const bool is_port = !digits.empty() && error == std::errc() &&
                       end == digits.data() + digits.size() && port <= 65535;
  if (colon == std::string::npos || colon == 0 || !is_port)
    return base::fail(base::ErrorKind::invalid_input, "--listen", "is no address with a port",
                      "write it as 127.0.0.1:8080 or [::1]:8080; port 0 is any free one");
  settings.address = listen.substr(0, colon);
  if (settings.address.starts_with('[') && settings.address.ends_with(']'))
    settings.address = settings.address.substr(1, settings.address.size() - 2);
  settings.port = static_cast<std::uint16_t>(port);
  settings.takes_long = http::Site::takes_long;
  return settings;
}

/// One line of security.txt: a URI of RFC 9116, 2.5.3, and nothing that would end the line.
base::Result<void> check_security_contact(const std::string& contact) {
  const auto rest = contact.starts_with("mailto:")    ? contact.substr(7)
                    : contact.starts_with("https://") ? contact.substr(8)
                                                      : std::string();
  const bool is_plain =
      std::ranges::all_of(contact, [](char letter) { return letter > ' ' && letter < '\x7f'; });
  if (contact.empty() || (!rest.empty() && is_plain)) return {};
  return base::fail(base::ErrorKind::invalid_input, "--security-contact",
                    "is no address to write to",
                    "write it as mailto:security@example.jp or https://example.jp/security");
}

std::string address_of(const http::ServerSettings& settings, std::uint16_t port) {
  const bool is_six = settings.address.find(':') != std::string::npos;
  return is_six ? fmt::format("http://[{}]:{}", settings.address, port)
                : fmt::format("http://{}:{}", settings.address, port);
}

/// While this lives, SIGINT and SIGTERM wait for wait() instead of ending the process; threads
/// that are started meanwhile inherit that.
class StopSignals {
 public:
  StopSignals() {
    ::sigemptyset(&set_);
    ::sigaddset(&set_, SIGINT);
    ::sigaddset(&set_, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &set_, &before_);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals() { restore(); }

  void wait() {
    int signal = 0;
    ::sigwait(&set_, &signal);
  }

  /// From now on a second signal ends the process at once.
  void restore() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t set_{};
  sigset_t before_{};
};

/// Serves until a signal comes or serving fails, which is thrown here.
void serve_until_stopped(http::Server& server, StopSignals& signals) {
  std::exception_ptr failure;
  std::thread thread([&] {
    try {
      server.run();
    } catch (...) {
      failure = std::current_exception();
      ::kill(::getpid(), SIGTERM);
    }
  });
  signals.wait();
  signals.restore();
  server.stop();
  thread.join();
  if (failure) std::rethrow_exception(failure);
}

base::Result<void> prepare_demonstration(const WantedServe& wanted, Console& console) {
  if (is_demonstration_ready(wanted.data)) return {};
  console.out << "Kizuki: a demonstration with fictional organisations.\n"
                 "気づき：架空の組織によるデモ\n\n";
  const auto failures = make_demonstration(wanted.data, base::SystemClock().now(), console);
  if (!failures) return std::unexpected(failures.error());
  for (const auto& failure : *failures)
    console.err << fmt::format("demonstration.scenario:{}: {}\n", failure.line, failure.text);
  return {};
}

workflow::Settings hub_settings(const WantedServe& wanted) {
  workflow::Settings settings;
  settings.smtp_url = wanted.smtp_url;
  settings.exchange_every = std::chrono::seconds(std::max(1, wanted.exchange_seconds));
  settings.mail_from = wanted.mail_from;
  settings.public_url = wanted.public_url.empty() ? "http://" + wanted.listen : wanted.public_url;
  if (wanted.is_demonstration) settings.password_cost = demonstration_password_cost();
  return settings;
}

http::SiteSettings site_settings(const WantedServe& wanted, workflow::Hub& hub) {
  http::SiteSettings settings;
  settings.demonstration = wanted.is_demonstration;
  if (wanted.is_demonstration) settings.sign_in_hints = demonstration_hints(hub);
  settings.indicators = shipped_indicators();
  settings.technologies = shipped_technologies();
  settings.openapi_json = get_shipped("openapi.json");
  constexpr std::string_view schemas = "schemas/";
  for (const auto& file : shipped_files())
    if (file.name.starts_with(schemas))
      settings.schemas.emplace(file.name.substr(schemas.size()), file.text);
  if (!wanted.security_contact.empty()) settings.security_contact = wanted.security_contact;
  return settings;
}

ExitCode serve(const WantedServe& wanted, const http::ServerSettings& listening, Console& console) {
  StopSignals signals;
  base::SystemClock clock;
  FailureLog failures(console.err, clock);
  auto settings_of_hub = hub_settings(wanted);
  settings_of_hub.tell_operator = [&](const std::string& failure) { failures.tell(failure); };
  auto store =
      OpenStore::open(wanted.data, OpenStore::Ownership::alone, settings_of_hub, wanted.db);
  if (!store) return complain(console, store.error());
  base::SystemIds ids;
  auto hub = (*store)->hub(clock, ids);
  const auto settings = site_settings(wanted, hub);
  http::Site site(hub, settings);
  http::Server server(listening, [&](http::Request& request) { return site.answer(request); });
  site.show_counts(server.counts());
  const auto address = address_of(listening, server.port());
  if (wanted.is_demonstration) tell_how_to_sign_in(settings.sign_in_hints, address, console);
  workflow::request_exchanges(hub);
  jobs::Loop loop(hub);
  loop.start();
  const jobs::Sealer sealer(hub);
  console.out << "Kizuki serves on " << address << " (stop it with Ctrl-C)\n" << std::flush;
  serve_until_stopped(server, signals);
  loop.stop();
  return ExitCode::done;
}

ExitCode run_serve(const WantedServe& wanted, Console& console) {
  auto listening = server_settings(wanted.listen);
  if (!listening) return complain(console, listening.error());
  auto proxies = http::TrustedProxies::parse(wanted.trusted_proxies, "--trusted-proxy");
  if (!proxies) return complain(console, proxies.error());
  listening->trusted_proxies = std::move(*proxies);
  const auto contact = check_security_contact(wanted.security_contact);
  if (!contact) return complain(console, contact.error());
  if (wanted.is_demonstration) {
    const auto prepared = prepare_demonstration(wanted, console);
    if (!prepared) return complain(console, prepared.error());
  } else if (is_demonstration(wanted.data)) {
    return complain(console, {base::ErrorKind::refused, "--data",
                              "this folder holds a demonstration, whose passwords are public",
                              "add --demonstration, or give another folder"});
  }
  return serve(wanted, *listening, console);
}

Run prepare_serve(Options& options) {
  auto wanted = std::make_shared<WantedServe>();
  options.text("--data", wanted->data, "folder of the store", Options::Need::must);
  options.text("--db", wanted->db,
               "the PostgreSQL of the store, where the folder does not name it: another server's"
               " folder needs no more than a copy of master.key");
  options.text("--listen", wanted->listen, "address and port");
  options.texts("--trusted-proxy", wanted->trusted_proxies,
                "address or network of a reverse proxy that names the client in X-Forwarded-For;"
                " without it all who come through the proxy count as one client");
  options.flag("--demonstration", wanted->is_demonstration,
               "serve a folder of fictional organisations; makes it when the folder is empty");
  options.text("--smtp", wanted->smtp_url,
               "mail server for notices: smtp://host:25 or smtps://user:password@host:465");
  options.text("--mail-from", wanted->mail_from, "sender's address of notices");
  options.text("--public-url", wanted->public_url, "address that notices name");
  options.text("--security-contact", wanted->security_contact,
               "whom to tell of a weakness, for /.well-known/security.txt: mailto: or https://");
  options.number("--exchange-every", wanted->exchange_seconds,
                 "seconds between rounds with partners over the network (docs/BUNDLES.md)");
  return [wanted](Console& console) { return run_serve(*wanted, console); };
}

}  // namespace

Command command_serve() {
  return make_command("serve", "serve a store: pages, REST and the work behind them",
                      "  kizuki serve --data /var/lib/kizuki\n"
                      "  kizuki serve --data demo --demonstration --listen 127.0.0.1:9000\n"
                      "  kizuki serve --data /var/lib/kizuki --smtp smtp://mail.example:25 \\\n"
                      "    --mail-from notices@kizuki.example --public-url https://kizuki.example",
                      prepare_serve);
}

}  // namespace cli
