#include "doors/cli/command.h"

int main(int count, char** words) {
  return cli::run_program(count, words);
}
