#ifndef LIANTU_LIBXML2_SHIM_H
#define LIANTU_LIBXML2_SHIM_H

// Debian's libxml2 is built with ICU, whose headers its own then include. They clash with the copy of ICU inside Foundation
// in every program that imports both. Only the last fields of a structure that nobody here looks into depend on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

#endif
