#include "edges/deliver/notice.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "edges/render/words.h"

namespace deliver {
namespace {

struct Codes {
  std::string_view subject, body;
};

Codes codes_of(Occasion occasion) {
  switch (occasion) {
    case Occasion::notice:
      return {"mail_alert_subject", "mail_alert_body"};
    case Occasion::correction:
      return {"mail_correction_subject", "mail_correction_body"};
    case Occasion::reminder:
      return {"mail_reminder_subject", "mail_reminder_body"};
    case Occasion::follow_up:
      return {"mail_follow_up_subject", "mail_follow_up_body"};
  }
  return {};
}

}  // namespace

base::Result<Mail> notice_mail(const alert::Approved& approved,
                               const share::Cleared<model::Delivery>& cleared, Occasion occasion,
                               const Envelope& envelope) {
  if (cleared.value().alert != approved.alert().id)
    return base::fail(base::ErrorKind::refused, "/alert", "the delivery is of another alert");
  const auto codes = codes_of(occasion);
  const std::array link{envelope.public_url};
  const auto subject = render::words_of(codes.subject);
  const auto body = render::words_of(codes.body, link);
  Mail mail;
  mail.from = envelope.from;
  mail.to = envelope.to;
  mail.subject = fmt::format("{} / {}", subject.ja, subject.en);
  mail.body = fmt::format("{}\n\n----\n\n{}\n", body.ja, body.en);
  mail.message_id = envelope.message_id;
  mail.date = envelope.date;
  return mail;
}

std::string message_id(const std::string& unique, const std::string& from) {
  auto at = from.rfind('@');
  return fmt::format("{}@{}", unique, at == from.npos ? "localhost" : from.substr(at + 1));
}

}  // namespace deliver
