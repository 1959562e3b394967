#include <fmt/format.h>

#include "doors/cli/story_steps.h"
#include "work/workflow/dossier_timeline.h"
#include "work/workflow/judge_link.h"

/// Expectations about links and dossiers.
namespace cli {
namespace {

using model::Link;
using Finding = std::optional<std::string>;

/// Every link between the two reports that stand at `at`, strongest first.
base::Result<std::vector<Link>> links_between(StoryWorld& world, const StoryStatement& line,
                                              std::size_t at) {
  const auto left = world.report(line, line.word(at));
  if (!left) return std::unexpected(left.error());
  const auto right = world.report(line, line.word(at + 1));
  if (!right) return std::unexpected(right.error());
  auto links = workflow::links_of_report(world.hub(), world.reader(), left->id);
  if (!links) return base::pass_on(links);
  std::erase_if(*links, [&](const Link& link) {
    return link.proposal.left.report != right->id && link.proposal.right.report != right->id;
  });
  return std::move(*links);
}

std::string described(const std::vector<Link>& links) {
  if (links.empty()) return "no link";
  std::string text;
  for (const auto& link : links)
    text +=
        fmt::format("{}{} ({:.1f} bits, judged {})", text.empty() ? "" : ", ",
                    base::word_of(link.kind), link.proposal.bits, base::word_of(link.judgement));
  return text;
}

StoryFinding check_link_there(StoryWorld& world, const StoryStatement& line) {
  const auto links = links_between(world, line, 1);
  if (!links) return std::unexpected(links.error());
  const auto kind = line.word(3) == "judged" ? std::string_view{} : line.word(3);
  const auto judged = line.after("judged");
  for (const auto& link : *links) {
    const bool fits_kind = kind.empty() || base::word_of(link.kind) == kind;
    const bool fits_judgement = judged.empty() || base::word_of(link.judgement) == judged;
    if (fits_kind && fits_judgement) return Finding{};
  }
  return Finding(fmt::format("expected a link {} {}, was {}", kind, judged, described(*links)));
}

StoryFinding check_no_link(StoryWorld& world, const StoryStatement& line) {
  const auto links = links_between(world, line, 2);
  if (!links) return std::unexpected(links.error());
  return compare("no link", described(*links));
}

StoryFinding check_dossier(StoryWorld& world, const StoryStatement& line) {
  const auto id = world.dossier(line, line.word(0));
  if (!id) return std::unexpected(id.error());
  const auto view = workflow::open_dossier(world.hub(), world.reader(), *id, "linking");
  if (!view) return std::unexpected(view.error());
  const auto what = line.word(1);
  if (what == "state") return compare(line.word(2), base::word_of(view->dossier.state));
  if (what == "stage")
    return compare(line.word(2),
                   view->assessment ? base::word_of(view->assessment->stage) : "not assessed");
  if (what == "status" && view->dossier.statuses.empty()) return compare(line.word(2), "no status");
  if (what == "status")
    return compare(line.word(2), base::word_of(view->dossier.statuses.back().status));
  return story_fault(line, "this is no expectation about a dossier");
}

}  // namespace

StoryCheck check_link(StoryWorld& world, const StoryStatement& line) {
  if (line.word(0) == "link") return check_link_there(world, line);
  if (line.word(0) == "no" && line.word(1) == "link") return check_no_link(world, line);
  if (world.has_dossier(line.word(0))) return check_dossier(world, line);
  return std::nullopt;
}

}  // namespace cli
