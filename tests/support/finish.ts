/** What a generator returns, however often it pauses. */
export function finish<R>(running: Generator<unknown, R>): R {
  let next = running.next();
  while (!next.done) next = running.next();
  return next.value;
}
