import { spawnSync } from 'node:child_process';

/** Nanoseconds a sample and neuron of the same network in PyTorch, on one thread in 64-bit. */
export interface TorchTimes {
  version: string;
  gradient: number;
  hessian: number;
}

const script = `
import json, statistics, time
import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
torch.manual_seed(1)
count, size, width = 1024, 3, 4
x = torch.randn(count, size)
x[:, -1] = 1
y = torch.randn(count)
theta = torch.randn(width * (size + 1) + 1)

def loss(t):
    w = t[:width * size].reshape(width, size)
    a = t[width * size:width * (size + 1)]
    z = x @ w.T
    f = (torch.sigmoid(4 * z) + torch.nn.functional.softplus(z)) @ a + t[-1]
    return (f - y).square().mean()

def gradient():
    t = theta.clone().requires_grad_(True)
    torch.autograd.grad(loss(t), t)

def hessian():
    torch.autograd.functional.hessian(loss, theta)

def median(work, runs):
    times = []
    for run in range(2 * runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[runs:]) * 1e9 / (count * width)

print(json.dumps({"version": torch.__version__, "gradient": median(gradient, 201), "hessian": median(hessian, 31)}))
`;

/** Times PyTorch beside us; undefined where there is no Python 3 with PyTorch. */
export function timeTorch(): TorchTimes | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', script], { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) return undefined;
  try {
    const found = JSON.parse(stdout) as Partial<TorchTimes>;
    const { version, gradient, hessian } = found;
    if (typeof version !== 'string' || typeof gradient !== 'number' || typeof hessian !== 'number')
      return undefined;
    return { version, gradient, hessian };
  } catch {
    return undefined;
  }
}
