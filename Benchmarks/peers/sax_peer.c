/* Parses a file with libxml2's SAX2 push parser, 64 KB at a time, and does nothing with it but count the elements: what any
   reader on libxml2 takes at least. */
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

static long elements = 0;

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int namespaces, const xmlChar **declared, int attributes, int defaulted,
                  const xmlChar **values) {
  elements++;
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {}

static void characters(void *context, const xmlChar *text, int length) {}

int main(int count, char **arguments) {
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 2;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = handler.ignorableWhitespace = characters;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  static char piece[1 << 16];
  size_t length;
  while ((length = fread(piece, 1, sizeof piece, file)) > 0)
    xmlParseChunk(parser, piece, (int)length, 0);
  int failed = xmlParseChunk(parser, piece, 0, 1);
  xmlFreeParserCtxt(parser);
  fclose(file);
  printf("%ld elements\n", elements);
  return failed ? 1 : 0;
}
