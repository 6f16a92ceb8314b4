import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';
import { reportPath, type Step } from './steps';
import { countStep, countTests, type Tally, type VitestReport } from './tally';
import { toolPath } from './tools';

/** Runs a command from the root, its output passing straight through, and says whether it ended well. */
function succeeds(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'inherit', 'inherit'] as const;
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: [...stdio] });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

function readReport(path: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

/**
 * Runs one step and counts its checks.
 *
 * @throws Error when the step's command is not installed.
 */
export async function runStep({ name, command, vitest }: Step, env: NodeJS.ProcessEnv): Promise<Tally> {
  const [packageName, bin, ...args] = command;
  const script = toolPath(packageName, bin);
  if (!vitest) return countStep(await succeeds(script, args, env));
  const report = join(root, reportPath(name));
  rmSync(report, { force: true });
  const ok = await succeeds(script, args, env);
  return countTests(readReport(report), ok);
}
