import { plainName } from '../core/plain-name.ts';

/** A tooltip of Windows has 127 characters, and a menu is no wider than its longest entry. */
const LONGEST = 60;

/** A name on one line. Of a long one the beginning and the end: such names differ in either. */
export function shortName(name: string): string {
  const letters = Array.from(plainName(name));
  if (letters.length <= LONGEST) return letters.join('');
  const half = LONGEST / 2;
  return `${letters.slice(0, half).join('')}…${letters.slice(1 - half).join('')}`;
}

/** A name in a menu, where `&` would underline the next letter. */
export function menuName(name: string): string {
  return shortName(name).replaceAll('&', '&&');
}

/** The freedesktop specification lets servers read the body as markup; a profile's name must stay text. */
export function escapeBody(body: string, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
