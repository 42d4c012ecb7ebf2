#pragma once

#include "toolkit/base/date.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// What the FHIR interface of the directory (Annuaire Santé) answered about persons whom its open extract did not find. See docs/formats/directory-answers.md.

constexpr int longest_directory_answer_days = 30; ///< terms of use of the interface: what the directory has deleted may not be kept longer

/// An open place of exercise; each member "" when the directory does not tell it.
struct DirectoryExercise {
  std::string profession; ///< code of nomenclature G15, when the exercise itself tells one
  std::string finess_site, finess_entity;
  bool operator==(const DirectoryExercise&) const = default;
};
/// A card as the directory has it: it tells no opposition.
struct DirectoryCard {
  std::string type, number; ///< type: word of nomenclature R87, such as CPS
  std::optional<Date> from, until;
  bool operator==(const DirectoryCard&) const = default;
};
struct DirectoryPerson {
  std::string national_id;              ///< idNat_PS, as national_id_of() gives it
  bool active = true;                   ///< false when the directory says that the person is registered no more
  std::vector<std::string> professions; ///< codes of nomenclature G15, sorted
  std::vector<DirectoryExercise> exercises;
  std::vector<DirectoryCard> cards;
  bool operator==(const DirectoryPerson&) const = default;
};

struct DirectoryAnswers {
  Instant asked_at{std::chrono::sys_seconds{}};                ///< when the first of them was asked
  std::string address;                                         ///< of the interface
  bool complete = false;                                       ///< whether all that were to be asked have been
  std::vector<std::string> asked;                              ///< idNat_PS that were asked and answered for, sorted, each once
  std::map<std::string, DirectoryPerson, std::less<>> persons; ///< by idNat_PS; who was asked and is not here is unknown to the directory
  const DirectoryPerson* person(std::string_view national_id) const;
  bool has_asked(std::string_view national_id) const;
  void add_asked(const std::vector<std::string>& ids);
};

constexpr std::size_t most_directory_persons = 100'000, directory_answers_limit = 64u << 20; ///< bytes of the saved file

/// The same answers give the same bytes.
std::string directory_answers_json(const DirectoryAnswers& answers);
/// Throws Problem bad_input with all defects: `name` is the file.
DirectoryAnswers directory_answers_of_json(std::string_view json, const std::string& name);

} // namespace hdskit
