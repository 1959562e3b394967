#include "work/workflow/verify_store.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "edges/store/account.h"
#include "edges/store/alert.h"
#include "edges/store/audit.h"
#include "edges/store/consultation.h"
#include "edges/store/contact.h"
#include "edges/store/delivery.h"
#include "edges/store/dossier.h"
#include "edges/store/hub.h"
#include "edges/store/keeping.h"
#include "edges/store/kept_figures.h"
#include "edges/store/lesson.h"
#include "edges/store/link.h"
#include "edges/store/mailbox.h"
#include "edges/store/meeting.h"
#include "edges/store/organisation.h"
#include "edges/store/partner.h"
#include "edges/store/report.h"
#include "edges/store/reporter.h"
#include "edges/store/small_fact.h"
#include "edges/store/visit.h"
#include "ground/crypto/chain.h"
#include "work/workflow/record.h"
#include "work/workflow/seal_audit.h"

namespace workflow {
namespace {

using model::Verification;
using store::CommittedContent;
using store::ContentSource;

bool is_same(base::BytesView stored, std::span<const std::uint8_t> expected) {
  return std::equal(stored.begin(), stored.end(), expected.begin(), expected.end());
}

/// Walks the chain beside its own computation of it.
class ChainCheck {
 public:
  ChainCheck(db::Connection& connection, const crypto::VerifyingKey& key)
      : connection_(connection), key_(key) {}

  Verification run() {
    store::for_each_in_chain(connection_, [this](const store::ChainRow& row) {
      if (found_.first_broken.empty()) check(row);
    });
    if (found_.first_broken.empty()) check_end();
    found_.unsealed = store::count_pending(connection_);
    found_.holds = found_.first_broken.empty();
    return found_;
  }

 private:
  void check(const store::ChainRow& row) {
    const auto bytes = bytes_of(row.sealed.entry);
    const auto expected_sequence = found_.entries + 1;
    const auto name =
        fmt::format("audit entry {} ({})", expected_sequence, row.sealed.entry.action);
    if (row.sealed.sequence != expected_sequence)
      return complain(fmt::format("audit entry {} is missing", expected_sequence));
    const auto hash =
        crypto::chain_hash(head_, static_cast<std::uint64_t>(expected_sequence), bytes);
    if (!is_same(row.previous_hash, head_))
      return complain(name + " does not follow the entry before it");
    if (!is_same(row.sealed.hash, hash)) return complain(name + " is not what was sealed");
    head_ = hash;
    tree_.append(crypto::leaf_hash(bytes));
    found_.entries = expected_sequence;
    check_checkpoint();
  }

  void check_checkpoint() {
    const auto checkpoint = store::find_checkpoint(connection_, found_.entries);
    if (!checkpoint) return;
    ++checkpoints_;
    last_checkpoint_ = found_.entries;
    crypto::Signature signature{};
    if (checkpoint->signature.size() == signature.size())
      std::copy(checkpoint->signature.begin(), checkpoint->signature.end(), signature.begin());
    const auto bytes = bytes_of_checkpoint(checkpoint->tree_size, checkpoint->tree_root,
                                           checkpoint->chain_head, checkpoint->at);
    base::Bytes frontier;
    for (const auto& subtree : tree_.subtrees())
      frontier.insert(frontier.end(), subtree.begin(), subtree.end());
    if (!is_same(checkpoint->tree_root, tree_.root()) || !is_same(checkpoint->chain_head, head_) ||
        checkpoint->frontier != frontier || checkpoint->signature.size() != signature.size() ||
        !crypto::is_signed(key_, checkpoint_purpose, bytes, signature))
      return complain(fmt::format("the checkpoint over {} audit entries is not what was signed",
                                  found_.entries));
    found_.last_checkpoint =
        model::Checkpoint{checkpoint->tree_size, checkpoint->tree_root, checkpoint->chain_head,
                          checkpoint->at, checkpoint->signature};
  }

  void check_end() {
    if (last_checkpoint_ != found_.entries)
      complain(fmt::format("no signed checkpoint covers audit entry {}", found_.entries));
    else if (store::count_checkpoints(connection_) != checkpoints_)
      complain(fmt::format("audit entry {} is missing, though a checkpoint covers it",
                           found_.entries + 1));
  }

  void complain(std::string problem) { found_.first_broken = std::move(problem); }

  db::Connection& connection_;
  const crypto::VerifyingKey& key_;
  Verification found_;
  crypto::Hash32 head_{};
  crypto::TreeFrontier tree_;
  std::int64_t checkpoints_ = 0;
  std::int64_t last_checkpoint_ = 0;
};

/// What the record commits to for one object.
struct Promise {
  std::vector<base::Bytes> commitments;  ///< oldest first
  bool has_ended = false;
  bool was_met = false;
};

class ContentCheck {
 public:
  ContentCheck(db::Connection& connection, const store::Keys& keys,
               std::span<const ContentSource> sources)
      : connection_(connection), keys_(keys), sources_(sources) {}

  /// What is broken first; "" = nothing.
  std::string run() {
    gather_promises();
    for (const auto& source : sources_) {
      source.for_each(connection_, keys_, [this](const CommittedContent& content) {
        if (broken_.empty()) check(content);
      });
      if (!broken_.empty()) return broken_;
    }
    for (const auto& [object, promise] : promises_)
      if (!promise.was_met && !promise.has_ended && !promise.commitments.empty() && broken_.empty())
        complain(fmt::format("{} {} is recorded and not there", object.first,
                             base::format_uuid(object.second)));
    return broken_;
  }

 private:
  using Object = std::pair<std::string, base::UuidBytes>;

  void gather_promises() {
    std::map<std::string, const ContentSource*> source_of;
    for (const auto& source : sources_)
      for (const auto& kind : source.object_kinds)
        source_of[kind] = &source;
    store::for_each_mention(connection_, [&](const store::Mention& mention) {
      const auto source = source_of.find(mention.object_kind);
      if (source == source_of.end()) return;
      const auto& endings = source->second->ending_actions;
      const bool is_ending =
          std::find(endings.begin(), endings.end(), mention.action) != endings.end();
      if (mention.commitment.empty() && !is_ending) return;
      auto& promise = promises_[{mention.object_kind, mention.object}];
      promise.has_ended = is_ending;
      if (!mention.commitment.empty()) promise.commitments.push_back(mention.commitment);
    });
  }

  void check(const CommittedContent& content) {
    const auto name = fmt::format("{} {}", content.object_kind, base::format_uuid(content.object));
    if (!content.problem.empty())
      return complain(fmt::format("{} cannot be read: {}", name, content.problem));
    const auto promise = promises_.find({content.object_kind, content.object});
    if (promise == promises_.end() || promise->second.commitments.empty())
      return complain(name + " is there and not recorded");
    promise->second.was_met = true;
    const auto& commitments = promise->second.commitments;
    const bool holds = content.is_newest ? commitments.back() == content.commitment
                                         : std::find(commitments.begin(), commitments.end(),
                                                     content.commitment) != commitments.end();
    if (!holds) complain(name + " is not what was recorded");
  }

  void complain(std::string problem) { broken_ = std::move(problem); }

  db::Connection& connection_;
  const store::Keys& keys_;
  std::span<const ContentSource> sources_;
  std::map<Object, Promise> promises_;
  std::string broken_;
};

/// What is broken, as one finding more; the counts stay.
Verification broken(Verification found, std::string problem) {
  found.holds = false;
  found.first_broken = std::move(problem);
  return found;
}

}  // namespace

Verification verify_record(db::Connection& connection, const crypto::VerifyingKey& key) {
  try {
    return ChainCheck(connection, key).run();
  } catch (const base::OutsideFailure& failure) {
    // A row that does not even have its types is what was looked for.
    return broken({}, fmt::format("the record cannot be read: {}", failure.what()));
  }
}

Verification verify_store(db::Connection& connection, const store::Keys& keys,
                          std::span<const ContentSource> sources) {
  if (const auto damage = db::find_damage(connection); !damage.empty())
    return broken({}, fmt::format("the database is damaged: {}", damage.front()));
  const auto key = crypto::SigningKey(keys.signing).verifying_key();
  auto found = verify_record(connection, key);
  if (!found.holds) return found;
  if (store::find_verifying_key(connection) != key)
    return broken(found, "the hub's public key is not that of its signing key");
  try {
    if (auto problem = ContentCheck(connection, keys, sources).run(); !problem.empty())
      return broken(found, problem);
  } catch (const base::OutsideFailure& failure) {
    return broken(found, fmt::format("content cannot be read: {}", failure.what()));
  }
  return found;
}

Verification verify_store(db::Database& database, const store::Keys& keys) {
  return database.read([&](db::Connection& connection) {
    return verify_store(connection, keys, content_sources());
  });
}

base::Result<Verification> verify_hub(Hub& hub, const model::Principal& principal) {
  if (auto decided = rights::decide(principal, rights::Action::audit_verify, {}); !decided)
    return base::pass_on(decided);
  auto found = verify_store(hub.database, hub.keys);
  hub.database.write([&](db::Connection& connection) {
    record(hub, connection, principal,
           {.action = base::word_of(rights::Action::audit_verify),
            .object_kind = "audit",
            .purpose = "audit"});
  });
  return found;
}

std::vector<ContentSource> content_sources() {
  std::vector<ContentSource> sources = {
      store::organisation_content(), store::contact_content(),      store::account_content(),
      store::report_content(),       store::mailbox_content(),      store::link_content(),
      store::dossier_content(),      store::delivery_content(),     store::partner_content(),
      store::visit_content(),        store::consultation_content(), store::lesson_content(),
      store::meeting_content(),      store::meeting_task_content(), store::kept_figures_content(),
      store::keeping_content(),      store::fact_content()};
  std::ranges::move(store::alert_content(), std::back_inserter(sources));
  std::ranges::move(store::reporter_content(), std::back_inserter(sources));
  return sources;
}

}  // namespace workflow
