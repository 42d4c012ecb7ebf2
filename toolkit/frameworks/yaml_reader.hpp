#pragma once

#include "toolkit/frameworks/library_findings.hpp"
#include "toolkit/frameworks/yaml_value.hpp"

#include <optional>

namespace hdskit {

constexpr int yaml_depth_limit = 32;                   ///< lists and maps in one another; a library needs 8
constexpr std::size_t yaml_value_limit = 1'000'000;    ///< values of a document, those that aliases repeat included: 100,000 requirements
constexpr std::size_t yaml_repeated_limit = 16u << 20; ///< bytes of text that aliases may repeat

/// Reads one YAML document (UTF-8, with or without byte order mark) with libyaml: docs/decisions/0013-libyaml-reads-foreign-libraries.md. Nothing, and
/// the reason among the findings, for what is no YAML, goes beyond the limits, or has tags of a programming language. Duplicate keys are refused and the
/// reading goes on. The caller bounds the size.
std::optional<YamlValue> read_yaml(std::string_view bytes, LibraryFindings& findings);

} // namespace hdskit
