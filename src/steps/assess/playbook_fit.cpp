#include "steps/assess/playbook_fit.h"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

constexpr double share_of_minimum = 0.6, share_of_sequence = 0.4;
constexpr double fit_min = 0.15;
constexpr std::size_t shown_max = 3;

bool holds(const std::vector<std::string>& told, const std::string& id) {
  return std::ranges::find(told, id) != told.end();
}

double minimum_met(const model::Playbook& playbook, const std::vector<std::string>& told) {
  if (playbook.minimum.empty()) return 0;
  const auto met = std::ranges::count_if(playbook.minimum, [&](const model::AnyOf& any) {
    return std::ranges::any_of(any, [&](const auto& id) { return holds(told, id); });
  });
  return static_cast<double>(met) / static_cast<double>(playbook.minimum.size());
}

/// Longest common subsequence: acts out of order count less, not nothing.
double told_in_order(const model::Playbook& playbook, const std::vector<std::string>& told) {
  if (playbook.sequence.empty()) return 0;
  std::vector<std::size_t> lengths(told.size() + 1, 0);
  for (const auto& id : playbook.sequence) {
    std::size_t diagonal = 0;
    for (std::size_t at = 1; at <= told.size(); ++at) {
      const std::size_t above = lengths[at];
      lengths[at] = told[at - 1] == id ? diagonal + 1 : std::max(above, lengths[at - 1]);
      diagonal = above;
    }
  }
  return static_cast<double>(lengths.back()) / static_cast<double>(playbook.sequence.size());
}

}  // namespace

std::vector<model::PlaybookFit> fit_playbooks(const std::vector<std::string>& told,
                                              const model::IndicatorTable& table) {
  std::vector<model::PlaybookFit> fits;
  for (const auto& playbook : table.playbooks) {
    const double exact = share_of_minimum * minimum_met(playbook, told) +
                         share_of_sequence * std::sqrt(told_in_order(playbook, told));
    const double fit = std::round(exact * 100) / 100;
    if (fit >= fit_min) fits.push_back({playbook.id, fit});
  }
  std::ranges::stable_sort(fits, std::greater{}, &model::PlaybookFit::fit);
  if (fits.size() > shown_max) fits.resize(shown_max);
  return fits;
}

}  // namespace assess
