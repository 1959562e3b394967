#include "steps/resolve/record_priors.h"

namespace resolve {

// One row an aspect, in the order of model::Aspect; columns are levels.

const LevelShares& usual_same() {
  static constexpr LevelShares shares = {{
      {0, .06, .06, .16, .72},       // given
      {0, .06, .04, .14, .76},       // family
      {0, .15, .20, .10, .55},       // middle
      {0, .01, .99},                 // suffix
      {0, .10, .10, .25, .55},       // organisation
      {0, .04, .04, .05, .09, .78},  // birth
      {0, .25, .05, .70},            // phone
      {0, .25, .12, .63},            // email
      {0, .25, .05, .70},            // handle
      {0, .10, .10, .80},            // identifier
      {0, .25, .10, .20, .45},       // address
      {0, .12, .03, .15, .07, .63},  // place
      {0, .02, .98},                 // gender
      {0, .40, .10, .10, .40},       // employer
      {0, .40, .10, .50},            // text_1
      {0, .40, .10, .50},            // text_2
      {0, .40, .10, .50},            // text_3
  }};
  return shares;
}

const LevelShares& usual_strangers() {
  static constexpr LevelShares shares = {{
      {0, .930, .055, .006, .009},          // given
      {0, .962, .030, .005, .003},          // family
      {0, .800, .140, .020, .040},          // middle
      {0, .600, .400},                      // suffix
      {0, .970, .020, .007, .003},          // organisation
      {0, .960, .025, .013, .0015, .0002},  // birth
      {0, .9998, .0001, .0001},             // phone
      {0, .9990, .0006, .0004},             // email
      {0, .9995, .0003, .0002},             // handle
      {0, .9996, .0003, .0001},             // identifier
      {0, .960, .032, .006, .002},          // address
      {0, .930, .030, .030, .004, .006},    // place
      {0, .500, .500},                      // gender
      {0, .970, .020, .005, .005},          // employer
      {0, .890, .030, .080},                // text_1
      {0, .890, .030, .080},                // text_2
      {0, .890, .030, .080},                // text_3
  }};
  return shares;
}

}  // namespace resolve
