import type { CatalogStore } from '../catalog.ts';
import { type Failure, failure } from '../failure.ts';
import { SEED_ITEM } from '../mfa/seed-item.ts';
import { plainName } from '../plain-name.ts';

/** Names that valibot's records leave out, as they could pollute prototypes: the index would lose the key. */
const UNNAMEABLE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** No profile of a file has a quotation mark or a control character; and a key may not take the place of another item. */
const isItemOfAnother = (name: string) => /["\p{Cc}]/u.test(name) || name.startsWith(SEED_ITEM);

/** Refuses a name that the settings could not hold, or under which the keychain holds something else. */
export function unnameable(profile: string): Failure | undefined {
  if (!UNNAMEABLE.has(profile) && !isItemOfAnother(profile)) return undefined;
  return failure(
    'bad-input',
    `A profile that is called “${plainName(profile)}” cannot have a key in Rolecall.`,
    'Give the profile another name.',
    { profile },
  );
}

/** The region that a profile's own requests go to, where it names one. */
export function regionOf(catalog: CatalogStore, profile: string): string | undefined {
  const region = catalog.content().profiles.get(profile)?.region;
  return typeof region === 'string' ? region : undefined;
}
