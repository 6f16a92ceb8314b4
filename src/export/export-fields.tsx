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

/** The formats that people know first, and the others. */
const known: readonly ExportFormat[] = ['png', 'svg', 'pdf', 'mp4', 'csv'];
const others: readonly ExportFormat[] = ['gif', 'webm', 'frames', 'json'];

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
      <ul>{known.map(item)}</ul>
      <details>
        <summary>{words.moreFormats}</summary>
        <ul>{others.map(item)}</ul>
      </details>
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

interface NumberFieldProps extends FieldsProps {
  readonly name: 'width' | 'height' | 'seconds' | 'rate';
  readonly min: number;
  readonly max: number;
  readonly step: number | 'any';
}

function NumberField({ name, form, onChange, ...limits }: NumberFieldProps) {
  const value = form[name];
  const take = (input: HTMLInputElement) => {
    if (input.valueAsNumber !== value) onChange({ [name]: input.valueAsNumber });
  };
  return (
    <Field label={words[name]}>
      <input
        type="number"
        inputMode="decimal"
        data-field={name}
        defaultValue={value}
        key={value}
        {...limits}
        onBlur={({ target }) => take(target)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') take(currentTarget);
        }}
      />
    </Field>
  );
}

interface ChoiceFieldProps<Value extends string | number> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
}

function ChoiceField<Value extends string | number>(props: ChoiceFieldProps<Value>) {
  const { name, label, value, options, onChange } = props;
  return (
    <Field label={label}>
      <select
        value={value}
        data-field={name}
        onChange={({ target }) => {
          const chosen = options[target.selectedIndex];
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
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
      <ChoiceField
        name="size"
        label={words.size}
        value={form.size}
        options={sizeChoices.map((size) => [size, words.sizes[size]])}
        onChange={(size) => onChange(size === 'custom' ? { size } : { size, ...sizeOf(size, screen) })}
      />
      {form.size === 'custom' && (
        <>
          <NumberField name="width" form={form} onChange={onChange} min={240} max={7680} step={1} />
          <NumberField name="height" form={form} onChange={onChange} min={200} max={7680} step={1} />
        </>
      )}
      <ChoiceField
        name="scale"
        label={words.scale}
        value={form.scale}
        options={listed.map((scale) => [scale, `${scale} ${words.scaleUnit}`])}
        onChange={(scale) => onChange({ scale })}
      />
      <ChoiceField
        name="background"
        label={words.background}
        value={form.background}
        options={(['paper', 'transparent', 'colour'] as const).map((one) => [one, words.backgrounds[one]])}
        onChange={(background) => onChange({ background })}
      />
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
      <ChoiceField
        name="animation"
        label={words.animation}
        value={form.animation}
        options={figure.animations.map(({ id, title }) => [id, title])}
        onChange={(animation) => {
          const chosen = figure.animations.find(({ id }) => id === animation);
          if (chosen) onChange({ animation, seconds: chosen.seconds });
        }}
      />
      <NumberField name="seconds" form={form} onChange={onChange} min={0.1} max={600} step="any" />
      <NumberField name="rate" form={form} onChange={onChange} min={1} max={60} step="any" />
    </div>
  );
}
