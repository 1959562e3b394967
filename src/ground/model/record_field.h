#pragma once

#include <cstddef>
#include <cstdint>

#include "ground/base/vocabulary.h"

namespace model {

/// What a column of a table of records holds. The words stand in a schema file.
enum class RecordField : std::uint8_t {
  id,       ///< names the row; never compared
  ignored,  ///< not read
  given_name,
  middle_name,
  family_name,
  full_name,     ///< the name in one field, any order
  other_name,    ///< an alias, a name in its own script, a maiden name
  organisation,  ///< the name of an organisation that the row is about
  suffix,        ///< Jr, Sr, III
  birth_date,
  birth_year,
  birth_month,
  birth_day,
  phone,
  email,
  handle,      ///< an account of a messenger or network
  identifier,  ///< a number that an authority gave: compared within its own column
  street_number,
  address,  ///< street, house, or the address in one field
  city,
  region,  ///< state, prefecture, country
  postcode,
  gender,
  employer,
  text  ///< anything else: compared as text where it helps
};
constexpr auto vocabulary(RecordField) {
  return base::make_vocabulary<RecordField>(
      "id", "ignored", "given_name", "middle_name", "family_name", "full_name", "other_name",
      "organisation", "suffix", "birth_date", "birth_year", "birth_month", "birth_day", "phone",
      "email", "handle", "identifier", "street_number", "address", "city", "region", "postcode",
      "gender", "employer", "text");
}

/// One question that two records are asked. Several columns can answer one question (telephone 1
/// and 2), so that no piece of evidence counts twice.
enum class Aspect : std::uint8_t {
  given,
  family,
  middle,
  suffix,
  organisation,
  birth,
  phone,
  email,
  handle,
  identifier,
  address,
  place,
  gender,
  employer,
  text_1,
  text_2,
  text_3
};
inline constexpr std::size_t aspect_count = 17;
constexpr auto vocabulary(Aspect) {
  return base::make_vocabulary<Aspect>("given", "family", "middle", "suffix", "organisation",
                                       "birth", "phone", "email", "handle", "identifier", "address",
                                       "place", "gender", "employer", "text_1", "text_2", "text_3");
}

}  // namespace model
