#include "toolkit/base/file.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

// make_access_inputs FOLDER ACCOUNTS DIRECTORY_LINES LOG_LINES: accounts, staff, a look-alike of the open directory of professionals and access logs.
// Nobody in it exists: numbers begin with 99700, and names are made of their ranks. Always the same.

namespace {

constexpr long seconds_of_day = 86'400;

std::string rpps_of(long rank) {
  auto digits = std::to_string(9'970'000'000 + rank);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 0 && (digit *= 2) > 9) digit -= 9;
    sum += digit;
  }
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// Spread like hashes, the same on each machine.
std::uint64_t spread(std::uint64_t number) {
  number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9u;
  number = (number ^ (number >> 27)) * 0x94D049BB133111EBu;
  return number ^ (number >> 31);
}

void make_accounts(const std::filesystem::path& folder, long accounts, long directory) {
  hdskit::PendingFile file{folder / "accounts.csv"}, staff{folder / "people.csv"};
  file.write("application;login;nom;rpps;matricule;rôle;état;dernière connexion;moyen\n");
  staff.write("matricule;nom;rpps;arrivée;départ;uf;profession\n");
  for (long i = 0; i < accounts; ++i) {
    const auto rank = std::to_string(i), number = rpps_of(i * directory / accounts);
    file.write("DPI;agent" + rank + ";EXEMPLE" + rank + " Ada;" + number + ";" + rank + ";Infirmier;actif;2026-11-20;CPS\n");
    staff.write(rank + ";EXEMPLE" + rank + " Ada;" + number + ";2020-01-01;" + (i % 50 == 0 ? "2026-10-01" : "") + ";UF" + std::to_string(i % 40) + ";60\n");
  }
  file.commit();
  staff.commit();
}

void make_directory(const std::filesystem::path& folder, long lines) {
  hdskit::PendingFile file{folder / "PS_LibreAcces_Personne_activite_202611220730.txt"};
  std::string heading =
      "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité d'exercice|Code civilité|Libellé civilité|"
      "Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|"
      "Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro SIRET site|"
      "Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|";
  for (int column = 26; column <= 56; ++column) heading += "Colonne " + std::to_string(column) + "|";
  file.write(heading + "\n");
  for (long i = 0; i < lines; ++i) {
    const auto number = rpps_of(i), rank = std::to_string(i);
    file.write(
        "8|" + number + "|8" + number + "|||M|Monsieur|EXEMPLE" + rank +
        "|Ada|60|Infirmier|C|Civil|||||S|Salarié|99000001700011|990000017|990000017|990000009|F990000017|"
        "CENTRE HOSPITALIER D'EXEMPLE-SUR-ESSAI|HOPITAL EXEMPLE|||12|||RUE|DES ESSAIS|BP 1234|99999 EXEMPLE CEDEX "
        "9|99999|99999|Exemple|99000|France|0199000000||0199000001|"
        "contact" +
        rank +
        "@hopital.exemple|99|Exemple|F990000017|ARS|SA01|Établissement public de santé|||FON-01|Titulaire de cabinet|GENR01|Activité standard de soin|||||\n");
  }
  file.commit();
}

void make_logs(const std::filesystem::path& folder, long lines, long accounts) {
  hdskit::PendingFile file{folder / "logs.csv"};
  file.write("horodatage;utilisateur;role;patient;action;moyen;poste;mode;motif\n");
  for (long i = 0; i < lines; ++i) {
    const auto chance = spread(static_cast<std::uint64_t>(i));
    const long second = i * 30 * seconds_of_day / lines, day = second / seconds_of_day, within = second % seconds_of_day;
    const auto user = static_cast<long>(chance % static_cast<std::uint64_t>(accounts));
    char line[200];
    const bool glass = chance % 997 == 0;
    const int size = std::snprintf(line, sizeof line, "2026-10-%02ldT%02ld:%02ld:%02ld;agent%ld;Infirmier;%ld;lecture;CPS;POSTE-%ld;%s;%s\n", day + 1,
                                   within / 3600, within / 60 % 60, within % 60, user, 1'000'000 + static_cast<long>(chance >> 20) % 300'000, user * 7 % 3000,
                                   glass ? "bris de glace" : "normal", glass ? "urgence vitale" : "");
    file.write({line, static_cast<std::size_t>(size)});
  }
  file.commit();
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "usage: make_access_inputs FOLDER ACCOUNTS DIRECTORY_LINES LOG_LINES\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const long accounts = std::atol(argv[2]), directory = std::atol(argv[3]), logs = std::atol(argv[4]);
  make_accounts(folder, accounts, directory);
  make_directory(folder, directory);
  make_logs(folder, logs, accounts);
}
