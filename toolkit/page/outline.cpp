#include "toolkit/page/outline.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr std::size_t names_per_leaf = 500;

struct Node {
  int object = 0, descendants = 0;
  std::size_t parent = 0, previous = 0, next = 0, first = 0, last = 0; ///< indexes; 0 is the root, hence also "none"
};

/// Links entries by their levels; a level that skips one hangs below the nearest one above it.
std::vector<Node> tree_of(const std::vector<OutlineEntry>& entries) {
  std::vector<Node> nodes(entries.size() + 1);
  std::vector<std::pair<int, std::size_t>> path{{0, 0}};
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const int level = std::max(1, entries[i - 1].level);
    while (path.back().first >= level) path.pop_back();
    auto& parent = nodes[path.back().second];
    nodes[i].parent = path.back().second;
    nodes[i].previous = parent.last;
    if (parent.last != 0) nodes[parent.last].next = i;
    else parent.first = i;
    parent.last = i;
    ++parent.descendants;
    path.emplace_back(level, i);
  }
  return nodes;
}

} // namespace

int write_outline(PdfFile& file, const std::vector<OutlineEntry>& entries) {
  if (entries.empty()) return 0;
  auto nodes = tree_of(entries);
  for (auto& node : nodes) node.object = file.reserve();
  const auto link = [&](const char* key, std::size_t to) { return to == 0 ? std::string{} : key + (" " + pdf_reference(nodes[to].object)); };
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const auto& node = nodes[i];
    std::string body = "<</Title" + pdf_text(entries[i - 1].title) + "/Parent " + pdf_reference(nodes[node.parent].object) + link("/Prev", node.previous) +
                       link("/Next", node.next) + "/Dest" + entries[i - 1].destination;
    if (node.first != 0) body += link("/First", node.first) + link("/Last", node.last) + "/Count " + std::to_string(-node.descendants);
    file.write(node.object, body + ">>");
  }
  const auto& root = nodes.front();
  file.write(root.object, "<</Type/Outlines" + link("/First", root.first) + link("/Last", root.last) + "/Count " + std::to_string(root.descendants) + ">>");
  return root.object;
}

int write_names(PdfFile& file, const std::map<std::string, std::string>& destinations) {
  if (destinations.empty()) return 0;
  std::string leaves;
  for (auto entry = destinations.begin(); entry != destinations.end();) {
    const auto first = entry->first;
    std::string names, last;
    for (std::size_t i = 0; i < names_per_leaf && entry != destinations.end(); ++i, ++entry) {
      names += pdf_text(entry->first) + entry->second + " ";
      last = entry->first;
    }
    leaves += pdf_reference(file.add("<</Limits[" + pdf_text(first) + pdf_text(last) + "]/Names[" + names + "]>>")) + " ";
  }
  return file.add("<</Kids[" + leaves + "]>>");
}

std::string destination_name(const std::string& anchor) {
  std::string name;
  for (const char c : anchor) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '%') name += c;
    else name += std::string{'%'} + "0123456789ABCDEF"[byte >> 4] + "0123456789ABCDEF"[byte & 15];
  }
  return name;
}

} // namespace hdskit::page
