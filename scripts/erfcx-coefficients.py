"""Prints the Chebyshev coefficients in src/math/erf.ts.

erfcx(x) = exp(x^2) erfc(x) for x >= 0, expanded in t = (x - K) / (x + K), which maps [0, inf) to [-1, 1).
Run with mpmath installed: python3 scripts/erfcx-coefficients.py
"""
from mpmath import mp, mpf, cos, pi, erfc, exp, sqrt, nstr

mp.dps = 40
K = mpf(3)
NODES = 120


def erfcx(x):
    if x > 60:  # asymptotic series: the direct product would lose all digits
        total, term = mpf(1), mpf(1)
        for n in range(1, 40):
            term *= -(2 * n - 1) / (2 * x * x)
            total += term
        return total / (x * sqrt(pi))
    with mp.workdps(60 + int(x * x)):
        return +(exp(x * x) * erfc(x))


nodes = [cos(pi * (k + mpf(1) / 2) / NODES) for k in range(NODES)]
values = [erfcx(K * (1 + t) / (1 - t)) for t in nodes]
coefficients = []
for n in range(60):
    s = sum(v * cos(n * pi * (k + mpf(1) / 2) / NODES) for k, v in enumerate(values))
    coefficients.append(s * (1 if n == 0 else 2) / NODES)
# erfcx behaves like 1/x at infinity, so the relative error there needs more terms than the absolute one.
last = max(n for n, c in enumerate(coefficients) if abs(c) > mpf("1e-18"))
for c in coefficients[: last + 1]:
    print(f"  {nstr(c, 18, min_fixed=0, max_fixed=0)},")
