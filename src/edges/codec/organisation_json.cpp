#include "edges/codec/organisation_json.h"

namespace codec {

template base::Result<model::Organisation> decode<model::Organisation>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::Organisation>(const model::Organisation&);
template base::Result<OrganisationEdit> decode<OrganisationEdit>(std::string_view,
                                                                 const JsonLimits&);
template std::string encode<OrganisationEdit>(const OrganisationEdit&);

template base::Result<model::Contact> decode<model::Contact>(std::string_view, const JsonLimits&);
template std::string encode<model::Contact>(const model::Contact&);
template base::Result<ContactEdit> decode<ContactEdit>(std::string_view, const JsonLimits&);
template std::string encode<ContactEdit>(const ContactEdit&);

}  // namespace codec
