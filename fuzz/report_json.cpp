// Attacks the decoder of kizuki.report/1. What is accepted must have a canonical text that reads
// back as the same report; what is refused must say why.
#include "edges/codec/report_json.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ground/base/ensure.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(bytes), size);
  const base::UtcTime received{1'795'230'600'000'000};  // 2026-11-21
  const auto submission = codec::parse_report(json, received);
  if (!submission) {
    base::ensure(!submission.error().issues.empty(), "a refusal has a reason");
    base::ensure(codec::is_utf8(submission.error().text()), "a refusal can be shown");
    return 0;
  }
  const auto canonical = codec::encode_report(submission->report);
  base::ensure(codec::is_utf8(canonical), "the canonical text is UTF-8");
  const auto again = codec::decode<model::Report>(canonical, codec::trusted_limits());
  base::ensure(again.has_value(), "the canonical text is accepted");
  base::ensure(*again == submission->report, "the canonical text is the same report");
  base::ensure(codec::encode_report(*again) == canonical, "there is one canonical text");
  return 0;
}
