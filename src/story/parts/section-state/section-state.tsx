/** What a figure shows while the text from here on is read (section-state-live.ts). */
import { decodeHash } from '#state/codec';
import { useSceneValues } from '#story/parts/scene/scene';

interface SectionStateProps {
  /** The scene. */
  readonly at: string;
  /** What differs from how the scene begins, as in a link: `eps=0&cam=0,0,1`. */
  readonly to?: string;
  readonly seconds?: string;
}

/** `<SectionState at="pair" to="eps=0.3" />`, below a heading or between paragraphs. */
export function SectionState({ at, to = '', seconds = '1.6' }: SectionStateProps) {
  const { schema, values } = useSceneValues(at);
  if (decodeHash(schema, to, '', values).notices.length > 0)
    throw new Error(`${at}: ${to} is no state of it`);
  return <div className="section-state" data-section-state={at} data-to={to} data-seconds={seconds} />;
}
