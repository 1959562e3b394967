#pragma once

#include <memory>
#include <string>

#include "doors/cli/data_folder.h"
#include "ground/model/principal.h"
#include "work/workflow/hub.h"

namespace cli {

/// An open store with whoever works at the machine, for one command.
struct OperatorDesk {
  explicit OperatorDesk(std::unique_ptr<OpenStore> opened);

  [[nodiscard]] workflow::Hub hub() { return store->hub(clock, ids); }

  std::unique_ptr<OpenStore> store;
  base::SystemClock clock;
  base::SystemIds ids;
  model::Principal who;  ///< "operator:<system user>"
};

[[nodiscard]] base::Result<std::unique_ptr<OperatorDesk>> open_desk(const std::string& data,
                                                                    OpenStore::Ownership ownership);

/// The organisation with this key; invalid_input at `option` when there is none.
[[nodiscard]] base::Result<model::Organisation> find_organisation(OperatorDesk& desk,
                                                                  const std::string& key,
                                                                  const std::string& option);

}  // namespace cli
