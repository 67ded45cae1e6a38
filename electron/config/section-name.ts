import { isPlain } from '../core/plain-name.ts';

/** Which of the two files: they spell profiles differently. */
export type FileKind = 'config' | 'credentials';

export type SectionKind = 'profile' | 'sso-session' | 'services';

/** What a header means. `prefixed` tells `[profile default]` from `[default]`. */
export type SectionName =
  | { readonly kind: SectionKind; readonly name: string; readonly prefixed: boolean }
  | { readonly kind: 'ignored'; readonly why: 'no-prefix' | 'prefix' | 'invalid-name' | 'unseen' | 'unknown' };

// The names all SDKs know (smithy's identifier; the JavaScript SDK's `[\w\-@+.%:/]`).
const plainName = /^[A-Za-z0-9_\-/.%@:+]+$/;
// AWS CLI and boto3 also read quoted names with blanks in them; they write them so, too.
const quotedName = /^(["'])([^"'\\\r\n]*)\1$/;

export function isPlainName(name: string): boolean {
  return plainName.test(name);
}

function unquote(name: string): string | undefined {
  if (plainName.test(name)) return name;
  const inner = quotedName.exec(name)?.[2];
  return inner !== undefined && inner.trim() !== '' ? inner : undefined;
}

/** Reads a header's text (between the brackets) as the SDKs do. */
export function readSectionName(header: string, file: FileKind): SectionName {
  const blank = header.search(/[ \t]/);
  if (blank < 0) {
    if (!plainName.test(header)) return { kind: 'ignored', why: 'invalid-name' };
    if (file === 'config' && header !== 'default') return { kind: 'ignored', why: 'no-prefix' };
    return { kind: 'profile', name: header, prefixed: false };
  }
  const prefix = header.slice(0, blank);
  if (file === 'credentials') return { kind: 'ignored', why: prefix === 'profile' ? 'prefix' : 'invalid-name' };
  if (prefix !== 'profile' && prefix !== 'sso-session' && prefix !== 'services')
    return { kind: 'ignored', why: 'unknown' };
  const name = unquote(header.slice(blank + 1).trim());
  if (name === undefined) return { kind: 'ignored', why: 'invalid-name' };
  // AWS CLI would read it. Here it would stand in menus and questions, where a person goes by what they see.
  if (!isPlain(name)) return { kind: 'ignored', why: 'unseen' };
  return { kind: prefix, name, prefixed: true };
}

/** The header AWS CLI writes for a new section: a profile's name with blanks is quoted in the config file only. */
export function writeSectionHeader(kind: SectionKind, name: string, file: FileKind): string {
  if (kind === 'profile' && (file === 'credentials' || name === 'default')) return `[${name}]`;
  return /[ \t]/.test(name) ? `[${kind} '${name}']` : `[${kind} ${name}]`;
}
