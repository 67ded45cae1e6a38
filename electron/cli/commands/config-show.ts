import type { SectionValues } from '../../core/aws-files.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { offlineConfig } from '../offline.ts';
import { problemLine } from '../problem-line.ts';
import { styleFor } from '../style.ts';
import type { Command } from '../world.ts';

/** Both files merged, as the SDKs mean them, with secrets hidden. The text is shaped like a config file. */
export const showConfig: Command<object> = async (_options, world) => {
  const content = await offlineConfig(world).show();
  const { strong } = styleFor(world);
  const sections = [
    ...blocks('profile', content.profiles, strong),
    ...blocks('sso-session', content.ssoSessions, strong),
    ...blocks('services', content.services, strong),
  ];
  return ok({
    json: content,
    text: sections.length === 0 ? 'There are no profiles.' : sections.join('\n\n'),
    notes: content.problems.map(problemLine),
  });
};

function blocks(kind: string, sections: Readonly<Record<string, SectionValues>>, strong: (text: string) => string) {
  return Object.entries(sections).map(([name, values]) =>
    [strong(`[${kind} ${plainName(name)}]`), ...Object.entries(values).flatMap(lines)].join('\n'),
  );
}

function lines([key, value]: [string, SectionValues[string]]): string[] {
  if (typeof value === 'string') return [plainName(`${key} = ${value.replaceAll('\n', ' ')}`)];
  return [plainName(`${key} =`), ...Object.entries(value).map(([sub, text]) => plainName(`    ${sub} = ${text}`))];
}
