/** The fields of the export dialog. */
import type { ReactNode } from 'react';
import type { FigureDefinition } from '#figures/figure';
import styles from './export-fields.module.css';
import type { FormatHere } from './formats';
import { type ExportForm, isData, isMotion, type Screen, type SizeChoice, sizeOf } from './plan';
import type { ExportFormat } from './request';
import { text } from './text';

const words = text.dialog;

interface FieldsProps {
  readonly form: ExportForm;
  readonly onChange: (patch: Partial<ExportForm>) => void;
}

interface FormatFieldProps extends FieldsProps {
  readonly formats: readonly FormatHere[];
}

const groups: readonly (readonly [string, readonly ExportFormat[]])[] = [
  [words.kinds.picture, ['png', 'svg', 'pdf']],
  [words.kinds.motion, ['mp4', 'webm', 'gif', 'frames']],
  [words.kinds.data, ['csv', 'json']],
];

/** All formats; beside those that this browser cannot write, why. */
export function FormatField({ form, formats, onChange }: FormatFieldProps) {
  const item = (format: ExportFormat) => {
    const { available = true, reason, note } = formats.find((one) => one.format === format) ?? {};
    const id = `export-format-${format}`;
    return (
      <li key={format}>
        <label className={styles.choice} data-off={!available}>
          <input
            type="radio"
            name="export-format"
            value={format}
            checked={form.format === format}
            disabled={!available}
            aria-describedby={id}
            data-field="format"
            onChange={() => onChange({ format })}
          />
          <b>{text.formats[format]}</b>
        </label>
        <p className={styles.reason} id={id}>
          {reason ?? (form.format === format ? note : undefined) ?? words.formatWords[format]}
        </p>
      </li>
    );
  };
  return (
    <fieldset className={styles.formats}>
      <legend>{words.format}</legend>
      {groups.map(([title, listed]) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ul>{listed.map(item)}</ul>
        </section>
      ))}
    </fieldset>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: its control is its child
    <label className={styles.field}>
      <span>{label}</span>
      {children}
    </label>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number | 'any';
  readonly onChange: (value: number) => void;
}

function NumberField({ name, label, value, min, max, step, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      <input
        type="number"
        inputMode="decimal"
        data-field={name}
        defaultValue={value}
        key={value}
        min={min}
        max={max}
        step={step}
        onBlur={({ target }) => {
          if (target.valueAsNumber !== value) onChange(target.valueAsNumber);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter' && currentTarget.valueAsNumber !== value) onChange(currentTarget.valueAsNumber);
        }}
      />
    </Field>
  );
}

const sizeChoices: readonly SizeChoice[] = ['screen', 'hd', 'fullHd', 'fourK', 'square', 'custom'];
const scales = [1, 1.25, 1.5, 2, 3, 4, 6];

/** Size, scale and background of a picture. */
export function PictureFields({ form, onChange, screen }: FieldsProps & { readonly screen: Screen }) {
  if (isData(form.format)) return null;
  const listed = scales.includes(form.scale) ? scales : [...scales, form.scale].sort((a, b) => a - b);
  return (
    <div className={styles.row}>
      <Field label={words.size}>
        <select
          value={form.size}
          data-field="size"
          onChange={({ target }) => {
            const size = sizeChoices.find((one) => one === target.value) ?? 'custom';
            onChange(size === 'custom' ? { size } : { size, ...sizeOf(size, screen) });
          }}
        >
          {sizeChoices.map((size) => (
            <option key={size} value={size}>
              {words.sizes[size]}
            </option>
          ))}
        </select>
      </Field>
      {form.size === 'custom' && (
        <>
          <NumberField
            name="width"
            label={words.width}
            value={form.width}
            min={240}
            max={7680}
            step={1}
            onChange={(width) => onChange({ width })}
          />
          <NumberField
            name="height"
            label={words.height}
            value={form.height}
            min={200}
            max={7680}
            step={1}
            onChange={(height) => onChange({ height })}
          />
        </>
      )}
      <Field label={words.scale}>
        <select
          value={form.scale}
          data-field="scale"
          onChange={({ target }) => onChange({ scale: Number(target.value) })}
        >
          {listed.map((scale) => (
            <option key={scale} value={scale}>
              {scale} {words.scaleUnit}
            </option>
          ))}
        </select>
      </Field>
      <Field label={words.background}>
        <select
          value={form.background}
          data-field="background"
          onChange={({ target }) => {
            const all = ['paper', 'transparent', 'colour'] as const;
            onChange({ background: all.find((one) => one === target.value) ?? 'paper' });
          }}
        >
          {(['paper', 'transparent', 'colour'] as const).map((one) => (
            <option key={one} value={one}>
              {words.backgrounds[one]}
            </option>
          ))}
        </select>
      </Field>
      {form.background === 'colour' && (
        <Field label={words.colour}>
          <input
            type="color"
            data-field="colour"
            value={form.colour}
            onChange={({ target }) => onChange({ colour: target.value as `#${string}` })}
          />
        </Field>
      )}
    </div>
  );
}

/** What moves, how long, in how many frames. */
export function MotionFields({
  form,
  onChange,
  figure,
}: FieldsProps & { readonly figure: Pick<FigureDefinition, 'animations'> }) {
  if (!isMotion(form.format)) return null;
  return (
    <div className={styles.row}>
      <Field label={words.animation}>
        <select
          value={form.animation}
          data-field="animation"
          onChange={({ target }) => {
            const chosen = figure.animations.find(({ id }) => id === target.value);
            if (chosen) onChange({ animation: chosen.id, seconds: chosen.seconds });
          }}
        >
          {figure.animations.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <NumberField
        name="seconds"
        label={words.seconds}
        value={form.seconds}
        min={0.1}
        max={600}
        step="any"
        onChange={(seconds) => onChange({ seconds })}
      />
      <NumberField
        name="rate"
        label={words.rate}
        value={form.rate}
        min={1}
        max={60}
        step="any"
        onChange={(rate) => onChange({ rate })}
      />
    </div>
  );
}
