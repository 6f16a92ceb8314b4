/** A number that was computed at build. */
import { decimalMarkOf, localNumber } from '#state/decimal-mark';
import { readableParts } from '#state/number-text';
import { useStory } from '#story/context';

interface FactProps {
  readonly of: string;
  /** Significant digits. */
  readonly digits?: string;
  /** Digits after the point, instead. */
  readonly places?: string;
}

/** With this many digits after the point, and marks between thousands. */
function fixed(value: number, places: number, language: string): string {
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  const text = new Intl.NumberFormat(language, digits).format(value).replace('-', '−');
  // A point is a decimal point in the figures: it parts no thousands, a narrow space does.
  return language === 'de' ? text.replaceAll('.', '\u202f') : text;
}

/**
 * `<Fact of="toyBestLoss" digits="3" />`
 * @throws Error when there is no such number
 */
export function Fact({ of, digits = '3', places }: FactProps) {
  const { facts, language } = useStory();
  const value = facts[of];
  if (value === undefined || !Number.isFinite(value)) throw new Error(`no fact is called ${of}`);
  if (places !== undefined) return <span className="number">{fixed(value, Number(places), language)}</span>;
  const { mantissa, exponent } = readableParts(value, Number(digits));
  return (
    <span className="number">
      {localNumber(mantissa, decimalMarkOf(language))}
      {exponent !== undefined && (
        <>
          {' · 10'}
          <sup>{String(exponent).replace('-', '−')}</sup>
        </>
      )}
    </span>
  );
}
