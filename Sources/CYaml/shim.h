#ifndef LIANTU_YAML_SHIM_H
#define LIANTU_YAML_SHIM_H

#include <yaml.h>

#endif
