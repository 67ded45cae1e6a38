/** A day as the person's system writes it, for example `Jan 31, 2026`. */
export const dayText = (atMs: number): string => new Date(atMs).toLocaleDateString(undefined, { dateStyle: 'medium' });
