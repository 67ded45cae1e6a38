/** Does pieces of work one after the other, whatever becomes of each. */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

export type InTurn = ReturnType<typeof createTurns>;
