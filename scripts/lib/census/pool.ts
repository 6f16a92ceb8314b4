/** Trains many networks on several cores. */
import { fork } from 'node:child_process';
import type { CensusSettings } from '#math/census/settings';

/** One network to train. */
export interface Task {
  readonly settings: CensusSettings;
  readonly seed: number;
}

/**
 * Trains each task's network; as many at a time as there are jobs.
 *
 * @param onLine is given the line of each run as it ends, in any order
 * @throws Error when a process ends before its time.
 */
export async function trainAll(
  tasks: readonly Task[],
  jobs: number,
  onLine: (line: string, task: Task) => void,
): Promise<void> {
  const waiting = [...tasks];
  const work = async () => {
    const worker = fork(new URL('./worker.ts', import.meta.url));
    try {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        const line = await new Promise<string>((resolve, reject) => {
          worker.once('message', resolve).once('error', reject);
          worker.once('exit', (code) => reject(new Error(`a process that trains ended with ${code}`)));
          worker.send(task);
        });
        worker.removeAllListeners();
        onLine(line, task);
      }
    } finally {
      worker.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, work));
}
