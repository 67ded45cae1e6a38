const collator = new Intl.Collator(undefined, { numeric: true });

/** Names as people put them in order: "team-9" before "team-10". */
export const inOrder = (a: string, b: string): number => collator.compare(a, b);
