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
#include <libxml/tree.h>

static inline void liantuXMLIgnoreMessage(void *context, const char *message, ...) {}

// xmlParseChunk, silent: what iconv refuses is reported to no parser but printed to standard error through a variadic
// function of the thread, which is put back at once. The caller sees the refusal in the result.
static inline int liantuXMLParseChunk(xmlParserCtxtPtr parser, const char *piece, int size, int isLast) {
  xmlGenericErrorFunc function = xmlGenericError;
  void *context = xmlGenericErrorContext;
  xmlSetGenericErrorFunc(NULL, liantuXMLIgnoreMessage);
  int status = xmlParseChunk(parser, piece, size, isLast);
  xmlSetGenericErrorFunc(context, function);
  return status;
}

#endif
