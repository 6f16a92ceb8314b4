/** The size of an embed: a common one, or one's own. */
import { useId, useState } from 'react';
import type { ControlChoice } from '#state/query';
import formStyles from './options-form.module.css';
import styles from './size-fields.module.css';
import {
  type AskedSize,
  leastSize,
  mostSize,
  presetOfSize,
  readSide,
  type Size,
  type SizePreset,
  sizePresets,
} from './sizes';
import { text } from './text';

const words = text.options.size;

interface SizeFieldsProps {
  readonly asked: AskedSize;
  /** The size of the frame that comes of it. */
  readonly size: Size;
  readonly controls: ControlChoice;
  readonly onSize: (size: AskedSize) => void;
}

/** A list of sizes, and two boxes that always show the chosen one in pixels. */
export function SizeFields({ asked, size, controls, onSize }: SizeFieldsProps) {
  const preset = presetOfSize(asked);
  const ids = Object.keys(sizePresets) as SizePreset[];
  return (
    <fieldset className={formStyles.field}>
      <legend className="visually-hidden">{words.label}</legend>
      <label>
        <span>{words.label}</span>
        <select
          value={preset ?? 'custom'}
          onChange={(event) => {
            const chosen = ids.find((id) => id === event.target.value);
            onSize(chosen ? sizePresets[chosen] : size);
          }}
        >
          {/* Only with all of its controls a figure has a height of its own. */}
          {ids
            .filter((id) => controls === 'full' || sizePresets[id].height !== 'whole' || id === preset)
            .map((id) => (
              <option key={id} value={id}>
                {words[id]}
              </option>
            ))}
          <option value="custom">{words.custom}</option>
        </select>
      </label>
      <div className={styles.sides}>
        <Side
          side="width"
          pixels={size.width}
          onPixels={(width) =>
            onSize({ width, height: asked.height === 'whole' ? asked.height : size.height })
          }
        />
        <span aria-hidden="true">×</span>
        <Side
          side="height"
          pixels={size.height}
          onPixels={(height) => onSize({ width: size.width, height })}
        />
      </div>
    </fieldset>
  );
}

interface SideProps {
  readonly side: keyof Size;
  readonly pixels: number;
  readonly onPixels: (pixels: number) => void;
}

/** A box for one side; what is no size stays in it, with a sentence, and changes nothing. */
function Side({ side, pixels, onPixels }: SideProps) {
  const [typed, setTyped] = useState<string>();
  const problemId = useId();
  const isWrong = typed !== undefined && readSide(typed, side) === undefined;
  return (
    <label>
      <span className="visually-hidden">{words[side]}</span>
      <input
        type="text"
        inputMode="numeric"
        size={5}
        value={typed ?? String(pixels)}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const read = readSide(event.target.value, side);
          if (read !== undefined) onPixels(read);
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === undefined) return;
          event.preventDefault();
          setTyped(undefined);
        }}
      />
      {isWrong && (
        <span id={problemId} className={styles.problem} role="alert">
          {words.problem(words[side], leastSize[side], mostSize[side])}
        </span>
      )}
    </label>
  );
}
