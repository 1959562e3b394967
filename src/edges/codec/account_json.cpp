#include "edges/codec/account_json.h"

namespace codec {

template base::Result<model::Account> decode<model::Account>(std::string_view, const JsonLimits&);
template std::string encode<model::Account>(const model::Account&);
template base::Result<model::Session> decode<model::Session>(std::string_view, const JsonLimits&);
template std::string encode<model::Session>(const model::Session&);
template base::Result<model::ApiToken> decode<model::ApiToken>(std::string_view, const JsonLimits&);
template std::string encode<model::ApiToken>(const model::ApiToken&);

}  // namespace codec
