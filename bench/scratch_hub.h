#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "ground/crypto/sealed.h"
#include "invented_reports.h"
#include "work/workflow/organisations.h"
#include "work/workflow/set_up_hub.h"

/// A real store for measuring: what `kizuki init` makes, with a register. All of it is fictional.
namespace bench {

/// As many police stations as the Metropolitan Police Department has, to the round hundred.
inline constexpr std::size_t stations = 100;

inline model::Organisation fictional_station(std::size_t number) {
  model::Organisation made;
  made.kind = model::OrganisationKind::station;
  made.key = fmt::format("station-{}", number);
  made.name = {fmt::format("架空の第{}警察署", number),
               fmt::format("Fictional station {}", number)};
  made.territory = {municipality(number)};
  made.fictional = true;
  return made;
}

inline model::Organisation fictional_firm(std::size_t number, std::size_t sites) {
  model::Organisation made;
  made.key = fmt::format("firm-{}", number);
  made.name = {fmt::format("架空精密工業第{}株式会社", number),
               fmt::format("Fictional Precision {} Co., Ltd.", number)};
  made.sector = "semiconductor";
  made.technologies = {"semiconductor.process"};
  made.station = fmt::format("station-{}", number % stations);
  made.fictional = true;
  for (std::size_t site = 0; site < sites; ++site)
    made.sites.push_back({fmt::format("第{}事業所", site + 1), municipality(number + site),
                          fmt::format("架空市例示町{}丁目{}番", site + 1, number % 90 + 1),
                          35.6 + 0.0001 * static_cast<double>(number % 997),
                          139.7 + 0.0001 * static_cast<double>(site)});
  return made;
}

/// Makes a store in `folder` with a bureau, the stations, and firms with some sites each.
/// `url`: an empty PostgreSQL database; "" = a file in the folder.
inline void make_scratch_store(const std::filesystem::path& folder, std::size_t firms,
                               std::size_t sites_per_firm, const std::string& url = "") {
  base::SystemClock clock;
  base::SystemIds ids;
  workflow::SetUp set_up;
  set_up.home.kind = model::OrganisationKind::bureau;
  set_up.home.key = "bureau";
  set_up.home.name = {"架空の外事課", "Fictional foreign affairs bureau"};
  set_up.home.territory = {"13"};
  set_up.home.fictional = true;
  set_up.recovery = crypto::make_keypair().open_half;
  set_up.operator_name = "bench";
  static_cast<void>(cli::make_store(folder, set_up, clock, url).value());
  const auto store = cli::OpenStore::open(folder, cli::OpenStore::Ownership::alone).value();
  auto hub = store->hub(clock, ids);
  std::vector<model::Organisation> register_rows;
  for (std::size_t number = 0; number < stations; ++number)
    register_rows.push_back(fictional_station(number));
  for (std::size_t number = 0; number < firms; ++number)
    register_rows.push_back(fictional_firm(number, sites_per_firm));
  static_cast<void>(
      workflow::import_organisations(hub, workflow::operator_principal("bench"), register_rows)
          .value());
}

}  // namespace bench
