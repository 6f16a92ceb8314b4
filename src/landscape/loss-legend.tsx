/** The colours of the loss and the kinds of lines, in words. */

import { useShown } from '#ui/figure-context';
import { strings } from '#ui/strings';
import { lossColours } from './loss-colours';
import '#ui/legend.css';
import './loss-legend.css';

const text = strings.landscape;

/** The legend below a landscape. */
export function LossLegend() {
  const isShown = useShown('legend', 'view', strings.figure.parts.legend);
  const table = lossColours();
  if (!isShown) return null;
  const stops = Array.from({ length: 13 }, (_, k) => {
    const at = 4 * Math.round((255 * k) / 12);
    return `rgb(${table[at]},${table[at + 1]},${table[at + 2]})`;
  });
  return (
    <div className="legend">
      <div className="legend-scale">
        <span className="legend-title">{text.loss}</span>
        <span className="legend-bar" style={{ background: `linear-gradient(to right,${stops.join(',')})` }} />
        <span className="legend-title">{text.lossScale}</span>
      </div>
      <ul className="line-legend">
        <li className="line-saddle">{text.saddleLine}</li>
        <li className="line-channel">{text.channel}</li>
        <li className="line-back">{text.roadBack}</li>
      </ul>
    </div>
  );
}
