#include "edges/codec/audit_json.h"

namespace codec {

template base::Result<model::SealedEntry> decode<model::SealedEntry>(std::string_view,
                                                                     const JsonLimits&);
template std::string encode<model::SealedEntry>(const model::SealedEntry&);
template base::Result<model::Verification> decode<model::Verification>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::Verification>(const model::Verification&);
template base::Result<model::ReporterOpening> decode<model::ReporterOpening>(std::string_view,
                                                                             const JsonLimits&);
template std::string encode<model::ReporterOpening>(const model::ReporterOpening&);
template base::Result<model::CustodianKey> decode<model::CustodianKey>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::CustodianKey>(const model::CustodianKey&);

}  // namespace codec
