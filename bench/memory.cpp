// What a server holds in memory over a large store while nobody is signed in, and how long a
// start takes until the first page. Runs the program `kizuki` that lies beside this benchmark.
#include <arpa/inet.h>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <netinet/in.h>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "edges/db/scratch_folder.h"
#include "http_clients.h"
#include "invented_reports.h"
#include "scratch_hub.h"
#include "timing.h"
#include "work/jobs/loop.h"
#include "work/workflow/submit_report.h"

namespace {

using bench::Stopwatch;

constexpr std::size_t report_count = 24'000;
constexpr std::size_t firm_count = 2'510;
constexpr std::size_t sites_per_firm = 5;

std::vector<model::Submission> chunk_of_reports(bench::InventedReports& reports,
                                                std::size_t count) {
  std::vector<model::Submission> chunk(count);
  for (std::size_t number = 0; number < count; ++number) {
    chunk[number].report = reports.next();
    chunk[number].report.from.organisation = fmt::format("firm-{}", number % firm_count);
  }
  return chunk;
}

void fill(const std::filesystem::path& folder) {
  bench::make_scratch_store(folder, firm_count, sites_per_firm);
  base::SystemClock clock;
  base::SystemIds ids;
  const auto store = cli::OpenStore::open(folder, cli::OpenStore::Ownership::alone).value();
  auto hub = store->hub(clock, ids);
  bench::InventedReports reports;
  constexpr std::size_t chunk = 2'000;
  for (std::size_t stored = 0; stored < report_count; stored += chunk)
    static_cast<void>(workflow::import_reports(hub, workflow::operator_principal("bench"),
                                               chunk_of_reports(reports, chunk))
                          .value());
  jobs::run_until_idle(hub, {.jobs_max = 256, .threads = 2});
}

/// A port that was free a moment ago.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): the interface of sockets
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
      ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    bench::fail_by_errno("bind");
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  ::close(socket);
  return ntohs(address.sin_port);
}

/// `kizuki serve` as a process of its own, ended with this object.
class ServerProcess {
 public:
  ServerProcess(const std::string& program, const std::string& folder, std::uint16_t port)
      : started_(Stopwatch::now()), process_(::fork()) {
    if (process_ < 0) bench::fail_by_errno("fork");
    if (process_ > 0) return;
    const auto listen = fmt::format("127.0.0.1:{}", port);
    ::execl(program.c_str(), "kizuki", "serve", "--data", folder.c_str(), "--listen",
            listen.c_str(), nullptr);
    ::_exit(127);
  }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;
  ~ServerProcess() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }

  [[nodiscard]] double seconds_up() const { return bench::seconds_since(started_); }

  /// A line of /proc/PID/status in MiB: "RssAnon", "VmRSS".
  [[nodiscard]] double mebibytes(std::string_view field) const {
    std::ifstream status(fmt::format("/proc/{}/status", process_));
    for (std::string line; std::getline(status, line);)
      if (line.starts_with(fmt::format("{}:", field)))
        return std::stod(line.substr(field.size() + 1)) / 1024;
    throw std::runtime_error("the server is gone");
  }

  void ensure_runs() const {
    if (::waitpid(process_, nullptr, WNOHANG) != 0)
      throw std::runtime_error("kizuki serve ended; run it by hand to see why");
  }

 private:
  Stopwatch::time_point started_;
  ::pid_t process_;
};

void get(bench::HttpClient& client, std::string_view path) {
  client.send(fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n\r\n", path));
  while (!client.receive()) {
  }
  if (client.status() != 200)
    throw std::runtime_error(fmt::format("{}: {}", path, client.status()));
}

std::optional<std::string> first_page_failure(std::uint16_t port) {
  try {
    bench::HttpClient client(port);
    get(client, "/");
    return std::nullopt;
  } catch (const std::exception& failure) {
    return failure.what();
  }
}

double seconds_to_first_page(const ServerProcess& server, std::uint16_t port) {
  while (const auto failure = first_page_failure(port)) {
    server.ensure_runs();
    if (server.seconds_up() > 60) throw std::runtime_error("no page in 60 s: " + *failure);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return server.seconds_up();
}

void show_memory(const ServerProcess& server, std::string_view when) {
  fmt::print("{:<44} {:>6.1f} MiB anonymous, {:>6.1f} MiB in all\n", when,
             server.mebibytes("RssAnon"), server.mebibytes("VmRSS"));
}

/// What visitors at the door open, by 32 of them at once.
void visit(std::uint16_t port) {
  std::vector<std::unique_ptr<bench::HttpClient>> visitors;
  for (int visitor = 0; visitor < 32; ++visitor)
    visitors.push_back(std::make_unique<bench::HttpClient>(port));
  for (auto& visitor : visitors)
    for (const auto* path : {"/", "/api/v1/door/settings", "/api/v1/door/vocabulary", "/healthz"})
      get(*visitor, path);
}

}  // namespace

int main() {
  const auto program = std::filesystem::canonical("/proc/self/exe").parent_path() / "kizuki";
  const db::ScratchFolder folder;
  const auto start = Stopwatch::now();
  fill(folder.path());
  fmt::print("{} reports and {} sites stored and matched in {:.0f} s\n", report_count,
             firm_count * sites_per_firm, bench::seconds_since(start));
  std::vector<double> starts_s;
  for (int round = 0; round < 3; ++round) {
    const auto port = free_port();
    const ServerProcess server(program, folder.path(), port);
    starts_s.push_back(seconds_to_first_page(server, port));
    if (round < 2) continue;
    show_memory(server, "after the first page");
    visit(port);
    std::this_thread::sleep_for(std::chrono::seconds(3));
    show_memory(server, "after 32 visitors, 3 s later");
  }
  fmt::print("{:<44} {:>6.2f} s (median of 3)\n", "from start to first page",
             bench::median(starts_s));
}
