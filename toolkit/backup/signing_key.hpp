#pragma once

#include "toolkit/base/signature.hpp"

namespace hdskit {

// The file with which a machine signs its results: private key, then public key, both PEM, for its owner only.

/// Makes a new key; never over a file that stands there (Problem refused). Gives the public key.
std::string create_signing_key(const std::filesystem::path& file);

/// Throws Problem refused when others than its owner may read it, bad_input when it is no such file.
KeyPair read_signing_key(const std::filesystem::path& file);

} // namespace hdskit
