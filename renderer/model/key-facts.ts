import { text } from '../text.ts';
import { dayText } from './day-text.ts';

const DAY_MS = 86_400_000;

interface KeyFacts {
  readonly addedAt: number;
  readonly createdAt?: number | undefined;
  readonly lastUsed?: { readonly usedAt?: number | undefined; readonly service?: string | undefined } | undefined;
  readonly checkedAt?: number | undefined;
}

/** What is known of a key, in one line: its age and last use as AWS told them, else when it came here. */
export function keyFacts({ addedAt, createdAt, lastUsed, checkedAt }: KeyFacts, nowMs: number): string {
  const words = text.keyCare;
  const facts = [createdAt === undefined ? text.keys.added(dayText(addedAt)) : words.age(daysAgo(createdAt, nowMs))];
  if (lastUsed?.usedAt !== undefined) facts.push(words.used(dayText(lastUsed.usedAt), lastUsed.service));
  else if (checkedAt !== undefined) facts.push(words.unused);
  return facts.join(' · ');
}

function daysAgo(at: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - at) / DAY_MS));
}
