// Attacks the reader of mail files and their encodings. Whatever a mail holds, what comes out of
// it is text, and no longer than a mail can make it.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "doors/cli/mail_encoding.h"
#include "doors/cli/mail_text.h"
#include "ground/base/ensure.h"
#include "ground/text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(bytes), size);
  base::ensure(text::is_valid_utf8(cli::decode_words(file)), "a header is text");
  const auto mail = cli::read_mail(file);
  if (!mail) {
    base::ensure(!mail.error().issues.empty(), "a refusal has a reason");
    return 0;
  }
  base::ensure(text::is_valid_utf8(mail->subject) && text::is_valid_utf8(mail->sender) &&
                   text::is_valid_utf8(mail->body),
               "a mail is text");
  // No charset needs more than three bytes of UTF-8 for one of its own.
  base::ensure(mail->body.size() <= 3 * size, "a mail does not grow");
  return 0;
}
