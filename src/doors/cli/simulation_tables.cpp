#include "doors/cli/simulation_tables.h"

#include "doors/cli/shipped.h"
#include "ground/base/ensure.h"

namespace cli {

simulate::Words shipped_simulation() {
  auto words = simulate::parse_words(
      {get_shipped("simulation/fragments.tsv"), get_shipped("simulation/persons.tsv"),
       get_shipped("simulation/employers.tsv"), get_shipped("simulation/things.tsv"),
       get_shipped("simulation/places.tsv"), get_shipped("simulation/spots.tsv")});
  base::ensure(words.has_value(), "the shipped tables of the simulation can be read");
  return std::move(*words);
}

}  // namespace cli
