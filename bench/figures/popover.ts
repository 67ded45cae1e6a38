import { readFileSync } from 'node:fs';
import type { Figure } from '../figure.ts';
import { largeConfig, usableConfig } from '../lib/large-config.ts';
import { firstOpenings, laterOpenings } from '../lib/openings.ts';

const usable = async () => usableConfig();

export const popoverFirst: Figure = {
  name: 'popover-first',
  what: 'popover open → list painted, first time',
  unit: 'ms',
  floor: 'bare-window-first',
  measure: (rig) => firstOpenings(rig),
};

export const popoverFirstLarge: Figure = {
  name: 'popover-first-large',
  what: '… with 12,000 profiles',
  unit: 'ms',
  floor: 'bare-window-first',
  measure: (rig) => firstOpenings(rig, usable),
};

/** All of them broken: no profile is named `base`. */
export const listShown: Figure = {
  name: 'list-shown',
  what: '… with 10,000 that cannot be used',
  unit: 'ms',
  floor: 'bare-window-first',
  measure: (rig) => firstOpenings(rig, async () => readFileSync(await largeConfig(rig), 'utf8')),
};

export const popoverAgain: Figure = {
  name: 'popover-again',
  what: 'popover open → list painted, again',
  unit: 'ms',
  floor: 'bare-window-again',
  measure: (rig) => laterOpenings(rig),
};

export const popoverAgainLarge: Figure = {
  name: 'popover-open-large',
  what: '… with 12,000 profiles',
  unit: 'ms',
  floor: 'bare-window-again',
  measure: (rig) => laterOpenings(rig, usable),
};
