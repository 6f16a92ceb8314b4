/** How far a long command is: a bar on a terminal, a line now and then in a file. */

const BAR = 30;

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Says how many of `total` are done; call it after each. */
export function createProgress(total: number, stream: NodeJS.WriteStream = process.stderr) {
  const start = performance.now();
  let said = 0;
  return (done: number): void => {
    const seconds = (performance.now() - start) / 1000;
    const rate = done / seconds;
    const left = done < total ? `about ${duration((total - done) / rate)} left` : `in ${duration(seconds)}`;
    const words = `${done} of ${total}, ${rate.toPrecision(2)} a second, ${left}`;
    if (stream.isTTY) {
      const full = Math.round((BAR * done) / total);
      stream.write(
        `\r\u001b[K[${'#'.repeat(full)}${' '.repeat(BAR - full)}] ${words}${done === total ? '\n' : ''}`,
      );
    } else if (done === total || done >= said + total / 10) {
      said = done;
      stream.write(`${words}\n`);
    }
  };
}
