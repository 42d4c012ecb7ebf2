#include "toolkit/page/annex_page_tree.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace hdskit::page {
namespace {

constexpr std::size_t most_pages = 20'000;
constexpr int deepest_tree = 100;

/// The attributes that a page takes over from the nodes above it (ISO 32000-1, table 30).
struct Inherited {
  QPDFObjectHandle resources, media, crop, rotation;
};

/// Nothing for what is no rectangle or has a side that no page has: less than a point, more than 100,000.
std::optional<PageBox> box_of(QPDFObjectHandle array) {
  if (!array.isInitialized() || !array.isArray() || array.getArrayNItems() != 4) return std::nullopt;
  double edges[4];
  for (int i = 0; i < 4; ++i) {
    auto item = array.getArrayItem(i);
    if (!item.isNumber()) return std::nullopt;
    edges[i] = item.getNumericValue();
    if (!std::isfinite(edges[i]) || std::abs(edges[i]) > 1e6) return std::nullopt;
  }
  const PageBox box{std::min(edges[0], edges[2]), std::min(edges[1], edges[3]), std::max(edges[0], edges[2]), std::max(edges[1], edges[3])};
  if (box.width() < 1 || box.height() < 1 || box.width() > 1e5 || box.height() > 1e5) return std::nullopt;
  return box;
}

PageBox within(const PageBox& inner, const PageBox& outer) {
  const PageBox box{std::max(inner.left, outer.left), std::max(inner.bottom, outer.bottom), std::min(inner.right, outer.right), std::min(inner.top, outer.top)};
  return box.width() < 1 || box.height() < 1 ? outer : box;
}

int quarter_turns(QPDFObjectHandle rotation) {
  if (!rotation.isInitialized() || !rotation.isInteger()) return 0;
  const auto degrees = rotation.getIntValue() % 360;
  const auto positive = static_cast<int>(degrees < 0 ? degrees + 360 : degrees);
  return positive % 90 == 0 ? positive : 0;
}

AnnexPage page_of(QPDFObjectHandle dictionary, const Inherited& inherited) {
  AnnexPage page;
  page.dictionary = dictionary;
  page.resources = inherited.resources;
  page.media = box_of(inherited.media).value_or(PageBox{0, 0, 612, 792}); // US Letter: what readers show when a page does not tell its size
  page.visible = within(box_of(inherited.crop).value_or(page.media), page.media);
  page.rotation = quarter_turns(inherited.rotation);
  if (auto unit = dictionary.getKey("/UserUnit"); unit.isNumber() && unit.getNumericValue() >= 0.01 && unit.getNumericValue() <= 1000)
    page.unit = unit.getNumericValue();
  return page;
}

class PageTree {
public:
  PageTree(QPDF& pdf, const std::string& name) : pdf_{pdf}, name_{name} {}

  void walk(QPDFObjectHandle node, const Inherited& above, int depth) {
    if (!node.isDictionary() || depth > deepest_tree) refuse();
    const auto inherited = below(above, node);
    auto kids = node.getKey("/Kids");
    if (!kids.isArray()) {
      if (pages_.size() == most_pages) refuse_too_many();
      pages_.push_back(page_of(node, inherited));
      return;
    }
    if (node.isIndirect() && !seen_.insert(node.getObjGen()).second) refuse();
    for (int i = 0; i < kids.getArrayNItems(); ++i) walk(kids.getArrayItem(i), inherited, depth + 1);
  }

  std::vector<AnnexPage> take() {
    if (pages_.empty())
      throw Problem{ProblemKind::bad_input, name_, tr("The PDF “{1}” has no page.", {name_}), tr("Check that it is the right file, then add it again.")};
    return std::move(pages_);
  }

  [[noreturn]] void refuse() const {
    throw Problem{ProblemKind::bad_input, name_, tr("The PDF “{1}” is damaged: its pages cannot be read.", {name_}),
                  tr("Export it again, or print it to a new PDF.")};
  }

private:
  Inherited below(Inherited above, QPDFObjectHandle& node) {
    const auto take = [&](const char* key, QPDFObjectHandle& place) {
      auto value = node.getKey(key);
      if (is_lost(pdf_, value)) refuse();
      if (!value.isNull()) place = value;
    };
    take("/Resources", above.resources);
    take("/MediaBox", above.media);
    take("/CropBox", above.crop);
    take("/Rotate", above.rotation);
    return above;
  }
  [[noreturn]] void refuse_too_many() const {
    throw Problem{ProblemKind::bad_input, name_, tr("The PDF “{1}” has more than {2} pages.", {name_, std::to_string(most_pages)}),
                  tr("Split it into several annexes.")};
  }
  QPDF& pdf_;
  const std::string& name_;
  std::set<QPDFObjGen> seen_;
  std::vector<AnnexPage> pages_;
};

} // namespace

std::vector<AnnexPage> pages_of_annex(QPDF& pdf, const std::string& name) {
  PageTree tree{pdf, name};
  try {
    auto root = pdf.getRoot().getKey("/Pages");
    if (root.isDictionary()) tree.walk(root, {}, 0);
  } catch (const QPDFExc&) { // no catalogue
    tree.refuse();
  }
  return tree.take();
}

} // namespace hdskit::page
