/* The range computation in plain C, for comparison: reads a case's numbers as plain text, redraws the same weights,
 * regenerates the tables in the same way and runs the same sums. Prints one line with the milliseconds of each run and
 * then, per horizon, the chance of a break for every draw. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { S = 5, CELLS = 2048 };
static const double MIDDLES[S] = {0.1, 0.3, 0.5, 0.7, 0.9};
static const double BORDERS[S + 1] = {0, 0.2, 0.4, 0.6, 0.8, 1};

static FILE *in;
static double num(void) {
  double x;
  if (fscanf(in, "%lf", &x) != 1) { fprintf(stderr, "range: a number is missing\n"); exit(1); }
  return x;
}
static int whole(void) { return (int)num(); }
static double *doubles(long n) { return calloc(n > 0 ? n : 1, sizeof(double)); }

/* sfc32, seeded like app/model/random/generator.ts */
typedef struct { uint32_t a, b, c, d; } Stream;
static double next(Stream *s) {
  uint32_t t = s->a + s->b + s->d;
  s->d += 1;
  s->a = s->b ^ (s->b >> 9);
  s->b = s->c + (s->c << 3);
  s->c = ((s->c << 21) | (s->c >> 11)) + t;
  return t / 4294967296.0;
}
static Stream stream(int32_t seed, int32_t hash) {
  Stream s = {0x9e3779b9u, 0x243f6a88u, 0xb7e15162u, 1};
  int32_t parts[2] = {seed, hash};
  for (int p = 0; p < 2; p++) {
    s.a ^= (uint32_t)parts[p];
    for (int i = 0; i < 12; i++) next(&s);
  }
  return s;
}
static void strata(int n, Stream *s, double *out) {
  for (int i = 0; i < n; i++) out[i] = (i + next(s)) / n;
  for (int i = n - 1; i > 0; i--) {
    int j = (int)floor(next(s) * (i + 1));
    double t = out[i]; out[i] = out[j]; out[j] = t;
  }
}

/* PERT quantiles, like app/model/random/pert.ts */
static double density(double x, double t) { return pow(x, 4 * t) * pow(1 - x, 4 * (1 - t)); }
static void pert(double low, double mode, double high, double *u, int n) {
  static double table[CELLS + 1];
  if (!(high > low)) { for (int i = 0; i < n; i++) u[i] = low; return; }
  double t = (fmin(high, fmax(low, mode)) - low) / (high - low);
  table[0] = 0;
  for (int i = 0; i < CELLS; i++)
    table[i + 1] = table[i] + density((double)i / CELLS, t) + 4 * density((i + 0.5) / CELLS, t) + density((i + 1.0) / CELLS, t);
  double total = table[CELLS];
  for (int i = 0; i <= CELLS; i++) table[i] /= total;
  for (int i = 0; i < n; i++) {
    int from = 0, to = CELLS;
    while (to - from > 1) { int m = (from + to) >> 1; if (table[m] <= u[i]) from = m; else to = m; }
    double step = table[to] - table[from];
    u[i] = low + ((high - low) * (from + (step > 0 ? (u[i] - table[from]) / step : 0.5))) / CELLS;
  }
}

/* Rows of a truncated normal, like app/model/ranked/row.ts (spreads up to .8), tabulated like lattice.ts */
static void row(double mean, double spread, double *out) {
  double scale = 1 / (spread * M_SQRT2), area[S + 1], total = 0, kept = 0;
  for (int k = 0; k <= S; k++) area[k] = erfc(fabs(BORDERS[k] - mean) * scale) / 2;
  for (int k = 0; k < S; k++) {
    double a = BORDERS[k] - mean, b = BORDERS[k + 1] - mean;
    out[k] = a >= 0 ? area[k] - area[k + 1] : b <= 0 ? area[k + 1] - area[k] : 1 - area[k] - area[k + 1];
    total += out[k];
  }
  if (!(total >= 1e-12)) {
    memset(out, 0, S * sizeof(double));
    out[mean < 0.5 ? 0 : S - 1] = 1;
    return;
  }
  for (int k = 0; k < S; k++) { double p = out[k] / total; out[k] = p < 1e-15 ? 0 : p; kept += out[k]; }
  for (int k = 0; k < S; k++) out[k] /= kept;
}
typedef struct { double spread, step, *rows; int last; } Lattice;
static Lattice lattice(double spread) {
  double wanted = ceil(2 / spread * 128);
  int points = (int)(wanted < 40000 ? wanted : 40000) + 1;
  Lattice l = {spread, 2.0 / (points - 1), doubles((long)points * S), points - 3};
  for (int i = 0; i < points; i++) row(-0.5 + i * l.step, spread, l.rows + (long)i * S);
  return l;
}
static void fill(const Lattice *l, const double *restrict means, int n, double *restrict out) {
  double per = 1 / l->step;
  for (int r = 0; r < n; r++, out += S) {
    double position = (means[r] + 0.5) * per;
    int cell = (int)floor(position);
    if (!(cell >= 1 && cell <= l->last)) { row(means[r], l->spread, out); continue; }
    double t = position - cell;
    double a = (-t * (t - 1) * (t - 2)) / 6, b = ((t + 1) * (t - 1) * (t - 2)) / 2;
    double c = (-(t + 1) * t * (t - 2)) / 2, d = ((t + 1) * t * (t - 1)) / 6;
    const double *at = l->rows + (long)(cell - 1) * S;
    for (int k = 0; k < S; k++) out[k] = a * at[k] + b * at[k + S] + c * at[k + 2 * S] + d * at[k + 3 * S];
  }
}

/* Rules, like app/model/ranked/rule.ts and table.ts */
typedef struct { int axis, kind, weight; double p, q; } Gate;
typedef struct { double strength; int weight, gates; Gate gate[16]; } Push;
typedef struct { int sum, parents, pushes, rows, moves; double base, *means, *table; Push *push; Lattice lattice; } Mechanism;
static double *ratio;
static double gated(const Gate *g, double x) {
  double r = g->weight < 0 ? 1 : ratio[g->weight], most = fmin(1, r);
  switch (g->kind) {
    case 0: return most * x;
    case 1: return g->p + (1 - g->p) * most * x;
    case 2: return fmin(1, fmax(0, (most * x - g->p) / (g->q - g->p)));
    default: return fmax(0, 1 - g->p * fmin(1, r * x));
  }
}
static void tableOf(Mechanism *m) {
  static double pushed[78125];
  double *means = m->means;
  for (int r = 0; r < m->rows; r++) means[r] = m->sum ? m->base : 1;
  for (int p = 0; p < m->pushes; p++) {
    const Push *push = &m->push[p];
    double start = push->strength * (push->weight < 0 ? 1 : ratio[push->weight]);
    for (int r = 0; r < m->rows; r++) pushed[r] = start;
    for (int g = 0; g < push->gates; g++) {
      const Gate *gate = &push->gate[g];
      double value[S];
      int inner = 1;
      for (int k = 0; k < S; k++) value[k] = gated(gate, MIDDLES[k]);
      for (int a = gate->axis + 1; a < m->parents; a++) inner *= S;
      for (int r = 0; r < m->rows;)
        for (int k = 0; k < S; k++)
          for (int i = 0; i < inner; i++) pushed[r++] *= value[k];
    }
    if (m->sum) for (int r = 0; r < m->rows; r++) means[r] += pushed[r];
    else for (int r = 0; r < m->rows; r++) means[r] *= 1 - fmin(pushed[r], 1);
  }
  if (!m->sum) for (int r = 0; r < m->rows; r++) means[r] = 1 - means[r];
  if (m->moves) fill(&m->lattice, means, m->rows, m->table);
  else for (int r = 0; r < m->rows; r++) row(means[r], m->lattice.spread, m->table + r * S);
}

/* Elimination: out[i] = sum over k of a · b, with the offsets worked out once */
typedef struct { int a, b, size, count, strideA, strideB, *ofA, *ofB; } Step;
typedef struct { int n, *v; } Scope;
static int strideIn(Scope s, int v) {
  int stride = 1;
  for (int i = s.n - 1; i >= 0; i--) { if (s.v[i] == v) return stride; stride *= S; }
  return 0;
}
static int *offsets(Scope over, Scope of, int size) {
  int *map = calloc(size, sizeof(int));
  for (int i = 0; i < size; i++)
    for (int j = over.n - 1, rest = i; j >= 0; j--, rest /= S) map[i] += rest % S * strideIn(of, over.v[j]);
  return map;
}
static Scope readScope(void) {
  Scope s = {whole(), NULL};
  s.v = calloc(s.n ? s.n : 1, sizeof(int));
  for (int i = 0; i < s.n; i++) s.v[i] = whole();
  return s;
}
static void run(const Step *s, const double *restrict a, const double *restrict b, double *restrict out) {
  for (int i = 0; i < s->size; i++) {
    const double *x = a + s->ofA[i];
    double sum = 0;
    if (b) {
      const double *y = b + s->ofB[i];
      if (s->count == S) for (int k = 0; k < S; k++) sum += x[k * s->strideA] * y[k * s->strideB];
      else for (int k = 0; k < s->count; k++) sum += x[k * s->strideA] * y[k * s->strideB];
    } else for (int k = 0; k < s->count; k++) sum += x[k * s->strideA];
    out[i] = sum;
  }
}

int main(int argc, char **argv) {
  if (argc < 2 || !(in = fopen(argv[1], "r"))) { fprintf(stderr, "range: no input\n"); return 1; }
  int runs = whole(), draws = whole(), seed = whole();
  int weights = whole();
  double *spread = doubles(4L * weights), *drawn = doubles((long)weights * draws);
  int *hash = calloc(weights + 1, sizeof(int)), *moves = calloc(weights + 1, sizeof(int));
  ratio = doubles(weights);
  for (int w = 0; w < weights; w++) {
    moves[w] = whole();
    hash[w] = (int32_t)num();
    for (int i = 0; i < 4; i++) spread[4 * w + i] = num(); /* low, mode, high, usual; where it stands: mode */
  }
  int horizons = whole(), factors = whole(), mechanisms = whole();
  int inputs = factors + mechanisms + 1;
  double *priors = doubles((long)horizons * factors * S), *hazard = doubles((long)horizons * S);
  for (int i = 0; i < horizons * factors * S; i++) priors[i] = num();
  for (int i = 0; i < horizons * S; i++) hazard[i] = num();
  Mechanism *ms = calloc(mechanisms, sizeof(Mechanism));
  for (int i = 0; i < mechanisms; i++) {
    Mechanism *m = &ms[i];
    double sd = num();
    if (sd > 0.8) { fprintf(stderr, "range: a spread above .8\n"); return 1; }
    m->lattice = lattice(sd);
    m->sum = whole(); m->base = num(); m->parents = whole(); m->pushes = whole();
    m->push = calloc(m->pushes, sizeof(Push));
    m->rows = 1;
    for (int p = 0; p < m->parents; p++) m->rows *= S;
    for (int p = 0; p < m->pushes; p++) {
      Push *push = &m->push[p];
      push->strength = num(); push->weight = whole(); push->gates = whole();
      if (push->weight >= 0 && moves[push->weight]) m->moves = 1;
      if (push->gates > 16) return 1;
      for (int g = 0; g < push->gates; g++) {
        Gate gate = {whole(), 0, 0, 0, 0};
        gate.kind = whole(); gate.p = num(); gate.q = num(); gate.weight = whole();
        if (gate.weight >= 0 && moves[gate.weight]) m->moves = 1;
        push->gate[g] = gate;
      }
    }
    m->means = doubles(m->rows);
    m->table = doubles((long)m->rows * S);
  }
  int steps = whole(), tensors = inputs + steps;
  Scope *scope = calloc(tensors, sizeof(Scope));
  double **tensor = calloc(tensors, sizeof(double *));
  for (int i = 0; i < inputs; i++) scope[i] = readScope();
  Step *step = calloc(steps, sizeof(Step));
  for (int i = 0; i < steps; i++) {
    Step *s = &step[i];
    s->a = whole(); s->b = whole();
    int summed = whole();
    Scope out = scope[inputs + i] = readScope();
    s->size = 1;
    for (int j = 0; j < out.n; j++) s->size *= S;
    s->count = summed < 0 ? 1 : S;
    s->strideA = summed < 0 ? 0 : strideIn(scope[s->a], summed);
    s->strideB = summed < 0 || s->b < 0 ? 0 : strideIn(scope[s->b], summed);
    s->ofA = offsets(out, scope[s->a], s->size);
    s->ofB = s->b < 0 ? NULL : offsets(out, scope[s->b], s->size);
    tensor[inputs + i] = doubles(s->size);
  }
  for (int i = 0; i < mechanisms; i++) tensor[factors + i] = ms[i].table;
  double *breaks = doubles((long)horizons * draws);

  for (int again = 0; again < runs; again++) {
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    for (int w = 0; w < weights; w++) {
      ratio[w] = spread[4 * w + 1] / spread[4 * w + 3];
      if (!moves[w]) continue;
      Stream s = stream(seed, hash[w]);
      strata(draws, &s, drawn + (long)w * draws);
      pert(spread[4 * w], spread[4 * w + 1], spread[4 * w + 2], drawn + (long)w * draws, draws);
    }
    for (int i = 0; i < mechanisms; i++) if (!ms[i].moves) tableOf(&ms[i]);
    for (int n = 0; n < draws; n++) {
      for (int w = 0; w < weights; w++) if (moves[w]) ratio[w] = drawn[(long)w * draws + n] / spread[4 * w + 3];
      for (int i = 0; i < mechanisms; i++) if (ms[i].moves) tableOf(&ms[i]);
      double survival = 1;
      for (int h = 0; h < horizons; h++) {
        for (int f = 0; f < factors; f++) tensor[f] = priors + ((long)h * factors + f) * S;
        tensor[inputs - 1] = hazard + h * S;
        for (int i = 0; i < steps; i++)
          run(&step[i], tensor[step[i].a], step[i].b < 0 ? NULL : tensor[step[i].b], tensor[inputs + i]);
        survival *= 1 - tensor[tensors - 1][0];
        breaks[(long)h * draws + n] = 1 - survival;
      }
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    printf("%.6f ", (end.tv_sec - start.tv_sec) * 1e3 + (end.tv_nsec - start.tv_nsec) / 1e6);
  }
  for (int h = 0; h < horizons; h++) {
    printf("\n");
    for (int n = 0; n < draws; n++) printf("%.17g ", breaks[(long)h * draws + n]);
  }
  printf("\n");
  return 0;
}
