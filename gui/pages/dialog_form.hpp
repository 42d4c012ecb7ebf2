#pragma once

#include "toolkit/base/translate.hpp"

#include <wx/dialog.h>

#include <functional>
#include <string>

class wxButton;
class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui::pages {

/// A window that asks for a few things: sentences, labels beside fields, what is wrong below them, two buttons. Derived: add() in the constructor, then
/// finish(); fault() says what must be mended before the window can be agreed to.
class DialogForm : public wxDialog {
public:
  DialogForm(wxWindow* owner, const std::string& title);

protected:
  enum class Browse { none, file, folder };

  wxStaticText* add_sentence(const std::string& words);
  wxTextCtrl* add_field(const std::string& label, const std::string& value, Browse browse = Browse::none, long style = 0);
  void add_row(const std::string& label, wxWindow* control, wxWindow* beside = nullptr); ///< beside its label; `beside` follows it
  void add_wide(wxWindow* control, int share = 0);                                       ///< across the window
  /// `agree`: the label of the button. The keyboard begins in `first`.
  void finish(const std::string& agree, wxWindow* first);
  void update(); ///< asks fault() anew

private:
  virtual std::string fault() const = 0;
  wxFlexGridSizer* grid();
  wxButton* new_browse(wxTextCtrl* field, const std::string& label, Browse browse);

  wxSizer* rows_ = nullptr;
  wxFlexGridSizer* grid_ = nullptr; ///< the one that fields go to; a sentence ends it
  wxStaticText* fault_ = nullptr;
  wxButton* agree_ = nullptr;
};

} // namespace hdskit::gui::pages
