/* Solves a program from an MPS file with CLP alone, dual simplex with presolve: how fast the machine is with what the
   quantities of a chain cost. Prints the optimum, the steps and the median of processor time. */
#include <coin/Clp_C_Interface.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 7 };

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  double times[ROUNDS], optimum = 0;
  int steps = 0;
  for (int round = 0; round < ROUNDS; round++) {
    Clp_Simplex *model = Clp_newModel();
    Clp_setLogLevel(model, 0);
    if (Clp_readMps(model, arguments[1], 0, 0)) return 1;
    Clp_Solve *way = ClpSolve_new();
    ClpSolve_setSolveType(way, 0, -1);
    ClpSolve_setPresolveType(way, 0, -1);
    clock_t start = clock();
    Clp_initialSolveWithOptions(model, way);
    times[round] = (double)(clock() - start) / CLOCKS_PER_SEC * 1e3;
    optimum = Clp_objectiveValue(model);
    steps = Clp_numberIterations(model);
    ClpSolve_delete(way);
    Clp_deleteModel(model);
  }
  qsort(times, ROUNDS, sizeof *times, ascending);
  printf("CLP alone: optimum %.0f, %d steps, median %.0f ms of processor time\n", optimum, steps, times[ROUNDS / 2]);
  return 0;
}
