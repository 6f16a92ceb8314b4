/** A number of a figure in running text: it follows the figure, and can be dragged (src/story/parts/value/value-live.ts). */
import { decimalMarkOf, localNumber } from '#state/decimal-mark';
import { numberText } from '#state/number-text';
import { useStory } from '#story/context';
import { useSceneValues } from '#story/parts/scene/scene';

/** `<V of="pair.eps" />`: the scene and its parameter. */
export function V({ of }: { readonly of: string }) {
  const { language } = useStory();
  const [scene = '', key = ''] = of.split('.');
  const { schema, values } = useSceneValues(scene);
  const parameter = schema[key];
  if (parameter?.kind !== 'number') throw new Error(`${of} is no number of a figure`);
  return (
    <span className="value" data-value={of}>
      {localNumber(numberText(Number((values[key] as number).toPrecision(4))), decimalMarkOf(language))}
    </span>
  );
}
