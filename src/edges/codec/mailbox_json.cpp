#include "edges/codec/archive.h"
#include "ground/model/report_record.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::MailboxMessage& message) {
  archive.required("from", message.from);
  archive.required("at", message.at);
  archive.optional("code", message.code);
  archive.optional("text", message.text);
}

template <class Archive>
void describe(Archive& archive, model::Mailbox& mailbox) {
  archive.required("state", mailbox.state);
  archive.required("messages", mailbox.messages, list_up_to(1000));
}

template <class Archive>
void describe(Archive& archive, model::Receipt& receipt) {
  archive.optional("report", receipt.report);
  archive.optional("code", receipt.code);
  archive.required("state", receipt.state);
  archive.optional("was_there", receipt.was_there);
  archive.optional("advice", receipt.advice);
}

template base::Result<model::MailboxMessage> decode<model::MailboxMessage>(std::string_view,
                                                                           const JsonLimits&);
template std::string encode<model::MailboxMessage>(const model::MailboxMessage&);
template base::Result<model::Mailbox> decode<model::Mailbox>(std::string_view, const JsonLimits&);
template std::string encode<model::Mailbox>(const model::Mailbox&);
template base::Result<model::Receipt> decode<model::Receipt>(std::string_view, const JsonLimits&);
template std::string encode<model::Receipt>(const model::Receipt&);

}  // namespace codec
