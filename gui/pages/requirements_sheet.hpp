#pragma once

#include "gui/desk.hpp"
#include "gui/pages/requirements_parts.hpp"
#include "gui/presenter/requirements_answer.hpp"
#include "gui/presenter/requirements_sheet.hpp"
#include "gui/window/form_control.hpp"

#include <wx/scrolwin.h>
#include <wx/timer.h>

#include <array>
#include <filesystem>
#include <memory>

class wxBoxSizer;
class wxButton;
class wxTextCtrl;

namespace hdskit::gui {
class ListView;
}

namespace hdskit::gui::pages {

/// One item: what is asked, what the hospital answers, what proves it. What is typed is kept in a draft until it is saved.
class RequirementSheet : public wxScrolledWindow {
public:
  RequirementSheet(wxWindow* parent, const Desk& desk);
  ~RequirementSheet() override;

  /// Another item. What was typed must have been saved.
  void show(std::shared_ptr<const Requirements> requirements, const std::string& item);
  /// The same item at another revision; what is being typed stays.
  void follow(std::shared_ptr<const Requirements> requirements);

  const std::string& item() const { return answer_.item(); } ///< "" before the first show()
  bool typing() const { return answer_.changed(); }          ///< what is typed is not saved yet
  bool save();                                               ///< false: it could not be saved, and the person was told
  bool settle();                                             ///< the same; a second failure offers to go on and leave the text as a draft
  void focus_statement();
  void cite(); ///< asks for a document and puts its code where the caret stands
  void add_files(const std::vector<std::filesystem::path>& files);
  bool describing() const { return describing_; } ///< a file is being described: another must wait

private:
  // requirements_sheet.cpp
  void add_asked(wxSizer& column);
  void add_draft_line(wxSizer& column);
  void add_answer(wxSizer& column);
  void add_applicability(wxSizer& column);
  void show_applicability();
  wxSizer* new_labelled(std::size_t field);
  void add_save_line(wxSizer& column);
  void show_asked();
  void fit();
  Prose* new_prose(wxSizer& column, int below);

  // requirements_sheet_answer.cpp
  void fill();
  void typed(std::size_t field, const std::string& words);
  void tell_standing_of_text();
  void keep_draft();
  void show_draft();
  void take_up_draft();
  void let_go_draft();
  bool leave_as_draft();
  AnswerForm::Outcome save_answer();

  // requirements_sheet_documents.cpp
  void add_documents(wxSizer& column);
  void attach();
  void detach();
  void export_documents();
  void ask_files();
  std::vector<NewDocument> describe(const std::vector<std::filesystem::path>& files);
  void store(std::vector<NewDocument> documents);

  const Desk& desk_;
  AnswerForm answer_;
  std::shared_ptr<const Requirements> requirements_;
  ItemSheet sheet_;
  std::vector<Prose*> prose_;
  Prose *heading_ = nullptr, *terms_ = nullptr, *caution_ = nullptr, *wording_ = nullptr, *gaps_ = nullptr, *expected_ = nullptr;
  Prose *draft_ = nullptr, *elsewhere_ = nullptr, *fault_ = nullptr;
  wxWindow* draft_line_ = nullptr;
  std::array<FormControl, 5> controls_; ///< by AnswerForm::Field
  wxSizer* applicability_ = nullptr;    ///< shown for items that may be excluded
  Prose* excluded_ = nullptr;
  wxTextCtrl* statement_ = nullptr;
  Prose* saved_ = nullptr;
  wxButton *save_button_ = nullptr, *detach_button_ = nullptr;
  ListView* documents_ = nullptr;
  wxTimer draft_pause_{this};
  bool was_saved_ = false, failed_ = false; ///< the last save()
  bool describing_ = false;
  std::vector<std::string> refused_; ///< what settle() could not save last time
};

} // namespace hdskit::gui::pages
