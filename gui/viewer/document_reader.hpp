#pragma once

#include "gui/viewer/paged_document.hpp"

#include <exception>
#include <functional>
#include <thread>

namespace hdskit::gui {

/// What is known of a document as soon as it is open.
struct DocumentOutline {
  std::vector<PageSize> pages;
  std::vector<std::string> labels;
  std::vector<OutlineEntry> entries;
};

/// A thread that owns one document at a time and answers what a window asks: the newest wish first, what is no longer wished never.
class DocumentReader {
public:
  /// All but `post` are called through `post`, which carries work to the window's thread. None is called once close() has returned.
  struct Answers {
    std::function<void(std::function<void()>)> post; ///< called on the reader's thread
    std::function<void(DocumentOutline)> opened;
    std::function<void(std::exception_ptr)> failed; ///< it could not be opened
    std::function<void(int page, double pixels_per_point, Picture)> drawn;
    std::function<void(int page)> not_drawn;
    std::function<void(int page, std::string text)> read;
    std::function<void(std::vector<Hit> more, int pages_searched)> found; ///< once per page
  };
  explicit DocumentReader(Answers answers);
  ~DocumentReader();
  DocumentReader(const DocumentReader&) = delete;
  DocumentReader& operator=(const DocumentReader&) = delete;

  /// Opens what `open` gives in place of the document of before, and forgets all other wishes. Empty: closes it.
  void open(std::function<std::unique_ptr<PagedDocument>()> open);

  struct Sight {
    int page = 0;
    double pixels_per_point = 1;
    bool operator==(const Sight&) const = default;
  };
  void draw(std::vector<Sight> pages);           ///< in this order; replaces what was wished before
  void read(int page);                           ///< its text
  void find(const std::string& words, int from); ///< page by page, from that page on and round; "" stops

private:
  struct State;
  std::shared_ptr<State> state_; ///< shared with the thread, which may be left behind in a page that never ends
  std::thread thread_;
};

} // namespace hdskit::gui
