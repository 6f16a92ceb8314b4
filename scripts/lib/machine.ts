import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** How a command ended, with everything it printed. */
interface Outcome {
  ok: boolean;
  output: string;
}

/** All that the search for a browser needs from the computer, so that tests can give it another one. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isRoot: boolean;
  /** The text of /etc/os-release; empty where there is none. */
  osRelease: string;
  exists(path: string): boolean;
  /** Runs a command without a shell and without input; a missing command is an outcome that is not ok. */
  run(command: string, args: readonly string[], seconds: number): Promise<Outcome>;
  /** Tells the person waiting what is going on. */
  say(line: string): void;
}

/** Runs a command with a time limit and collects what it prints. It never rejects. */
function run(command: string, args: readonly string[], seconds: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: seconds * 1000 });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The computer this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    osRelease: readIfThere('/etc/os-release'),
    exists: existsSync,
    run,
    say: (line) => console.error(line),
  };
}

/**
 * Names the platform as far as pictures depend on it: system, processor and, on Linux, the widest vector
 * instructions, because Chromium's rasteriser takes another path (and rounds otherwise) for each.
 */
export function platformName(cpuInfo: string = readIfThere('/proc/cpuinfo')): string {
  const vectors = ['avx512f', 'avx2', 'sse4_1'].find((name) => new RegExp(`\\b${name}\\b`).test(cpuInfo));
  return [process.platform, process.arch, vectors].filter(Boolean).join(' ');
}
