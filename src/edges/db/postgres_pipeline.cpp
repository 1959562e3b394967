#include "edges/db/postgres_pipeline.h"

#include <algorithm>

namespace db {
namespace {

/// The session sends without waiting for as long as this lives.
class PipelineMode {
 public:
  explicit PipelineMode(PGconn* session) : session_(session) { PQenterPipelineMode(session_); }
  PipelineMode(const PipelineMode&) = delete;
  PipelineMode& operator=(const PipelineMode&) = delete;
  ~PipelineMode() { PQexitPipelineMode(session_); }

 private:
  PGconn* session_;
};

bool send_all(PGconn* session, const std::string& name,
              const std::deque<PostgresParameters>& bound) {
  const bool are_sent = std::ranges::all_of(bound, [&](const PostgresParameters& one) {
    return PQsendQueryPrepared(session, name.c_str(), one.count(), one.values(), one.lengths(),
                               one.formats(), binary_results) == 1;
  });
  return PQpipelineSync(session) == 1 && are_sent;
}

/// Everything up to the end of the pipeline, so that the session can be used again. Each
/// statement's answer ends with a nothing; two in a row mean that libpq awaits no more, whatever
/// was sent.
std::vector<PostgresResult> receive_all(PGconn* session) {
  std::vector<PostgresResult> results;
  for (int nothings = 0; nothings < 2 && !is_gone(session);) {
    PostgresResult result(PQgetResult(session));
    if (result == nullptr) {
      ++nothings;
      continue;
    }
    nothings = 0;
    if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) break;
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace

std::vector<PostgresResult> run_pipelined(PGconn* session, const std::string& name,
                                          const std::deque<PostgresParameters>& bound) {
  std::vector<PostgresResult> results;
  {
    const PipelineMode mode(session);
    if (send_all(session, name, bound)) results = receive_all(session);
  }
  for (auto& result : results)
    result = succeeded(session, result.release());
  if (results.size() != bound.size()) static_cast<void>(succeeded(session, nullptr));
  return results;
}

}  // namespace db
