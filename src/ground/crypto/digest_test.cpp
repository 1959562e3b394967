#include "ground/crypto/digest.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

TEST(digest, is_blake2b_256) {
  EXPECT_EQ(base::hex(digest(base::as_bytes("abc"))),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(digest, differs_for_different_bytes) {
  EXPECT_NE(digest(base::as_bytes("a")), digest(base::as_bytes("b")));
}

}  // namespace
}  // namespace crypto
