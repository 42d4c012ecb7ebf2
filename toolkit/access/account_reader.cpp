#include "toolkit/access/review_readers.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::string_view account_names[] = {
    "application app logiciel applicatif systeme produit",
    "login identifiant compte utilisateur identifiantconnexion identifiantutilisateur codeutilisateur nomutilisateur user username userid account uid "
    "samaccountname accountlogin loginid",
    "nomcomplet nometprenom nomprenom nom nomdexercice nomusage titulaire displayname name fullname surname lastname",
    "prenom prenomdexercice givenname firstname",
    "rpps numerorpps nrpps norpps idrpps rppsnumber",
    "adeli numeroadeli nadeli noadeli",
    "idnat idnatps identifiantnational identificationnationalepp identificationnationale identifiantpp nationalid idps",
    "matricule matriculerh numeroagent agent employeeid employeenumber staffid",
    "role profil habilitation droits groupe fonction profile roles approle rolename",
    "etat statut actif active status state enabled etatcompte statutcompte",
    "dernierlogin dernierconnexion derniereconnexion datedernierconnexion datederniereconnexion dernieracces datedernieracces datedernierlogin "
    "lastlogin lastlogindate lastloginat lastlogon lastaccess last",
    "moyen moyens mie moyendidentification moyendidentificationelectronique moyenauthentification moyendauthentification authentification authentication means "
    "accessmeans authmethod authenticationmethod mieclass auth mfa",
    "carte numerocarte ncarte nocarte cardnumber card",
    "privilegie privileges privilege administrateur admin comptepriviligie compteaprivileges privileged isprivileged isadmin",
    "technique comptetechnique typecompte typedecompte type technical",
    "responsable proprietaire owner responsablecompte proprietairecompte referent"};

constexpr std::string_view staff_names[] = {
    "matricule matriculerh numeroagent agent employeeid employeenumber staffid id",
    "nomcomplet nometprenom nomprenom nom nomdexercice nomusage nomdusage displayname name fullname surname lastname",
    "prenom prenomusuel givenname firstname",
    "rpps numerorpps nrpps norpps idrpps rppsnumber",
    "adeli numeroadeli nadeli noadeli",
    "idnat idnatps identifiantnational identificationnationalepp identificationnationale identifiantpp nationalid idps",
    "arrivee datearrivee datedarrivee entree dateentree datedentree datedebut debut debutcontrat arrival arrivaldate start hired startdate hiredate",
    "depart datedepart datededepart sortie datesortie datedesortie datefin fin fincontrat datefincontrat departure departuredate end left enddate leavedate",
    "uf unite unitefonctionnelle codeuf service affectation unit department ward",
    "profession metier codeprofession grade emploi job",
    "ipp patient numeropatient ins patientid"};

PersonKey key_of(const ColumnPlaces& columns, const std::vector<std::string_view>& cells, auto rpps, auto adeli, auto national_id, auto matricule, auto name,
                 auto given) {
  PersonKey key;
  for (const auto column : {national_id, rpps, adeli}) {
    const auto cell = columns.cell(column, cells);
    if (cell.empty()) continue;
    if (key.stated.empty()) key.stated = utf8_cell(cell);
    if (key.national_id.empty()) key.national_id = national_id_of(key.stated == cell ? key.stated : utf8_cell(cell));
  }
  key.matricule = folded_word(utf8_cell(columns.cell(matricule, cells)));
  key.name = person_name_key(utf8_cell(columns.cell(name, cells)) + " " + utf8_cell(columns.cell(given, cells)));
  return key;
}

std::string full_name(const ColumnPlaces& columns, const std::vector<std::string_view>& cells, auto name, auto given) {
  return std::string{trimmed(utf8_cell(columns.cell(name, cells)) + " " + utf8_cell(columns.cell(given, cells)))};
}

/// Where the given name stands in a column of its own, or the name is one word, it is the family's.
std::string family_of(const ColumnPlaces& columns, const std::vector<std::string_view>& cells, auto name, auto given) {
  auto key = family_key(utf8_cell(columns.cell(name, cells)));
  return columns.has(given) || key.find(' ') == std::string::npos ? key : "";
}

AccountState state_of(std::string_view cell) {
  const auto word = heading_key(cell);
  const auto begins = [&](std::initializer_list<std::string_view> starts) {
    return std::ranges::any_of(starts, [&](auto start) { return word.starts_with(start); });
  };
  if (begins({"suspend", "verrou", "bloqu", "lock", "gele"})) return AccountState::suspended;
  constexpr std::string_view no[] = {"0", "n", "no", "non", "faux", "false", "left"};
  if (std::ranges::find(no, word) != std::end(no) ||
      begins({"ferm", "inact", "nonact", "desact", "clos", "suppr", "disab", "delet", "archiv", "revo", "radi", "termin", "expir"}))
    return AccountState::closed;
  return AccountState::active;
}

bool says_yes(std::string_view cell, std::initializer_list<std::string_view> more) {
  const auto word = heading_key(cell);
  constexpr std::string_view yes[] = {"1", "o", "oui", "vrai", "true", "yes", "y", "x"};
  return std::ranges::find(yes, word) != std::end(yes) || std::ranges::any_of(more, [&](auto start) { return word.starts_with(start); });
}

/// Whether a word of the login is one of those of the policy: "svc-laboratoire" holds "svc".
bool holds_word(std::string_view login, const std::vector<std::string>& words) {
  std::string word;
  const auto is_known = [&] { return !word.empty() && std::ranges::find(words, word) != words.end(); };
  for (const char c : folded_word(login)) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) word += c;
    else if (is_known()) return true;
    else word.clear();
  }
  return is_known();
}

Account account_of(const ColumnPlaces& columns, const std::vector<std::string_view>& cells, std::uint64_t line, const ReviewPolicy& policy) {
  using C = AccountColumn;
  const auto text = [&](C column) { return utf8_cell(columns.cell(column, cells)); };
  Account account{.application = text(C::application),
                  .login = text(C::login),
                  .name = full_name(columns, cells, C::name, C::given_name),
                  .role = text(C::role),
                  .owner = text(C::owner),
                  .card_number = text(C::card_number),
                  .family = family_of(columns, cells, C::name, C::given_name)};
  account.person = key_of(columns, cells, C::rpps, C::adeli, C::national_id, C::matricule, C::name, C::given_name);
  account.state = state_of(columns.cell(C::state, cells));
  account.last_login = day_in(columns.cell(C::last_login, cells));
  account.means = means_of(text(C::means));
  account.privileged = says_yes(columns.cell(C::privileged, cells), {"priv", "admin"});
  account.technical = says_yes(columns.cell(C::technical, cells), {"tech", "serv", "appli", "robot"}) || holds_word(account.login, policy.technical_logins);
  account.line = line;
  return account;
}

} // namespace

void refuse_missing_column(const std::filesystem::path& file, const std::string& column, std::string_view known) {
  throw Problem{ProblemKind::bad_input, file.string(), tr("The table has no column for: {1}.", {column}),
                tr("Its heading may be one of: {1}. Case, accents and spaces do not matter.", {replaced(std::string{known}, " ", ", ")})};
}

void refuse_too_many(const std::filesystem::path& file, std::size_t most) {
  throw Problem{ProblemKind::no_space, file.string(), tr("The file has more than {1} lines that the review would keep.", {std::to_string(most)}),
                tr("Check that it is the right file, or cut it.")};
}

void read_accounts(const std::filesystem::path& file, AccessReview& review) {
  constexpr auto login = static_cast<std::size_t>(AccountColumn::login);
  auto& list = review.accounts;
  auto trace = read_records(file, account_names, list.columns, [&](const auto& cells, std::uint64_t line) {
    if (!list.columns.has(AccountColumn::login)) refuse_missing_column(file, tr("the login"), account_names[login]);
    if (list.columns.cell(AccountColumn::login, cells).empty()) return;
    if (list.accounts.size() == most_accounts) refuse_too_many(file, most_accounts);
    list.accounts.push_back(account_of(list.columns, cells, line, review.policy));
  });
  if (!list.columns.has(AccountColumn::login)) refuse_missing_column(file, tr("the login"), account_names[login]);
  review.inputs.push_back({ReviewSource::accounts, std::move(trace)});
}

void read_people(const std::filesystem::path& file, AccessReview& review) {
  using C = StaffColumn;
  auto& list = review.people;
  auto trace = read_records(file, staff_names, list.columns, [&](const auto& cells, std::uint64_t) {
    if (list.members.size() == most_staff) refuse_too_many(file, most_staff);
    const auto text = [&](C column) { return utf8_cell(list.columns.cell(column, cells)); };
    list.members.push_back({.person = key_of(list.columns, cells, C::rpps, C::adeli, C::national_id, C::matricule, C::name, C::given_name),
                            .matricule = text(C::matricule),
                            .name = full_name(list.columns, cells, C::name, C::given_name),
                            .unit = folded_word(text(C::unit)),
                            .profession = text(C::profession),
                            .patient = text(C::patient),
                            .family = family_of(list.columns, cells, C::name, C::given_name),
                            .arrival = day_in(list.columns.cell(C::arrival, cells)),
                            .departure = day_in(list.columns.cell(C::departure, cells))});
  });
  const bool joins = list.columns.has(C::matricule) || list.columns.has(C::rpps) || list.columns.has(C::national_id) || list.columns.has(C::adeli) ||
                     list.columns.has(C::name);
  if (!joins) refuse_missing_column(file, tr("the matricule"), staff_names[static_cast<std::size_t>(C::matricule)]);
  review.inputs.push_back({ReviewSource::people, std::move(trace)});
}

} // namespace hdskit
