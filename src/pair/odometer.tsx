/** Two output weights in large digits that run while the weights grow. */
import { fixedText, readableText } from '#state/number-text';
import { writeWords } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import './odometer.css';

/** Digits after the point, so that the last ones are seen to run; undefined where a power of ten is easier to read. */
function decimalsOf(size: number): number | undefined {
  if (!(size < 1e6)) return undefined;
  return size < 1000 ? 4 : size < 1e5 ? 2 : 0;
}

/** An output weight, always with its sign. */
function writeWeight(element: HTMLElement, value: number): void {
  element.dataset.value = String(value);
  const sign = value < 0 ? '−' : '+';
  const size = Math.abs(value);
  const decimals = decimalsOf(size);
  writeWords(element, sign + (decimals === undefined ? readableText(size) : fixedText(size, decimals)));
}

interface Weights {
  readonly ai: number;
  readonly aj: number;
}

/** Both weights of a pair; `data-readout` of each is the name with `ai` or `aj` behind it. */
export function Odometer({ source, name }: { readonly source: Source<Weights>; readonly name: string }) {
  const ref = useSource<HTMLDListElement, Weights>(source, (element, weights) => {
    for (const key of ['ai', 'aj'] as const) {
      const target = element.querySelector<HTMLElement>(`[data-readout="${name}-${key}"]`);
      if (target && weights) writeWeight(target, weights[key]);
    }
  });
  return (
    <dl className="odometer" ref={ref}>
      {(['ai', 'aj'] as const).map((key) => (
        <div key={key} data-neuron={key}>
          <dt>
            <Sym name={key} />
          </dt>
          <dd data-readout={`${name}-${key}`} />
        </div>
      ))}
    </dl>
  );
}
