// Names come from files and answers of others: they are shown as text, and never as anything else.

/** Characters that are invisible or reorder what stands around them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name on one line, with nothing in it that could pose as another. */
export function plainName(name: string): string {
  return name.replaceAll(unprintable, '\uFFFD');
}

/** A name in a menu, where `&` would underline the next letter. */
export function menuName(name: string): string {
  return plainName(name).replaceAll('&', '&&');
}

/** The freedesktop specification lets servers read the body as markup; a profile's name must stay text. */
export function escapeBody(body: string, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
