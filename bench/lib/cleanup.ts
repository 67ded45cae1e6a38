export interface Cleanup {
  /** Remembers what to undo; the last comes first. Hands back a function that undoes it earlier. */
  add(undo: () => Promise<void> | void): () => Promise<void>;
  all(): Promise<void>;
}

/** Everything that a run must leave no trace of. */
export function createCleanup(): Cleanup {
  const undoes: (() => Promise<void>)[] = [];
  return {
    add(undo) {
      let done: Promise<void> | undefined;
      const once = () => {
        done ??= (async () => undo())();
        return done;
      };
      undoes.push(once);
      return once;
    },
    async all() {
      for (let undo = undoes.pop(); undo; undo = undoes.pop()) {
        // What cannot be undone must not keep the rest from being undone.
        await undo().catch((problem: unknown) => process.stderr.write(`bench: ${String(problem)}\n`));
      }
    },
  };
}
