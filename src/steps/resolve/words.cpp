#include "steps/resolve/words.h"

#include <algorithm>
#include <iterator>

namespace resolve {
namespace {

std::vector<std::string> sorted_unique(std::vector<std::string> words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::vector<std::string> shared(const std::vector<std::string>& left,
                                const std::vector<std::string>& right) {
  std::vector<std::string> both;
  if (left.empty() || right.empty()) return both;
  std::ranges::set_intersection(sorted_unique(left), sorted_unique(right),
                                std::back_inserter(both));
  return both;
}

std::vector<std::string> only_in(const std::vector<std::string>& left,
                                 const std::vector<std::string>& right) {
  std::vector<std::string> rest;
  std::ranges::set_difference(sorted_unique(left), sorted_unique(right), std::back_inserter(rest));
  return rest;
}

double overlap(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  const auto both = shared(left, right).size();
  if (both == 0) return 0;
  const auto all = sorted_unique(left).size() + sorted_unique(right).size() - both;
  return static_cast<double>(both) / static_cast<double>(all);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

bool within_one_letter(std::string_view left, std::string_view right) {
  if (left.size() > right.size()) std::swap(left, right);
  if (right.size() - left.size() > 1) return false;
  const auto [at_left, at_right] = std::ranges::mismatch(left, right);
  const auto start = static_cast<std::size_t>(at_left - left.begin());
  const auto skip_left = left.size() == right.size() && start < left.size() ? 1U : 0U;
  if (start == right.size()) return true;
  return left.substr(start + skip_left) == right.substr(start + 1);
}

}  // namespace resolve
