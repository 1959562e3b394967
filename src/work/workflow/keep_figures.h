#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/result.h"
#include "ground/model/digest.h"
#include "work/workflow/hub.h"

/// Figures that leave the desk are counted once. Whoever could have a month counted again after
/// one more report, visit or answer would learn of a single firm from the difference.
namespace workflow {

/// What is counted, and for whom. The same month and audience are the same figures for everybody.
struct FiguresFor {
  std::chrono::year_month month;  ///< the last one counted; it must be over
  std::string audience;           ///< as in model::KeptFigures
};

/// "2026-10".
[[nodiscard]] std::string month_text(std::chrono::year_month month);

/// The month that somebody asks figures of ("2026-10"; "" = the last one that is over). For police
/// alone: forbidden otherwise. invalid_input at "month" for what is no month or is not over in
/// Tokyo.
[[nodiscard]] base::Result<std::chrono::year_month> month_to_tell(const Hub& hub,
                                                                  const model::Principal& principal,
                                                                  const std::string& text);

/// "briefing", with areas "briefing 13103 13109": in order, each once.
[[nodiscard]] std::string briefing_audience(std::vector<std::string> areas);

/// The figures as they were told first. At the first asking they are counted by `count`, stored
/// beside their audit row ("figures.keep") and told; the caller's transaction must be one that
/// writes. What was not told then, because too few firms stood behind it, is not told later.
[[nodiscard]] model::KeptFigures keep_figures(Hub& hub, db::Connection& connection,
                                              const model::Principal& principal,
                                              const FiguresFor& wanted,
                                              const std::function<model::Figures()>& count);

}  // namespace workflow
