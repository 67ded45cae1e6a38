import { plainName } from '../core/plain-name.ts';

/** A name in a menu, where `&` would underline the next letter. */
export function menuName(name: string): string {
  return plainName(name).replaceAll('&', '&&');
}

/** The freedesktop specification lets servers read the body as markup; a profile's name must stay text. */
export function escapeBody(body: string, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
