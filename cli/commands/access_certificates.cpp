#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view engines[] = {"fast", "reference"};
constexpr std::string_view roles[] = {"authentication", "signature", "organisation"};

constexpr Option operands[] = {
    {.name = "PLACE",
     .placeholder = marked("PLACE"),
     .help = marked("A folder of certificates, or one file: PEM, DER, PKCS#7, LDIF."),
     .kind = OptionKind::path,
     .required = true},
};

constexpr Option options[] = {
    {.name = "anchors",
     .placeholder = marked("FILE"),
     .help = marked("Certificates of the authorities that are trusted, in PEM or DER; may be given several times."),
     .kind = OptionKind::path,
     .repeatable = true},
    {.name = "crl",
     .placeholder = marked("FILE"),
     .help = marked("A revocation list, full or delta; may be given several times. Without the list of its authority a certificate is unknown, never good."),
     .kind = OptionKind::path,
     .repeatable = true},
    {.name = "at",
     .placeholder = marked("DATE"),
     .help = marked("The day on which they are judged, at its end in Paris (default: now)."),
     .kind = OptionKind::date},
    {.name = "notice", .placeholder = marked("DAYS"), .help = marked("Count what expires within so many days (default: 30)."), .kind = OptionKind::number},
    {.name = "role", .placeholder = marked("ROLE"), .help = marked("The use that every certificate must have."), .kind = OptionKind::choice, .choices = roles},
    {.name = "accept-test",
     .placeholder = nullptr,
     .help = marked("Accept certificates of the test hierarchy: never in production."),
     .kind = OptionKind::flag},
    {.name = "engine",
     .placeholder = marked("ENGINE"),
     .help = marked("“fast” (default), or “reference”: OpenSSL’s own verification, which must find the same."),
     .kind = OptionKind::choice,
     .choices = engines},
    {.name = "cache",
     .placeholder = marked("FOLDER"),
     .help = marked("A private folder where signatures proven before are remembered, for a daily run."),
     .kind = OptionKind::path},
    {.name = "threads", .placeholder = marked("NUMBER"), .help = marked("Processors that work (default: all)."), .kind = OptionKind::number},
    {.name = "list", .placeholder = nullptr, .help = marked("A line for each certificate."), .kind = OptionKind::flag},
    {.name = "ocsp",
     .placeholder = marked("URL"),
     .help = marked("Ask this OCSP responder about certificates that the lists leave unknown. Addresses in certificates are never asked.")},
    {.name = "ocsp-all", .placeholder = nullptr, .help = marked("With --ocsp: ask about all, also those that the lists know."), .kind = OptionKind::flag},
    {.name = "ocsp-limit",
     .placeholder = marked("NUMBER"),
     .help = marked("With --ocsp: at most so many questions (default: 500)."),
     .kind = OptionKind::number},
    list_cache_option,
    access_plugin_option,
};

} // namespace

extern const Command access_certificates;
const Command access_certificates{
    .name = "access certificates",
    .summary = marked("Check card certificates against the hierarchy and its revocation lists"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press, // OpenSSL is linked there
};

} // namespace hdskit::cli::commands
