/** What of a figure is embedded, and how: an author's choices. */
import { Segments } from '#ui/segments';
import type { EmbedOptions } from './address';
import { type FigurePart, isThere } from './figure-parts';
import formStyles from './options-form.module.css';
import { SizeFields } from './size-fields';
import type { AskedSize, Size } from './sizes';
import { text } from './text';

interface OptionsFormProps {
  readonly options: EmbedOptions;
  readonly onChange: (patch: Partial<EmbedOptions>) => void;
  readonly asked: AskedSize;
  readonly size: Size;
  readonly onSize: (size: AskedSize) => void;
  readonly parts: readonly FigurePart[];
  /** Whether the figure can play. */
  readonly plays: boolean;
}

const words = text.options;

/** All choices. */
export function OptionsForm({ options, onChange, asked, size, onSize, parts, plays }: OptionsFormProps) {
  const { controls, theme, profile, gesture, background, autoplay } = options;
  return (
    <div className={formStyles.options}>
      <Segments
        legend={words.controls.legend}
        className={formStyles.field}
        options={(['full', 'min', 'none'] as const).map((id) => ({ id, label: words.controls[id] }))}
        chosen={controls}
        onChoose={(id) => onChange({ controls: id })}
      />
      <SizeFields asked={asked} size={size} controls={controls} onSize={onSize} />
      <Segments
        legend={words.theme.legend}
        className={formStyles.field}
        options={(['auto', 'light', 'dark'] as const).map((id) => ({ id, label: words.theme[id] }))}
        chosen={theme}
        onChoose={(id) => onChange({ theme: id })}
      />
      <Segments
        legend={words.profile.legend}
        className={formStyles.field}
        options={(['screen', 'projector'] as const).map((id) => ({ id, label: words.profile[id] }))}
        chosen={profile}
        onChoose={(id) => onChange({ profile: id })}
      />
      <BackgroundField background={background} onChange={onChange} />
      <label className={formStyles.field}>
        <span>{words.gesture.label}</span>
        <select
          value={gesture}
          onChange={(event) => onChange({ gesture: event.target.value as EmbedOptions['gesture'] })}
        >
          {(['cooperative', 'greedy', 'none'] as const).map((id) => (
            <option key={id} value={id}>
              {words.gesture[id]}
            </option>
          ))}
        </select>
      </label>
      {plays && (
        <label className="switch">
          <input
            type="checkbox"
            checked={autoplay}
            onChange={(event) => onChange({ autoplay: event.target.checked })}
          />
          <span>{words.autoplay}</span>
        </label>
      )}
      <PartsTable options={options} onChange={onChange} parts={parts} />
    </div>
  );
}

type ChangeOptions = OptionsFormProps['onChange'];

/** Paper, nothing, or a colour. */
function BackgroundField({
  background,
  onChange,
}: {
  readonly background: EmbedOptions['background'];
  readonly onChange: ChangeOptions;
}) {
  const isColour = background.startsWith('#');
  const choose = (id: string) => {
    if (id === 'paper' || id === 'transparent') onChange({ background: id });
    else onChange({ background: '#ffffff' });
  };
  return (
    <div className={formStyles.field}>
      <label>
        <span>{words.background.label}</span>
        <select value={isColour ? 'colour' : background} onChange={(event) => choose(event.target.value)}>
          {(['paper', 'transparent', 'colour'] as const).map((id) => (
            <option key={id} value={id}>
              {words.background[id]}
            </option>
          ))}
        </select>
      </label>
      {isColour && (
        <input
          type="color"
          aria-label={words.background.pick}
          value={background}
          onChange={(event) => onChange({ background: event.target.value as `#${string}` })}
        />
      )}
    </div>
  );
}

type PartsTableProps = Pick<OptionsFormProps, 'options' | 'onChange' | 'parts'>;

/** The set with a name put in or taken out. */
function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}

/** Every part that is there with these controls, to leave out or to lock. */
function PartsTable({ options, onChange, parts }: PartsTableProps) {
  const { hide, lock, controls } = options;
  const there = parts.filter((part) => isThere(part, controls));
  if (there.length === 0) return null;
  const box = (part: FigurePart, key: 'hide' | 'lock', label: string) => (
    <td>
      <label>
        <input
          type="checkbox"
          checked={options[key].has(part.name)}
          // What is left out needs no lock.
          disabled={key === 'lock' && hide.has(part.name)}
          onChange={() => onChange({ [key]: toggled(options[key], part.name) })}
        />
        <span className="visually-hidden">{label}</span>
      </label>
    </td>
  );
  return (
    <details className={formStyles.parts}>
      <summary>
        {words.parts.summary}
        {hide.size + lock.size > 0 && (
          <span className={formStyles.count}>{words.parts.chosen(hide.size, lock.size)}</span>
        )}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.parts.part}</th>
            <th scope="col">{words.parts.hide}</th>
            <th scope="col">{words.parts.lock}</th>
          </tr>
        </thead>
        <tbody>
          {there.map((part) => (
            <tr key={part.name}>
              <th scope="row">{part.label}</th>
              {part.canHide ? box(part, 'hide', words.parts.hideOne(part.label)) : <td />}
              {part.canLock ? box(part, 'lock', words.parts.lockOne(part.label)) : <td />}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
