#pragma once

#include "toolkit/certificates/certificate.hpp"
#include "toolkit/certificates/der.hpp"

namespace hdskit {

/// Reads the extensions of a certificate (RFC 5280 4.2) into its fields. An extension that stands twice is refused. Throws Problem damaged.
void read_extensions(DerReader extensions, CertificateFields& fields);

/// URIs of distribution points (4.2.1.13), only of those that speak of all reasons and of the certificate's own issuer.
void read_distribution_points(std::string_view value, std::vector<std::string_view>& urls);

} // namespace hdskit
