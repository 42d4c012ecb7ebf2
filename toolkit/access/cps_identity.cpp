#include "toolkit/access/cps_identity.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/der.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

constexpr auto client_authentication = "\x2b\x06\x01\x05\x05\x07\x03\x02"sv;
constexpr std::uint8_t test_bit = 0x80, software = 0x03; ///< nomenclature G01: 0x00 card, 0x02 module, 0x03 software; with 0x80 of the test hierarchy

struct Profession {
  std::int64_t code;
  const char* label; ///< marked message
};
constexpr Profession professions[] = {{10, marked("doctor")},
                                      {21, marked("pharmacist")},
                                      {26, marked("hearing-aid specialist")},
                                      {28, marked("optician")},
                                      {31, marked("dental assistant")},
                                      {32, marked("medical physicist")},
                                      {40, marked("dentist")},
                                      {50, marked("midwife")},
                                      {60, marked("nurse")},
                                      {69, marked("psychiatric nurse")},
                                      {70, marked("physiotherapist")},
                                      {80, marked("podiatrist")},
                                      {81, marked("orthoprosthetist")},
                                      {82, marked("podo-orthotist")},
                                      {83, marked("orthopaedist-orthotist")},
                                      {84, marked("ocularist")},
                                      {85, marked("epithesist")},
                                      {86, marked("laboratory technician")},
                                      {91, marked("speech therapist")},
                                      {92, marked("orthoptist")},
                                      {94, marked("occupational therapist")},
                                      {95, marked("dietitian")},
                                      {96, marked("psychomotor therapist")},
                                      {98, marked("radiographer")}};

struct Attribute {
  std::string_view type;
  std::string CpsIdentity::*place;
};
constexpr Attribute attributes[] = {{"2.5.4.3", &CpsIdentity::national_id}, {"2.5.4.4", &CpsIdentity::surname},       {"2.5.4.42", &CpsIdentity::given_name},
                                    {"2.5.4.12", &CpsIdentity::title},      {"2.5.4.10", &CpsIdentity::organisation}, {"2.5.4.11", &CpsIdentity::structure_id}};
constexpr std::string_view pseudonym_type = "2.5.4.65";

std::optional<std::int64_t> integer_in(std::string_view value) {
  if (value.empty()) return std::nullopt;
  const auto element = whole_element(value);
  if (!element.is(DerTag::integer)) return std::nullopt;
  return der_small_integer(element);
}

std::optional<std::uint8_t> category_in(std::string_view value) {
  if (value.empty()) return std::nullopt;
  const auto element = whole_element(value);
  if (!element.is(DerTag::octet_string) || element.content.size() != 1) return std::nullopt;
  return static_cast<std::uint8_t>(element.content[0]);
}

std::string card_number_in(std::string_view value) {
  if (value.empty()) return "";
  const auto text = der_text(whole_element(value)); // "8025000001/2800636234": issuer, card
  const auto slash = text.find('/');
  return slash == std::string::npos ? text : text.substr(slash + 1);
}

std::string value_of(const std::vector<NameAttribute>& name, std::string_view type, std::size_t last = 0) {
  std::string value;
  for (const auto& attribute : name)
    if (attribute.type == type && (value.empty() || last != 0)) value = attribute.text;
  return value;
}

void read_issuer(const CertificateFields& certificate, CpsIdentity& identity) {
  const auto issuer = attributes_of(certificate.issuer);
  const auto organisation = value_of(issuer, "2.5.4.10"), name = value_of(issuer, "2.5.4.3"), unit = value_of(issuer, "2.5.4.11", 1);
  if (organisation == "GIP-CPS" || organisation == "GIP-CPS-TEST" || organisation == "gip-cps") identity.hierarchy = Hierarchy::legacy;
  else if (organisation == "ASIP-SANTE") identity.hierarchy = name.starts_with("TEST ") || unit == "IGC-SANTE TEST" ? Hierarchy::test : Hierarchy::production;
  const auto holds = [&](std::string_view word) { return name.find(word) != std::string::npos; };
  if (identity.hierarchy != Hierarchy::production && identity.hierarchy != Hierarchy::test) return;
  identity.range = holds(" FORT")          ? CertificateRange::strong
                   : holds(" STANDARD")    ? CertificateRange::standard
                   : holds(" ELEMENTAIRE") ? CertificateRange::elementary
                                           : CertificateRange::unknown;
}

CertificateRole role_of(const CertificateFields& certificate, std::optional<std::uint8_t> category) {
  if (certificate.is_authority) return CertificateRole::authority;
  const auto usage = certificate.key_usage.value_or(0);
  const bool authenticates = (usage & static_cast<std::uint16_t>(KeyUsage::digital_signature)) != 0 &&
                             std::ranges::find(certificate.extended_key_usage, client_authentication) != certificate.extended_key_usage.end();
  if (category && (*category & ~test_bit) == software) return CertificateRole::organisation;
  if (authenticates) return CertificateRole::authentication;
  return (usage & static_cast<std::uint16_t>(KeyUsage::non_repudiation)) != 0 ? CertificateRole::signature : CertificateRole::other;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "FINESS/rank": the number of a structure and what tells the person in it.
template <typename Number> bool is_structure_number(std::string_view text) {
  const auto slash = text.find('/');
  return slash != std::string_view::npos && slash + 1 < text.size() && Number::parse(text.substr(0, slash)).has_value();
}

} // namespace

bool is_sound_national_id(std::string_view id) {
  if (id.size() < 2) return false;
  const auto number = id.substr(1);
  switch (id.front()) {
    case '0': return Adeli::parse(number).has_value();
    case '3': return is_structure_number<Finess>(number);
    case '4': return is_structure_number<Siren>(number);
    case '5': return is_structure_number<Siret>(number);
    case '6': return is_structure_number<Rpps>(number);
    case '8': return all_digits(number) && Rpps::parse(number).has_value();
    case '1': return number.find('/') != std::string_view::npos || number.size() >= 9; // a practice and its rank: no key is published
    default: return false;
  }
}

CpsIdentity identity_of(const CertificateFields& certificate) {
  CpsIdentity identity;
  for (const auto& attribute : attributes_of(certificate.subject)) {
    if (attribute.type == pseudonym_type) identity.nominative = false;
    for (const auto& known : attributes)
      if (attribute.type == known.type && (identity.*known.place).empty()) identity.*known.place = attribute.text;
  }
  read_issuer(certificate, identity);
  const auto category = category_in(certificate.card_category);
  if (category && (*category & test_bit) != 0) identity.hierarchy = Hierarchy::test;
  const auto type = integer_in(certificate.card_type);
  if (type && *type <= 3) identity.card = static_cast<CardKind>(*type);
  identity.profession = integer_in(certificate.profession);
  identity.card_number = card_number_in(certificate.card_number);
  identity.role = role_of(certificate, category);
  identity.identifier_sound = is_sound_national_id(identity.national_id);
  if (identity.national_id.starts_with('8')) identity.rpps = Rpps::parse(std::string_view{identity.national_id}.substr(1));
  if (identity.national_id.starts_with('0')) identity.adeli = Adeli::parse(std::string_view{identity.national_id}.substr(1));
  return identity;
}

std::string label_of(CardKind kind) {
  switch (kind) {
    case CardKind::cps: return "CPS";
    case CardKind::cpf: return "CPF";
    case CardKind::cpe: return "CPE";
    case CardKind::cpa: return "CPA";
    case CardKind::unknown: break;
  }
  return tr("no card");
}

std::string label_of(CertificateRole role) {
  switch (role) {
    case CertificateRole::authentication: return tr("authentication");
    case CertificateRole::signature: return tr("signature");
    case CertificateRole::organisation: return tr("organisation");
    case CertificateRole::authority: return tr("authority");
    case CertificateRole::other: break;
  }
  return tr("other use");
}

std::string label_of(Hierarchy hierarchy) {
  switch (hierarchy) {
    case Hierarchy::production: return "IGC-Santé";
    case Hierarchy::test: return tr("IGC-Santé, test");
    case Hierarchy::legacy: return "GIP-CPS";
    case Hierarchy::foreign: break;
  }
  return tr("another authority");
}

std::string profession_label(std::int64_t code) {
  const auto found = std::ranges::find(professions, code, &Profession::code);
  return found == std::end(professions) ? tr("profession {1}", {std::to_string(code)}) : tr(found->label);
}

} // namespace hdskit
