#pragma once

#include <set>
#include <string>
#include <string_view>

namespace hdskit {

/// What of a foreign word can stand in an id of the house: letters without accent, digits, “.”, “-” and “_”; all else becomes one “-”. “[SG.1] a)” gives
/// “SG.1-a”. At most 80 bytes; "" when nothing is left.
std::string id_part(std::string_view foreign);

/// The part of a URN that is its own: “a.5.1” of “urn:intuitem:risk:req_node:iso27001-2022:a.5.1”; the text itself when it is no such URN.
std::string_view own_part(std::string_view urn);

/// The id of a framework named by a URN: its packager and its name, “intuitem-iso27001-2022”; so that it never is one of those that come with the program.
std::string framework_id_of(std::string_view urn);

/// URNs and ids are compared whatever the letter case of their ASCII letters.
std::string id_key(std::string_view id);

/// Gives ids that are not given yet, whatever the letter case: “a”, then “a-2”, “a-3”.
class FreshIds {
public:
  std::string fresh(std::string id);

private:
  std::set<std::string, std::less<>> given_;
};

} // namespace hdskit
