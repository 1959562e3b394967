#include "doors/cli/command.h"
#include "doors/cli/command_backup.h"
#include "doors/cli/command_bundle.h"
#include "doors/cli/command_custodian.h"
#include "doors/cli/command_import.h"
#include "doors/cli/command_init.h"
#include "doors/cli/command_link.h"
#include "doors/cli/command_match.h"
#include "doors/cli/command_migrate.h"
#include "doors/cli/command_move.h"
#include "doors/cli/command_names.h"
#include "doors/cli/command_partner.h"
#include "doors/cli/command_read.h"
#include "doors/cli/command_restore.h"
#include "doors/cli/command_risk.h"
#include "doors/cli/command_screen.h"
#include "doors/cli/command_serve.h"
#include "doors/cli/command_simulate.h"
#include "doors/cli/command_story.h"
#include "doors/cli/command_user.h"
#include "doors/cli/command_verify.h"

namespace cli {

const std::vector<Command>& all_commands() {
  static const std::vector<Command> commands{
      command_init(),      command_serve(),   command_import(),   command_read(),
      command_names(),     command_link(),    command_screen(),   command_match(),
      command_risk(),      command_story(),   command_verify(),   command_user(),
      command_custodian(), command_partner(), command_bundle(),   command_backup(),
      command_restore(),   command_migrate(), command_simulate(), command_move(),
  };
  return commands;
}

}  // namespace cli
