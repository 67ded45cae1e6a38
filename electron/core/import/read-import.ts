import { failure } from '../failure.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Imported, ImportedSection, ImportPartitions, LeftBehind } from './imported.ts';
import { type IniSection, readIniSections } from './ini-sections.ts';
import { isLeappCipher, leappIsEncrypted, readLeapp } from './leapp.ts';
import { readSwitchRoleLink, switchRoleLinksIn } from './switch-role-link.ts';

/**
 * Finds out what a text is (a link, a page with links, a Leapp workspace, an INI
 * file) and reads it. `parseIni` is the reader of AWS files, which core does not have.
 */
export function readImport(
  text: string,
  partitions: ImportPartitions,
  parseIni: (text: string) => readonly IniSection[],
): Result<Imported> {
  const trimmed = text.trim();
  if (/^https?:\/\/\S+$/.test(trimmed)) {
    const one = readSwitchRoleLink(trimmed, partitions);
    return one.ok ? ok({ from: 'a link', sections: [one.value], left: [] }) : one;
  }
  if (isLeappCipher(text)) return failed(leappIsEncrypted());
  if (/^[{[]\s*["{}\]]/.test(trimmed)) {
    const leapp = readLeapp(jsonOf(text));
    return leapp ?? failed(notKnown());
  }
  const links = switchRoleLinksIn(text);
  if (links.length > 0) return ok(readLinks(links, partitions));
  const sections = parseIni(text);
  const read = readIniSections(sections, partitions);
  return read.sections.length + read.left.length > 0 ? ok(read) : failed(notKnown());
}

function readLinks(links: readonly string[], partitions: ImportPartitions): Imported {
  const sections: ImportedSection[] = [];
  const left: LeftBehind[] = [];
  for (const link of links) {
    const read = readSwitchRoleLink(link, partitions);
    if (read.ok) sections.push(read.value);
    else
      left.push({
        what: `the link …${link.slice(link.indexOf('/switchrole'))}`,
        why: `${read.failure.message} ${read.failure.remedy}`,
      });
  }
  return { from: 'links', sections, left };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notKnown() {
  return failure(
    'bad-input',
    'There is nothing in it that Rolecall knows: no link for switching roles, no profiles, no Leapp workspace in clear.',
    'Give a switch-role link, the text of AWS Extend Switch Roles, or an AWS config file of granted or aws-vault.',
  );
}
