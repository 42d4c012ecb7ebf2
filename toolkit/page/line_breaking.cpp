#include "toolkit/page/line_breaking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hdskit::page {
namespace {

constexpr double stretch_of_space = 0.55, shrink_of_space = 0.3; // shares of its width
constexpr double tolerance = 0.01;                               // points: rounding, not overflow
constexpr double nothing = std::numeric_limits<double>::infinity();

/// A place where a line may end.
struct Break {
  std::size_t token = 0;   ///< the next line begins with this token,
  std::uint16_t glyph = 0; ///< at this glyph
  Division division = Division::free;
  bool forced = false;
  double end = 0, start = 0;               ///< how far the line before reaches, and where the next one begins, on one endless line
  double end_spaces = 0, start_spaces = 0; ///< the width of spaces up to there
  double hyphen = 0;
};

/// By token: whether the words that stick together there are wider than a line, so that they must be divided anywhere.
std::vector<bool> too_wide(const std::vector<Token>& tokens, double width) {
  std::vector<bool> out(tokens.size(), false);
  for (std::size_t from = 0; from < tokens.size();) {
    std::size_t to = from;
    double group = 0;
    do {
      group += tokens[to].width() + (to == from ? 0 : tokens[to].spaces * static_cast<double>(tokens[to].space));
      ++to;
    } while (to < tokens.size() && !tokens[to].breakable && !tokens[to].forced);
    for (; from < to; ++from) out[from] = group > width;
  }
  return out;
}

/// Every break of a paragraph in order; the first stands before everything, the last behind.
std::vector<Break> breaks_of(const std::vector<Token>& tokens, double width, const LineRules& rules) {
  std::vector<Break> breaks;
  const auto wide = too_wide(tokens, width);
  double x = 0, spaces = 0;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const auto& token = tokens[t];
    const double gap = token.spaces * static_cast<double>(token.space);
    const double kept = rules.keeps_spaces && (token.forced || t == 0) ? gap : 0;
    const bool free = token.forced || token.breakable || t == 0;
    if (free || (wide[t] && gap > 0))
      breaks.push_back({t, 0, free ? Division::free : Division::letter, token.forced, x, x + gap - kept, spaces, spaces + gap - kept, 0});
    x += gap;
    spaces += gap;
    double inside = x;
    for (std::uint16_t g = 0; g < token.word->count; ++g) {
      const auto& glyph = token.word->glyphs[g];
      inside += glyph.advance * static_cast<double>(token.size) / 1000;
      const auto division = glyph.division == Division::hyphen && !rules.hyphenated ? Division::letter : glyph.division;
      if (division == Division::never || (division == Division::letter && !wide[t])) continue;
      const bool last = g + 1 == token.word->count; // the token goes on in another face
      breaks.push_back({last ? t + 1 : t, static_cast<std::uint16_t>(last ? 0 : g + 1), division, false, inside, inside, spaces, spaces,
                        division == Division::hyphen ? static_cast<double>(token.hyphen) : 0});
    }
    x += token.width();
  }
  breaks.push_back({tokens.size(), 0, Division::free, true, x, x, spaces, spaces, 0});
  return breaks;
}

double length(const Break& from, const Break& to) { return to.end - from.start + to.hyphen; }

/// How far the spaces of the line must stretch (above 0) or shrink (below, at worst -1).
double ratio(const Break& from, const Break& to, double width) {
  const double missing = width - length(from, to);
  const double spaces = to.end_spaces - from.start_spaces;
  if (missing >= 0) return to.forced ? 0 : spaces > 0 ? missing / (spaces * stretch_of_space) : missing > tolerance ? 1000 : 0;
  if (missing > -tolerance) return 0;
  return spaces > 0 ? missing / (spaces * shrink_of_space) : -nothing;
}

double demerits(const Break& from, const Break& to, double r, double r_before, bool last_line) {
  double penalty = 0;
  if (to.division == Division::hyphen) penalty = 60;
  if (to.division == Division::letter) penalty = 3000;
  const double badness = 100 * std::abs(r * r * r);
  double sum = (10 + badness) * (10 + badness) + penalty * penalty;
  if (to.division == Division::hyphen && from.division == Division::hyphen) sum += 4000;
  if (last_line && from.division == Division::hyphen) sum += 6000;
  if (std::abs(r - r_before) > 1) sum += 5000; // a loose line next to a tight one
  return sum;
}

/// The best chain of breaks when no line may need more than `loosest`; empty when there is none.
std::vector<std::size_t> best_chain(const std::vector<Break>& breaks, double width, double loosest) {
  struct Node {
    double cost = nothing, ratio = 0;
    std::size_t previous = 0;
  };
  std::vector<Node> nodes(breaks.size());
  nodes[0].cost = 0;
  std::vector<std::size_t> active{0};
  for (std::size_t b = 1; b < breaks.size(); ++b) {
    auto& node = nodes[b];
    std::erase_if(active, [&](std::size_t a) {
      const double r = ratio(breaks[a], breaks[b], width);
      if (r >= -1 && r <= loosest) {
        const double cost = nodes[a].cost + demerits(breaks[a], breaks[b], r, nodes[a].ratio, b + 1 == breaks.size());
        if (cost < node.cost) node = {cost, r, a};
      }
      return r < -1 && breaks[b].division != Division::hyphen; // without a hyphen a later end may still fit
    });
    if (breaks[b].forced) active.clear();
    if (node.cost < nothing) active.push_back(b);
    if (active.empty()) return {};
  }
  if (nodes.back().cost == nothing) return {};
  std::vector<std::size_t> chain{breaks.size() - 1};
  while (chain.back() != 0) chain.push_back(nodes[chain.back()].previous);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// The end of the line that starts at `from`, when it takes what fits.
std::size_t fullest(const std::vector<Break>& breaks, std::size_t from, double width) {
  std::size_t between_words = 0, hyphen = 0, letter = 0;
  for (std::size_t b = from + 1; b < breaks.size(); ++b) {
    if (breaks[b].end - breaks[from].start > width + tolerance) break;
    if (length(breaks[from], breaks[b]) <= width + tolerance)
      (breaks[b].division == Division::free ? between_words : breaks[b].division == Division::hyphen ? hyphen : letter) = b;
    if (breaks[b].forced) return b;
  }
  const bool hollow = between_words == 0 || length(breaks[from], breaks[between_words]) < width * 0.5;
  if (hollow && hyphen > between_words) return hyphen;
  if (between_words != 0) return between_words;
  return letter != 0 ? letter : from + 1; // not one letter fits: it overflows rather than vanishes
}

std::vector<std::size_t> greedy_chain(const std::vector<Break>& breaks, double width) {
  std::vector<std::size_t> chain{0};
  while (chain.back() + 1 < breaks.size()) chain.push_back(fullest(breaks, chain.back(), width));
  return chain;
}

void add_line(Lines& out, const std::vector<Token>& tokens, const Break& from, const Break& to, bool keeps_spaces) {
  const auto first = out.pieces.size();
  for (std::size_t t = from.token; t < tokens.size() && (t < to.token || (t == to.token && to.glyph > 0)); ++t) {
    const auto& token = tokens[t];
    Piece piece{.word = token.word, .from = 0, .to = token.word->count, .run = token.run, .spaces = token.spaces, .hyphen = false};
    if (t == from.token) {
      piece.from = from.glyph;
      if (from.glyph > 0 || !(keeps_spaces && (from.forced || t == 0))) piece.spaces = 0;
    }
    if (t == to.token) piece.to = to.glyph;
    out.pieces.push_back(piece);
  }
  if (out.pieces.size() > first && to.division == Division::hyphen) out.pieces.back().hyphen = true;
  Line line;
  line.first = static_cast<std::uint32_t>(first);
  line.count = static_cast<std::uint32_t>(out.pieces.size() - first) & 0x7FFFFFFFU;
  line.closes = to.forced ? 1 : 0;
  out.lines.push_back(line);
}

} // namespace

int advance_of(const Word& word, std::size_t from, std::size_t to) {
  if (from == 0 && to == word.count) return word.advance;
  int advance = 0;
  for (std::size_t i = from; i < to; ++i) advance += word.glyphs[i].advance;
  return advance;
}

NaturalWidth natural_width(const std::vector<Token>& tokens) {
  NaturalWidth natural;
  double line = 0, whole = 0; // since the last forced break, since the last break between words
  for (const auto& token : tokens) {
    const double gap = token.spaces * static_cast<double>(token.space);
    if (token.forced) line = 0;
    if (token.forced || token.breakable) whole = 0;
    line += (line > 0 ? gap : 0) + token.width();
    double part = whole + (whole > 0 ? gap : 0);
    for (std::uint16_t g = 0; g < token.word->count; ++g) {
      part += token.word->glyphs[g].advance * static_cast<double>(token.size) / 1000;
      natural.least = std::max(natural.least, part);
      if (token.word->glyphs[g].division == Division::free) part = 0;
    }
    whole = part;
    natural.full = std::max(natural.full, line);
  }
  return natural;
}

Lines break_lines(const std::vector<Token>& tokens, double width, const LineRules& rules) {
  Lines out;
  if (tokens.empty()) return out;
  const auto breaks = breaks_of(tokens, width, rules);
  std::vector<std::size_t> chain;
  if (rules.justified)
    for (const double loosest : {2.2, 5.0, 2000.0})
      if (chain.empty()) chain = best_chain(breaks, width, loosest);
  if (chain.empty()) chain = greedy_chain(breaks, width);
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) add_line(out, tokens, breaks[chain[i]], breaks[chain[i + 1]], rules.keeps_spaces);
  return out;
}

} // namespace hdskit::page
