#ifndef LIANTU_CLP_SHIM_H
#define LIANTU_CLP_SHIM_H

#include <coin/Clp_C_Interface.h>
#include <dlfcn.h>
#include <stddef.h>

// The functions that LinearPrograms calls.
#define LIANTU_CLP_FUNCTIONS(each) \
  each(Clp_newModel) each(Clp_deleteModel) each(Clp_setLogLevel) each(Clp_loadProblem) \
  each(Clp_setOptimizationDirection) each(Clp_scaling) each(Clp_setPerturbation) each(Clp_rowLower) each(Clp_rowUpper) \
  each(Clp_columnLower) each(Clp_columnUpper) each(Clp_objective) each(Clp_addRows) \
  each(Clp_deleteRows) each(Clp_setMaximumIterations) each(Clp_setPrimalTolerance) \
  each(Clp_setDualTolerance) each(ClpSolve_new) each(ClpSolve_setSolveType) \
  each(ClpSolve_setDoImpliedFree) each(ClpSolve_delete) each(Clp_initialSolveWithOptions) \
  each(Clp_dual) each(Clp_primal) each(Clp_setNumberIterations) each(Clp_numberIterations) \
  each(Clp_status) each(Clp_statusExists) each(Clp_statusArray) each(Clp_copyinStatus) \
  each(Clp_primalColumnSolution) each(Clp_dualRowSolution)

/// The functions of an opened library, under the names that its header has.
struct liantu_clp {
#define LIANTU_CLP_FIELD(name) __typeof__(name) *name;
  LIANTU_CLP_FUNCTIONS(LIANTU_CLP_FIELD)
#undef LIANTU_CLP_FIELD
};

/// Opens the library and looks its functions up; what the system says where that fails, NULL where it does not.
///
/// In C, because only here the compiler gives every function the type that the header declares.
static inline const char *liantu_clp_open(const char *file, struct liantu_clp *clp) {
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return dlerror();
#define LIANTU_CLP_FIND(name) \
  clp->name = (__typeof__(name) *)dlsym(library, #name); \
  if (clp->name == NULL) return dlerror();
  LIANTU_CLP_FUNCTIONS(LIANTU_CLP_FIND)
#undef LIANTU_CLP_FIND
  return NULL;
}

#endif
