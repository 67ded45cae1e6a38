import type { ConsoleChoices } from '../../electron/core/contract.ts';
import type { Pick } from '../parts/pick-list.tsx';
import { text } from '../text.ts';
import { findServices } from './console-services.ts';

const words = text.console;

/** What a person marked, while the panel is open: the lists keep their order until it opens again. */
export type Favourites = ReadonlySet<string>;

/** The services that a search text may mean: the console's home first, and a path name nobody has listed as the last resort. */
export function servicePicks(query: string, choices: ConsoleChoices, favourites: Favourites): readonly Pick[] {
  const typed = query.trim().toLowerCase();
  const { favouriteServices, recentServices } = choices;
  const found = findServices(query, { favourites: favouriteServices, recent: recentServices });
  const picks: Pick[] = found.map(({ path, name }) => ({
    id: path,
    name,
    favourite: favourites.has(path),
    ...(recentServices.includes(path) && !favourites.has(path) && { note: words.services.recent }),
  }));
  if (typed === '') return [{ id: '', name: words.services.home }, ...picks];
  if (picks.length > 0 || !/^[a-z0-9-]{1,64}$/.test(typed)) return picks;
  return [{ id: typed, name: words.services.any(typed) }];
}

/** The regions whose code or name has all words of a search text, the exact code first; one that is not known by its code. */
export function regionPicks(
  query: string,
  choices: ConsoleChoices,
  favourites: Favourites,
  own: string | undefined,
): readonly Pick[] {
  const typed = query.trim().toLowerCase();
  const picks: Pick[] = choices.regions
    .filter(({ code, name = '' }) => {
      const said = `${code} ${name.toLowerCase()}`;
      return typed.split(/\s+/).every((word) => said.includes(word));
    })
    .map(({ code, name }) => ({ id: code, name: name ?? code, detail: code, favourite: favourites.has(code) }))
    .sort((a, b) => Number(b.id === typed) - Number(a.id === typed));
  if (typed === '') return [ownRegionPick(own), ...picks];
  if (picks.length > 0 || !/^[a-z]{2,5}(-[a-z]+){1,3}-\d{1,2}$/.test(typed)) return picks;
  return [{ id: typed, name: words.regions.any, detail: typed }];
}

/** None of its own: what the profile says, else what AWS takes. */
function ownRegionPick(own: string | undefined): Pick {
  if (own === undefined) return { id: '', name: words.regions.byDefault };
  return { id: '', name: words.regions.own, detail: own };
}

/** The region that is chosen, as its field says it. */
export function regionText(code: string, choices: ConsoleChoices, own: string | undefined): Pick {
  if (code === '') return ownRegionPick(own);
  const name = choices.regions.find((region) => region.code === code)?.name;
  return { id: code, name: name ?? code, ...(name !== undefined && { detail: code }) };
}
