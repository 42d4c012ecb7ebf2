// Read before <qpdf/JSON.hh>, whose guard this is. Not `pragma once`: the guard is the point.
#ifndef JSON_HH
#define JSON_HH
class JSON;
#endif
