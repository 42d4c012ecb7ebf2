#include "toolkit/demonstration/demonstration_staff.hpp"

#include "toolkit/access/directory_probe.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"

#include <array>

namespace hdskit {
namespace {

constexpr std::size_t staff_count = 120;
constexpr const char* finess_entity = "360900013";
constexpr const char* finess_site = "360901011";

constexpr std::array given_names = {"Aubane", "Corentin", "Delphine", "Erwan",  "Flavie",  "Ghislain",  "Hermine", "Ivan",    "Joséphine", "Kilian",
                                    "Louane", "Maël",     "Noémie",   "Octave", "Perrine", "Quitterie", "Romane",  "Sixtine", "Titouan",   "Ulysse"};
constexpr std::array surnames = {"Ablincourt",  "Brindazur",  "Calvemont", "Dornevial",    "Esperville", "Fontabrune", "Gravelines-Est",
                                 "Hautecombre", "Issambre",   "Jolivarde", "Kerbrazic",    "Lamontesse", "Mirevault",  "Noirétang",
                                 "Orsenval",    "Pierrelune", "Quincerot", "Rochambeline", "Sauverelle", "Tourbessac", "Urvillois",
                                 "Valmontane",  "Wazemberg",  "Xaintrie",  "Ysengard",     "Zélicourt"};

struct Job {
  const char* name;
  const char* role;
  int profession;
};
constexpr std::array jobs = {Job{"Médecin", "Prescripteur", 10},       Job{"Infirmière", "Infirmier", 60},
                             Job{"Infirmier", "Infirmier", 60},        Job{"Sage-femme", "Sage-femme", 50},
                             Job{"Pharmacien", "Pharmacien", 21},      Job{"Secrétaire médicale", "Secrétariat médical", 0},
                             Job{"Manipulatrice", "Manipulateur", 98}, Job{"Technicien de laboratoire", "Technicien de laboratoire", 86}};
constexpr std::array units = {"UF 1101 Médecine", "UF 1203 Chirurgie", "UF 1310 Maternité", "UF 2104 Urgences", "UF 2201 Imagerie", "UF 2305 Laboratoire"};

std::string padded(std::size_t number, std::size_t width) {
  auto text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

/// 899 begins numbers that the directory keeps for tests; the last digit is the Luhn key.
std::string test_rpps(std::size_t rank) {
  auto digits = "89970" + padded(rank, 5);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 0 && (digit *= 2) > 9) digit -= 9;
    sum += digit;
  }
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string slashed(Date day) {
  const auto iso = day.iso();
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

/// Lines of exports; each names one thing that a review has to find, or nothing.
class ReviewFiles {
public:
  ReviewFiles(const std::filesystem::path& folder, Date day, int year) : folder_{folder}, day_{day}, today_{year == 0}, staff_{demonstration_staff()} {}

  DemonstrationReviewFiles write() {
    for (std::size_t i = 0; i < staff_.size(); ++i) {
      if (!today_ && i >= staff_count - 6) break; // hired since
      add(staff_[i], i);
    }
    if (today_) add_shared_accounts();
    return {file("comptes.csv", accounts_),   file("personnel.csv", people_), file("porteurs-cps-cpf.txt", cards_),
            file("annuaire.txt", directory_), file("traces.csv", logs_),      today_ ? file("reponses-annuaire.json", directory_answers_json(answers_)) : ""};
  }

private:
  std::filesystem::path file(const char* name, const std::string& text) {
    const auto path = folder_ / name;
    write_file(path, text);
    return path;
  }

  bool is(std::size_t index, std::size_t planted) const { return today_ && index == planted; }

  void add(const FictitiousStaff& one, std::size_t index) {
    const bool departed = is(index, 9), opposed = is(index, 17), password = is(index, 25), wrong_role = is(index, 33), dormant = is(index, 41),
               unlisted = is(index, 48);
    people_ += joined({one.matricule, one.surname, one.given_name, one.rpps, slashed(day_.plus_days(-900)), departed ? slashed(day_.plus_days(-40)) : "",
                       one.unit, one.job},
                      ";") +
               "\n";
    add_account(one, one.login, wrong_role ? "Prescripteur" : one.role,
                password                  ? "Mot de passe"
                : one.card_number.empty() ? "Mot de passe + OTP"
                                          : "Carte CPS",
                day_.plus_days(dormant ? -200 : -static_cast<int>(index % 9)));
    if (is(index, 56)) add_account(one, one.login + "2", one.role, "Carte CPS", day_.plus_days(-3));
    if (!one.card_number.empty()) add_card(one, opposed);
    if (one.profession != 0 && !unlisted) add_exercise(one);
    if (unlisted) add_ended(one);
    add_use(one, index, departed);
  }

  void add_account(const FictitiousStaff& one, const std::string& login, const std::string& role, const std::string& means, Date last) {
    accounts_ +=
        joined({"DPI", login, one.surname, one.given_name, one.rpps, one.matricule, role, "actif", slashed(last), means, one.card_number, "non", "non", ""},
               ";") +
        "\n";
  }

  void add_shared_accounts() {
    accounts_ += "DPI;urgences.poste1;;;;;Infirmier;actif;" + slashed(day_.plus_days(-1)) + ";Mot de passe;;non;non;\n";
    accounts_ += "DPI;svc_interface;;;;;Interface;actif;" + slashed(day_) + ";Mot de passe;;oui;oui;\n";
    accounts_ += "DPI;admin.dpi;;;;;Administrateur;actif;" + slashed(day_.plus_days(-2)) + ";Mot de passe + OTP;;oui;non;\n";
  }

  void add_card(const FictitiousStaff& one, bool opposed) {
    cards_ += joined({"8", one.rpps, "8" + one.rpps, one.surname, one.given_name, std::to_string(one.profession), "CPS", one.card_number, "8" + one.rpps,
                      slashed(day_.plus_days(-500)), slashed(day_.plus_days(595)), opposed ? slashed(day_.plus_days(-20)) : "", slashed(day_.plus_days(-1))},
                     "|") +
              "|\n";
  }

  void add_exercise(const FictitiousStaff& one) {
    directory_ += joined({"8", one.rpps, "8" + one.rpps, one.surname, one.given_name, std::to_string(one.profession), finess_site, finess_entity}, "|") + "|\n";
  }

  /// What the directory's interface says of somebody whom its extract lacks: registered no more.
  void add_ended(const FictitiousStaff& one) {
    const auto id = "8" + one.rpps;
    answers_.add_asked({id});
    answers_.persons.emplace(id, DirectoryPerson{.national_id = id, .active = false, .professions = {}, .exercises = {}, .cards = {}});
  }

  /// A few lines a person over the last days; who has left still comes in once.
  void add_use(const FictitiousStaff& one, std::size_t index, bool departed) {
    for (std::size_t i = 0; i < 4; ++i) {
      if (departed && i > 0) break;
      const auto day = day_.plus_days(-static_cast<int>((index + i) % 5) - 1).iso();
      const auto hour = padded(8 + (index + i * 3) % 10, 2) + ":" + padded((index * 7) % 60, 2) + ":00";
      logs_ += joined({day + "T" + hour, one.login, one.role, "IPP" + padded(1000 + (index * 13 + i * 7) % 400, 6), "lecture", "carte",
                       "PC-" + padded(index % 40, 3), is(index, 63) && i == 0 ? "bris de glace" : "normal", ""},
                      ";") +
               "\n";
    }
  }

  static DirectoryAnswers answers_of(Date day) {
    DirectoryAnswers answers;
    answers.asked_at = Instant::at_midnight(day);
    answers.address = usual_directory_address;
    answers.complete = true;
    return answers;
  }

  const std::filesystem::path& folder_;
  Date day_;
  bool today_;
  DirectoryAnswers answers_ = answers_of(day_);
  std::vector<FictitiousStaff> staff_;
  std::string accounts_ = "application;login;nom;prenom;rpps;matricule;role;etat;dernier login;moyen;carte;privilegie;technique;responsable\n";
  std::string people_ = "matricule;nom;prenom;rpps;arrivee;depart;uf;metier\n";
  std::string cards_ = "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice|Code profession|Code type de carte|"
                       "Numéro carte|Identifiant national contenu dans la carte|Date début validité|Date fin validité|Date opposition|Date de mise à jour|\n";
  std::string directory_ =
      "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice|Code profession|Numéro FINESS site|"
      "Numéro FINESS établissement juridique|\n";
  std::string logs_ = "horodatage;utilisateur;role;patient;action;moyen;poste;mode;motif\n";
};

} // namespace

std::vector<FictitiousStaff> demonstration_staff() {
  std::vector<FictitiousStaff> staff;
  for (std::size_t i = 0; i < staff_count; ++i) {
    const auto& job = jobs[i % jobs.size()];
    FictitiousStaff one;
    one.surname = surnames[i % surnames.size()];
    one.given_name = given_names[(i * 7 + i / given_names.size()) % given_names.size()];
    one.matricule = "M" + padded(4200 + i, 5);
    one.job = job.name;
    one.role = job.role;
    one.unit = units[i % units.size()];
    one.profession = job.profession;
    if (job.profession != 0) one.rpps = test_rpps(i + 1);
    if (job.profession != 0) one.card_number = "28" + padded(90000000 + i, 8);
    one.login = "u" + padded(4200 + i, 5);
    staff.push_back(std::move(one));
  }
  return staff;
}

DemonstrationReviewFiles write_review_files(const std::filesystem::path& folder, Date day, int year) { return ReviewFiles{folder, day, year}.write(); }

} // namespace hdskit
