#include "toolkit/certificates/certificate_extensions.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

// Contents of object identifiers, as DER writes them.
constexpr auto subject_key_oid = "\x55\x1d\x0e"sv, key_usage_oid = "\x55\x1d\x0f"sv, subject_names_oid = "\x55\x1d\x11"sv, constraints_oid = "\x55\x1d\x13"sv,
               points_oid = "\x55\x1d\x1f"sv, policies_oid = "\x55\x1d\x20"sv, authority_key_oid = "\x55\x1d\x23"sv, extended_usage_oid = "\x55\x1d\x25"sv,
               freshest_oid = "\x55\x1d\x2e"sv, key_period_oid = "\x55\x1d\x10"sv, information_oid = "\x2b\x06\x01\x05\x05\x07\x01\x01"sv,
               status_oid = "\x2b\x06\x01\x05\x05\x07\x30\x01"sv;
/// 1.2.250.1.71.1.2, below which the French nomenclature of health products stands.
constexpr auto nomenclature_oid = "\x2a\x81\x7a\x01\x47\x01\x02"sv;
constexpr std::uint8_t uri_tag = 0x86, key_id_tag = 0x80, point_name_tag = 0xa0, full_name_tag = 0xa0, reasons_tag = 0x81, list_issuer_tag = 0xa2;
constexpr std::size_t most_extensions = 64, most_urls = 16, most_usages = 32;

void read_key_usage(std::string_view value, CertificateFields& fields) {
  unsigned unused = 0;
  const auto bits = der_bits(whole_element(value), unused);
  std::uint16_t usage = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(bits.size() * 8, 16); ++i)
    if ((static_cast<std::uint8_t>(bits[i / 8]) & (0x80u >> i % 8)) != 0) usage = static_cast<std::uint16_t>(usage | 1u << i);
  fields.key_usage = usage;
}

void read_constraints(std::string_view value, CertificateFields& fields) {
  DerReader reader{DerReader{value}.expect(DerTag::sequence).content};
  if (const auto authority = reader.take_if(DerTag::boolean)) fields.is_authority = der_boolean(*authority);
  if (const auto length = reader.take_if(DerTag::integer)) {
    const auto number = der_small_integer(*length);
    constexpr std::int64_t longest = 1000;
    fields.path_length = static_cast<int>(std::min(number, longest));
  }
  reader.expect_end();
}

void read_extended_usage(std::string_view value, CertificateFields& fields) {
  DerReader reader{whole_element(value).content};
  while (!reader.at_end()) {
    fields.extended_key_usage.push_back(reader.expect(DerTag::oid).content);
    if (fields.extended_key_usage.size() > most_usages) refuse_der(marked("a list is longer than any certificate has"));
  }
}

void read_authority_key(std::string_view value, CertificateFields& fields) {
  DerReader reader{whole_element(value).content};
  if (const auto key = reader.take_if(key_id_tag)) fields.authority_key = key->content;
}

void read_policies(std::string_view value, CertificateFields& fields) {
  DerReader reader{whole_element(value).content};
  while (!reader.at_end()) {
    fields.policies.push_back(reader.inside(DerTag::sequence).expect(DerTag::oid).content);
    if (fields.policies.size() > most_usages) refuse_der(marked("a list is longer than any certificate has"));
  }
}

void read_information(std::string_view value, CertificateFields& fields) {
  DerReader reader{whole_element(value).content};
  while (!reader.at_end()) {
    auto access = reader.inside(DerTag::sequence);
    const auto method = access.expect(DerTag::oid).content;
    const auto place = access.next();
    if (method == status_oid && place.tag == uri_tag && fields.status_urls.size() < most_urls) fields.status_urls.push_back(place.content);
  }
}

void read_nomenclature(std::string_view arc, std::string_view value, CertificateFields& fields) {
  if (arc == "\x02"sv) fields.card_type = value;
  else if (arc == "\x03"sv) fields.card_number = value;
  else if (arc == "\x05"sv) fields.card_category = value;
  else if (arc == "\x07"sv) fields.profession = value;
  else if (arc == "\x08"sv) fields.formation = value;
}

/// False when the extension is none that we know.
bool read_extension(std::string_view oid, std::string_view value, CertificateFields& fields) {
  if (oid.starts_with(nomenclature_oid)) read_nomenclature(oid.substr(nomenclature_oid.size()), value, fields);
  else if (oid == key_usage_oid) read_key_usage(value, fields);
  else if (oid == constraints_oid) read_constraints(value, fields);
  else if (oid == extended_usage_oid) read_extended_usage(value, fields);
  else if (oid == subject_key_oid) fields.subject_key = DerReader{value}.expect(DerTag::octet_string).content;
  else if (oid == authority_key_oid) read_authority_key(value, fields);
  else if (oid == points_oid) read_distribution_points(value, fields.revocation_list_urls);
  else if (oid == policies_oid) read_policies(value, fields);
  else if (oid == information_oid) read_information(value, fields);
  else return oid == freshest_oid || oid == key_period_oid || oid == subject_names_oid;
  return true;
}

} // namespace

void read_distribution_points(std::string_view value, std::vector<std::string_view>& urls) {
  DerReader points{whole_element(value).content};
  while (!points.at_end()) {
    auto point = points.inside(DerTag::sequence);
    const auto name = point.take_if(point_name_tag);
    if (point.take_if(reasons_tag) || point.take_if(list_issuer_tag) || !name) continue;
    DerReader choice{name->content};
    const auto full = choice.take_if(full_name_tag);
    if (!full) continue;
    for (DerReader names{full->content}; !names.at_end();)
      if (const auto one = names.next(); one.tag == uri_tag && urls.size() < most_urls) urls.push_back(one.content);
  }
}

void read_extensions(DerReader extensions, CertificateFields& fields) {
  std::array<std::string_view, most_extensions> seen;
  std::size_t count = 0;
  while (!extensions.at_end()) {
    auto extension = extensions.inside(DerTag::sequence);
    const auto oid = extension.expect(DerTag::oid).content;
    const auto critical = extension.take_if(DerTag::boolean);
    const auto value = extension.expect(DerTag::octet_string).content;
    extension.expect_end();
    if (count == most_extensions) refuse_der(marked("a list is longer than any certificate has"));
    if (std::find(seen.begin(), seen.begin() + static_cast<std::ptrdiff_t>(count), oid) != seen.begin() + static_cast<std::ptrdiff_t>(count))
      refuse_der(marked("an extension stands twice"));
    seen[count++] = oid;
    if (!read_extension(oid, value, fields) && critical && der_boolean(*critical)) fields.unknown_critical = true;
  }
}

} // namespace hdskit
