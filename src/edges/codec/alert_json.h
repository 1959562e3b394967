#pragma once

#include "edges/codec/json.h"
#include "ground/model/alert_view.h"
#include "ground/model/bundle.h"

/// Alerts, deliveries and what people send and see around them, as docs/openapi.yaml has them.
/// decode and encode are instantiated in alert_json.cpp for:
///   model::Alert, model::AlertText, model::AlertEdit, model::AlertView, model::Delivery,
///   model::AcknowledgementEdit, model::InboxItem, model::InboxAlert, model::Notice,
///   model::HandedAlert, model::HandedAnswer
