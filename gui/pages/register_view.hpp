#pragma once

#include "gui/pages/record_pane.hpp"
#include "gui/presenter/register_rows.hpp"

#include <functional>

class wxButton;
class wxStaticText;
class wxWrapSizer;

namespace hdskit::gui {

class ListView;

namespace pages {

/// A register: a sentence, the list of the records of one kind, the form of the chosen one at the right. The kind may change.
class RegisterView : public wxPanel {
public:
  /// What a room knows of its registers; called while one is in sight.
  struct Source {
    const RecordKind& (*kind)(std::string_view word);
    RecordWays ways;
    std::function<ListRows(std::string_view kind, std::string_view words)> rows;
    std::function<Cell(std::string_view kind)> sentence;
    std::function<std::vector<Cell>(std::string_view kind, std::int64_t id)> said;
    std::string caution = {}; ///< before rows are exported
  };
  RegisterView(wxWindow* parent, const Desk& desk, const std::string& name, Source source);

  wxSizer& buttons();                         ///< “New” and “Remove…” stand there; a pane may add its own
  void show(std::string_view kind);           ///< another revision, or another kind; what is typed is to be settled before
  void show_list();                           ///< the same with another filter
  void open(std::int64_t id);                 ///< throws Problem not_found
  void add(const Assignments& proposed = {}); ///< does nothing when what is typed cannot be saved
  bool settle() { return record_->settle(); }
  void focus();
  void search();

private:
  void choose(const std::string& key);
  void follow_record();

  const Desk& desk_;
  const Source source_;
  std::string kind_, words_;
  wxWrapSizer* buttons_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  wxButton* remove_ = nullptr;
  ListView* list_ = nullptr;
  RecordPane* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
