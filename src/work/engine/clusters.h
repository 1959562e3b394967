#pragma once

#include "steps/resolve/cluster.h"

/// Clusters of personas for workflow, which does not see the steps below.
namespace engine {

using Clusters = resolve::Clusters;
using JudgedLink = resolve::JudgedLink;
using resolve::clusters_of;

}  // namespace engine
