#pragma once

#include <libpq-fe.h>

namespace db {

/// Types of columns by PostgreSQL's own numbers, fixed for ever in its catalogue pg_type.
enum class PostgresType : Oid {
  inferred = 0,  ///< a parameter that is NULL takes the type of where it stands
  boolean = 16,
  bytea = 17,
  name = 19,
  int8 = 20,
  int2 = 21,
  int4 = 23,
  text = 25,
  float4 = 700,
  float8 = 701,
  varchar = 1043,
};

}  // namespace db
