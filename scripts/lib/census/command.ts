/** The command line of `npm run census`: its options, and the networks that they name. */
import { availableParallelism } from 'node:os';
import { Command as CommandLine, InvalidArgumentError, Option } from 'commander';
import {
  CENSUS_ACTIVATIONS,
  CENSUS_INPUTS,
  CENSUS_LIMITS,
  CENSUS_TARGETS,
  type CensusActivation,
  type CensusInputs,
  type CensusSettings,
  type CensusTarget,
  settingsProblem,
} from '#math/census/settings';
import type { Task } from './pool';

/** What is to be trained, and where it is written to. */
export interface CensusCommand {
  readonly tasks: readonly Task[];
  readonly jobs: number;
  readonly out: string;
  /** Where all runs of `out` are written to in few letters, for the page. */
  readonly pack: string | undefined;
  /** Whether they are packed as levels. */
  readonly packLevels: boolean;
}

interface Options {
  readonly preset?: 'levels';
  readonly dims: readonly number[];
  readonly widths: readonly number[];
  readonly depth: readonly number[];
  readonly targets: readonly CensusTarget[];
  readonly activation: readonly CensusActivation[];
  readonly biases: boolean;
  readonly inputs: CensusInputs;
  readonly samples: number;
  readonly runs?: number;
  readonly seed: number;
  readonly jobs: number;
  readonly out: string;
  readonly pack?: string;
}

/** The paper's Figure 2: these settings unless others are asked for, and 50 * 2^width runs. */
const LEVELS = {
  dims: [2],
  depth: [1],
  targets: ['rosenbrock-shifted'],
  activation: ['g'],
  biases: false,
  inputs: 'grid101',
} as const;

function whole(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
  };
}

function listOf<T>(read: (text: string) => T): (text: string) => readonly T[] {
  return (text) => text.split(',').map((one) => read(one.trim()));
}

function named<T extends string>(all: readonly T[]): (text: string) => T {
  return (text) => {
    const found = all.find((name) => name === text);
    if (found === undefined) throw new InvalidArgumentError(`Each is one of ${all.join(', ')}.`);
    return found;
  };
}

const { dims, widths, depth, samples } = CENSUS_LIMITS;

function commandLine(): CommandLine {
  return new CommandLine('npm run census --')
    .description(
      'Trains many small networks and says of each where it ends: in a minimum, or on its way to infinity.',
    )
    .addOption(
      new Option('--preset <name>', "levels: the protocol of the paper's Figure 2").choices(['levels']),
    )
    .option('--dims <a,b>', 'coordinates of an input', listOf(whole(1, dims)), [2])
    .option('--widths <a,b>', 'hidden neurons of each layer', listOf(whole(1, widths)), [4])
    .option('--depth <a,b>', 'hidden layers', listOf(whole(1, depth)), [1])
    .option('--targets <a,b>', CENSUS_TARGETS.join(', '), listOf(named(CENSUS_TARGETS)), ['gp0.5'])
    .option('--activation <a,b>', CENSUS_ACTIVATIONS.join(', '), listOf(named(CENSUS_ACTIVATIONS)), [
      'softplus',
    ])
    .option(
      '--biases <on|off>',
      'of the hidden neurons and the output',
      (text) => named(['on', 'off'])(text) === 'on',
      true,
    )
    .option('--inputs <name>', CENSUS_INPUTS.join(', '), named(CENSUS_INPUTS), 'normal')
    .option('--samples <number>', 'of each network; a grid has 10,201', whole(1, samples), 1000)
    .option('--runs <number>', 'networks of each setting (50; of levels 50 * 2^width)', whole(1, 1e6))
    .option('--seed <number>', 'of the first network; the others follow', whole(0, 2 ** 31), 1)
    .option('--jobs <number>', 'networks at a time', whole(1, 1024), availableParallelism())
    .option('--out <file>', 'one line a run; what it holds already is not trained again', 'runs.jsonl')
    .option(
      '--pack <file>',
      'writes all runs of --out as the page has them: in few letters, of levels as tables',
    )
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
}

const reasons = {
  target: 'the Rosenbrock targets are functions of two coordinates: --dims 2',
  inputs: 'the grid has two coordinates: --dims 2',
} as const;

/**
 * Reads a command line.
 *
 * @throws CommanderError or an Error of one line when it makes no sense.
 */
export function readCensusCommand(args: readonly string[]): CensusCommand {
  const line = commandLine();
  line.parse([...args], { from: 'user' });
  const options = line.opts<Options>();
  const told = Object.fromEntries(
    Object.entries(options).filter(([name]) => line.getOptionValueSource(name) === 'cli'),
  );
  const asked: Options = options.preset ? { ...options, ...LEVELS, ...told } : options;
  const inputs = { biases: asked.biases, inputs: asked.inputs };
  const samples = asked.inputs === 'grid101' ? 101 ** 2 : asked.samples;
  const all = asked.dims.flatMap((size) =>
    asked.widths.flatMap((width) =>
      asked.depth.flatMap((layers) =>
        asked.targets.flatMap((target) =>
          asked.activation.map(
            (activation): CensusSettings => ({
              ...inputs,
              dims: size,
              widths: width,
              depth: layers,
              target,
              activation,
              samples,
            }),
          ),
        ),
      ),
    ),
  );
  const tasks = all.flatMap((settings): Task[] => {
    const wrong = settingsProblem(settings);
    if (wrong)
      throw new Error(
        wrong.code === 'plane' ? reasons[wrong.name] : `--${wrong.name} is at most ${wrong.most}`,
      );
    const runs = asked.runs ?? (asked.preset ? 50 * 2 ** settings.widths : 50);
    return Array.from({ length: runs }, (_, k) => ({ settings, seed: asked.seed + k }));
  });
  const { jobs, out, pack, preset } = asked;
  return { tasks, jobs, out, pack, packLevels: preset !== undefined };
}
