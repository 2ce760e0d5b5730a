#ifndef LIANTU_ZLIB_SHIM_H
#define LIANTU_ZLIB_SHIM_H

#include <zlib.h>

// inflateInit2 is a macro. 16 more than the greatest window means a gzip header.
static inline int liantuInflateInit(z_streamp stream) { return inflateInit2(stream, 16 + MAX_WBITS); }

#endif
