import type { IniSection } from '../core/import/ini-sections.ts';
import { byteText, decodeText } from './bytes.ts';
import { isNested, parseSyntax } from './parse-syntax.ts';

/** Sections of any file in the form of the AWS files, whatever their headers say. */
export function iniSections(text: string): IniSection[] {
  return parseSyntax(byteText(Buffer.from(text))).sections.flatMap(({ header, line, entries }) => {
    if (header === undefined) return [];
    const plain = entries.filter(({ value }) => !isNested(value));
    return [{ header, line, values: Object.fromEntries(plain.map(({ key, value }) => [key, decodeText(value)])) }];
  });
}
