#pragma once

#include "edges/codec/json.h"
#include "ground/model/consultation.h"

/// Consultations as docs/openapi.yaml has them. decode and encode are instantiated in
/// consultation_json.cpp for:
///   model::Consultation, model::ConsultationEdit, model::ConsultationView, model::OutcomeEdit
