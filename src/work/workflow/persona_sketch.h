#pragma once

#include <cstdint>
#include <span>

#include "ground/model/link.h"

namespace workflow {

/// Eight bytes of what a persona did and asked for, kept beside its match keys so that most
/// chance meetings are rejected without opening anything: one bit of 32 for each act, one of 16
/// for each word said, one of 16 for each request or technology.
[[nodiscard]] std::uint64_t sketch_of(const model::PersonaFeatures& features);

/// Whether two personas that met by place and time alone (MatchKey::Kind::place_script) share
/// too little for a link: fewer than two bits of their sketches. Personas that met by a handle, a
/// name or an employer are never rejected here.
[[nodiscard]] bool share_too_little(std::uint64_t left, std::uint64_t right);

}  // namespace workflow
