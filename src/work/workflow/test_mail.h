#pragma once

#include "edges/deliver/test_smtp_server.h"

/// For tests of the folders above: the mail server that deliver's tests talk to.
namespace workflow::for_tests {

using deliver::SmtpServer;

}  // namespace workflow::for_tests
