#include "work/workflow/read_words.h"

#include "ground/model/report.h"
#include "steps/alert/phrases.h"
#include "work/engine/read.h"

namespace workflow {

base::Result<model::Reading> read_words(const Hub& hub, std::string_view text,
                                        std::optional<model::Language> hint) {
  if (text.size() > model::ReportLimits::narrative_bytes_max)
    return base::fail(base::ErrorKind::too_large, "/text", "the text is over 64 KiB",
                      "send the part that matters");
  return engine::read(text, hint, hub.knowledge);
}

model::Bilingual innocent_words(const model::Indicator& indicator) {
  return alert::innocent_phrase(indicator.id)
      .value_or(model::Bilingual{indicator.innocent_reading, indicator.innocent_reading});
}

}  // namespace workflow
