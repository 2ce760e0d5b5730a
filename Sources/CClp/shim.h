#ifndef LIANTU_CLP_SHIM_H
#define LIANTU_CLP_SHIM_H

#include <Clp_C_Interface.h>

#endif
