/** The data a loss is averaged over. */
export interface Samples {
  readonly count: number;
  /** Entries of one input, the constant 1 included when there is one. */
  readonly inputSize: number;
  /** Row-major, count x inputSize. */
  readonly inputs: Float64Array;
  /** The same numbers by column, inputSize x count: hot loops run down the samples. */
  readonly columns: Float64Array;
  /** One number a sample. */
  readonly targets: Float64Array;
}

/**
 * Samples from row-major inputs (count x inputSize) and their targets (count).
 * Throws a RangeError when there are none, when inputs are empty, when lengths disagree, or when a number is not finite.
 */
export function createSamples(inputs: Float64Array, targets: Float64Array, inputSize: number): Samples {
  const count = targets.length;
  if (count === 0) throw new RangeError('a loss needs at least one sample, got 0');
  if (!Number.isInteger(inputSize) || inputSize < 1) {
    throw new RangeError(`an input needs at least one entry, got ${inputSize}`);
  }
  if (inputs.length !== count * inputSize) {
    throw new RangeError(
      `${count} targets of input size ${inputSize} need ${count * inputSize} inputs, got ${inputs.length}`,
    );
  }
  const badTarget = targets.findIndex((y) => !Number.isFinite(y));
  if (badTarget >= 0)
    throw new RangeError(`target ${badTarget} is ${targets[badTarget]}; targets must be finite`);
  const badInput = inputs.findIndex((x) => !Number.isFinite(x));
  if (badInput >= 0) throw new RangeError(`input ${badInput} is ${inputs[badInput]}; inputs must be finite`);
  const columns = new Float64Array(inputs.length);
  for (let n = 0; n < count; n++) {
    for (let k = 0; k < inputSize; k++) columns[k * count + n] = inputs[n * inputSize + k] as number;
  }
  return { count, inputSize, inputs, columns, targets };
}

/** Row-major inputs (count x size) with the constant 1 appended to each: count x (size + 1). */
export function withConstant(inputs: Float64Array, size: number): Float64Array {
  const count = inputs.length / size;
  const out = new Float64Array(count * (size + 1)).fill(1);
  for (let n = 0; n < count; n++) {
    for (let k = 0; k < size; k++) out[n * (size + 1) + k] = inputs[n * size + k] as number;
  }
  return out;
}

/**
 * The samples cut into batches of `batchSize` (the last may be smaller) after the given permutation of their
 * indices. Throws a RangeError unless batchSize is a positive integer.
 */
export function sampleBatches(samples: Samples, batchSize: number, order: readonly number[]): Samples[] {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`a mini-batch needs at least one sample, got ${batchSize}`);
  }
  const { inputSize, inputs, targets } = samples;
  const batches: Samples[] = [];
  for (let from = 0; from < order.length; from += batchSize) {
    const chosen = order.slice(from, from + batchSize);
    const rows = new Float64Array(chosen.length * inputSize);
    chosen.forEach((n, k) => {
      rows.set(inputs.subarray(n * inputSize, (n + 1) * inputSize), k * inputSize);
    });
    batches.push(
      createSamples(
        rows,
        Float64Array.from(chosen, (n) => targets[n] as number),
        inputSize,
      ),
    );
  }
  return batches;
}
