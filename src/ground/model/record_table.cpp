#include "ground/model/record_table.h"

namespace model {

RecordPart part_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::given:
      return RecordPart::given;
    case Aspect::family:
      return RecordPart::family;
    case Aspect::middle:
      return RecordPart::middle;
    case Aspect::suffix:
      return RecordPart::suffix;
    case Aspect::organisation:
      return RecordPart::organisation;
    case Aspect::birth:
      return RecordPart::birth;
    case Aspect::phone:
      return RecordPart::phone;
    case Aspect::email:
      return RecordPart::email;
    case Aspect::handle:
      return RecordPart::handle;
    case Aspect::identifier:
      return RecordPart::identifier;
    case Aspect::address:
      return RecordPart::address;
    case Aspect::place:
      return RecordPart::postcode;
    case Aspect::gender:
      return RecordPart::gender;
    case Aspect::employer:
      return RecordPart::employer;
    case Aspect::text_1:
    case Aspect::text_2:
    case Aspect::text_3:
      return RecordPart::text;
  }
  return RecordPart::text;
}

}  // namespace model
