import type { Fix } from '../failure.ts';
import type { About } from './about.ts';

/** Why it happened to this profile, the likeliest cause first, and what puts it right, the best first. */
interface Explanation {
  readonly causes?: readonly string[];
  readonly fixes: readonly Fix[];
}

export type Explain = (about: About) => Explanation;
