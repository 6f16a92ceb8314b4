/** The network whose dot is chosen, in numbers. */
import type { CensusRecord } from '#math/census/run';
import { readableText } from '#state/number-text';
import { writeWords } from '#ui/live';
import { useSource } from '#ui/source';
import type { Shown } from './plots';
import type { CensusSources } from './sources';
import { text } from './text';

/** The chosen network in words. */
export function chosenWords(run: CensusRecord | undefined): string {
  const { chosen } = text;
  if (!run) return chosen.none;
  const groups = run.groups.map(
    ({ kind, layer, neurons }) =>
      `${run.depth > 1 ? `${chosen.layer(layer)}: ` : ''}${text.group[kind]} ${neurons.map((j) => j + 1).join(', ')}`,
  );
  return [
    `${chosen.title(run.seed)}: ${text.class[run.class]}; ${text.verdict[run.verdict]}.`,
    `${chosen.loss} ${readableText(run.loss, 4)}`,
    ...(run.lossAtInfinity === null
      ? []
      : [`${chosen.lossAtInfinity} ${readableText(run.lossAtInfinity, 4)}`]),
    `${chosen.cosine} ${readableText(run.cosineDistance)}`,
    `${chosen.norm} ${readableText(run.norm)}`,
    ...(groups.length > 0 ? [`${chosen.groups}: ${groups.join('; ')}`] : []),
  ].join(' · ');
}

/** A line below the dots. */
export function ChosenRun({ sources }: { readonly sources: CensusSources }) {
  const ref = useSource<HTMLParagraphElement, Shown>(sources.shown, (element, shown) => {
    writeWords(element, chosenWords(shown?.chosen));
  });
  return <p className="census-chosen" ref={ref} data-readout="chosen" />;
}
