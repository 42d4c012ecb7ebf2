#pragma once

#include "toolkit/frameworks/ciso_fields.hpp"
#include "toolkit/frameworks/framework_library.hpp"
#include "toolkit/frameworks/library_findings.hpp"
#include "toolkit/frameworks/yaml_value.hpp"

namespace hdskit {

/// A library of CISO Assistant: frameworks, mapping sets, risk matrices, each as one object or a list of them. Reference controls, threats and what else a
/// library may hold are told and passed over.
FrameworkLibrary read_ciso_library(const YamlValue& root, LibraryFindings& findings);

// Its parts.
ForeignFramework read_ciso_framework(const YamlValue& value, const CisoFields& library, LibraryFindings& findings);
ForeignMapping read_ciso_mapping(const YamlValue& value, std::string_view locale, LibraryFindings& findings);
std::optional<RiskScale> read_ciso_matrix(const YamlValue& value, std::string_view locale, LibraryFindings& findings);

} // namespace hdskit
