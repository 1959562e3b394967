#include <algorithm>
#include <cmath>

#include "steps/resolve/families.h"
#include "steps/resolve/reason_codes.h"
#include "steps/resolve/weights.h"
#include "steps/resolve/words.h"

namespace resolve {
namespace {

/// Counter-indicator of the shipped table: no follow-up after the first minute of talk.
constexpr std::string_view no_follow_up_id = "OK5";

bool is_act(const std::string& id) {
  return !id.starts_with("OK");
}

std::vector<std::string> acts_of(const Features& features) {
  std::vector<std::string> acts;
  std::ranges::copy_if(features.behaviours, std::back_inserter(acts), is_act);
  return acts;
}

bool broke_off(const Features& features) {
  return std::ranges::find(features.behaviours, no_follow_up_id) != features.behaviours.end();
}

/// "public:process sheet" -> {"public", "process sheet"}
std::pair<std::string_view, std::string_view> split_request(std::string_view request) {
  const auto colon = request.find(':');
  if (colon == std::string_view::npos) return {"", request};
  return {request.substr(0, colon), request.substr(colon + 1)};
}

std::vector<std::string> classes_of(const std::vector<std::string>& requests) {
  std::vector<std::string> classes;
  for (const auto& request : requests)
    if (const std::string name(split_request(request).first);
        std::ranges::find(classes, name) == classes.end())
      classes.push_back(name);
  return classes;
}

/// Two requests are alike when the class is one and half of the words are.
bool are_alike(std::string_view left, std::string_view right) {
  if (left == right) return true;
  const auto [left_class, left_what] = split_request(left);
  const auto [right_class, right_what] = split_request(right);
  return left_class == right_class &&
         overlap(split_words(left_what), split_words(right_what)) >= 0.5;
}

/// The requests of `from` that have an alike one in `to`, by what is rarer of the two.
double alike_bits(const std::vector<std::string>& from, const std::vector<std::string>& to,
                  const Rarity& rarity) {
  double bits = 0;
  for (const auto& request : from) {
    double best = 0;
    for (const auto& other : to)
      if (are_alike(request, other)) {
        const double share =
            std::max(rarity.share(Trait::request, request), rarity.share(Trait::request, other));
        best = std::max(best, rarity_bits(weight::repeat_request, share, weight::request_max));
      }
    bits += best;
  }
  return bits;
}

std::string_view domain_of(std::string_view code) {
  return code.substr(0, code.find('.'));
}

std::vector<std::string> shared_domains(const std::vector<std::string>& left,
                                        const std::vector<std::string>& right) {
  const auto domains = [](const std::vector<std::string>& codes) {
    std::vector<std::string> out;
    for (const auto& code : codes)
      out.emplace_back(domain_of(code));
    return out;
  };
  return shared(domains(left), domains(right));
}

}  // namespace

Finding compare_employers(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  if (left.employer.empty() || right.employer.empty()) return finding;
  if (left.employer == right.employer) {
    finding.add(reason::employer_same,
                rarity_bits(weight::repeat_name, rarity.share(Trait::employer, left.employer),
                            weight::employer_max));
  } else if (overlap(split_words(left.employer), split_words(right.employer)) >= 0.5) {
    finding.add(reason::employer_same, weight::employer_near_max);
  }
  return finding;
}

Finding compare_covers(const Features& left, const Features& right) {
  Finding finding;
  const auto cover = [](const Features& features) {
    return split_words(features.title + ' ' + features.reason);
  };
  const auto both = shared(cover(left), cover(right));
  if (!both.empty())
    finding.add(reason::cover_same,
                std::min(weight::cover_max, 0.7 * static_cast<double>(both.size())),
                {std::to_string(both.size())});
  return finding;
}

Finding compare_scripts(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  const auto left_acts = acts_of(left), right_acts = acts_of(right);
  if (left_acts.empty() || right_acts.empty()) return finding;
  double bits = 0, rarest = 1;
  const auto both = shared(left_acts, right_acts);
  for (const auto& act : both) {
    const double share = rarity.share(Trait::behaviour, act);
    rarest = std::min(rarest, share);
    bits += weight::act_dependence * rarity_bits(weight::repeat_act, share, weight::script_max);
  }
  if (!both.empty())
    finding.add(reason::script_same, std::min(bits, weight::script_max),
                {joined(both), std::to_string(std::lround(100 * rarest))});
  auto rest = only_in(left_acts, right_acts);
  std::ranges::copy(only_in(right_acts, left_acts), std::back_inserter(rest));
  std::ranges::sort(rest);
  double against =
      std::max(weight::script_min, weight::act_missing * static_cast<double>(rest.size()));
  if (broke_off(left) != broke_off(right)) {
    against += weight::no_follow_up;
    rest.emplace_back(no_follow_up_id);
  }
  if (against < 0) finding.add(reason::script_differs, against, {joined(rest)});
  return finding;
}

Finding compare_said(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  double bits = 0;
  const auto both = shared(left.said_words, right.said_words);
  for (const auto& word : both)
    bits += weight::act_dependence *
            rarity_bits(weight::repeat_word, rarity.share(Trait::said, word), weight::said_max);
  if (bits > 0)
    finding.add(reason::said_same, std::min(bits, weight::said_max), {std::to_string(both.size())});
  return finding;
}

Finding compare_told(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  const auto both = shared(left.told, right.told);
  double bits = 0;
  for (const auto& idea : both)
    bits += rarity_bits(weight::repeat_told, rarity.share(Trait::told, idea), weight::idea_max);
  const auto only = std::min(left.told.size(), right.told.size()) - both.size();
  bits += weight::told_missing * static_cast<double>(only);
  bits *= weight::told_dependence;
  if (bits > 0)
    finding.add(reason::told_same, std::min(bits, weight::told_max), {std::to_string(both.size())});
  return finding;
}

Finding compare_requests(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  const auto left_classes = classes_of(left.requests), right_classes = classes_of(right.requests);
  const auto both = shared(left_classes, right_classes);
  if (both.empty()) return finding;
  double bits = std::max(alike_bits(left.requests, right.requests, rarity),
                         alike_bits(right.requests, left.requests, rarity));
  if (bits == 0) bits = weight::request_class_only;
  if (left_classes == right_classes && left_classes.size() >= 2) bits += weight::request_same_order;
  finding.add(reason::request_same, std::min(bits, weight::request_max), {joined(both)});
  return finding;
}

Finding compare_technologies(const Features& left, const Features& right, const Rarity& rarity) {
  Finding finding;
  const auto both = shared(left.technologies, right.technologies);
  double bits = 0;
  for (const auto& code : both)
    bits += rarity_bits(weight::repeat_request, rarity.share(Trait::technology, code),
                        weight::technology_max);
  const auto domains = shared_domains(left.technologies, right.technologies);
  if (!domains.empty()) bits = std::max(bits, weight::technology_prefix);
  if (bits > 0)
    finding.add(reason::technology_same, std::min(bits, weight::technology_max),
                {joined(both.empty() ? domains : both)});
  return finding;
}

}  // namespace resolve
