/** The numbers behind a figure as files. */

import { dataJson, tablesToCsv } from '#ui/download';
import { portValues } from '#ui/figure-context';
import type { ExportSource } from './request';

/** The tables of what is shown, from the figure itself when it has computed them, otherwise from its definition. */
function tablesOf({ figure, port }: ExportSource) {
  return port.offers.data?.() ?? figure.data(portValues(port));
}

/** A figure's tables as CSV, each after a line with its name. */
export function csvOf(source: ExportSource): string {
  return tablesToCsv(tablesOf(source));
}

/** A figure's link, values and tables as JSON. */
export function jsonOf(source: ExportSource): string {
  const { figure, port, link } = source;
  return dataJson({ figure: figure.id, link, values: portValues(port), tables: tablesOf(source) });
}
