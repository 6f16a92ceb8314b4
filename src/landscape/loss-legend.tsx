/** The colours of the loss and the kinds of lines, in words. */

import { Legend } from '#plot/legend';
import { ColourBar } from '#ui/colour-bar';
import { useShown } from '#ui/figure-context';
import { strings } from '#ui/strings';
import { lossColours } from './loss-colours';
import '#plot/plot.css';
import '#ui/legend.css';
import './loss-legend.css';

const text = strings.landscape;

/** The legend below a landscape. */
export function LossLegend() {
  const isShown = useShown('legend', 'view', strings.figure.parts.legend);
  if (!isShown) return null;
  return (
    <div className="legend">
      <div className="legend-scale">
        <span className="legend-title">{text.loss}</span>
        <ColourBar table={lossColours()} />
        <span className="legend-title">{text.lossScale}</span>
      </div>
      <div className="line-legend">
        <Legend
          entries={[
            { key: 'saddle', line: { colour: 'saddleLine', width: 4 }, words: text.saddleLine },
            { key: 'channel', line: { colour: 'channel', width: 5 }, words: text.channel },
            { key: 'back', line: { colour: 'warn', width: 3, dash: 'dashed' }, words: text.roadBack },
          ]}
        />
      </div>
    </div>
  );
}
