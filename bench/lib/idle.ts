/** Memory is looked at that long after the last thing that happened: by then what a start or a window needed is given back. */
export const idleMs = 10_000;
