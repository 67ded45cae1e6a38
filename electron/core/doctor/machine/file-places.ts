import { shellWord } from '../../shell-word.ts';
import { failing, passed } from '../check.ts';
import type { MachineCheck } from './machine.ts';

const overrides = [
  ['config', 'AWS_CONFIG_FILE'],
  ['credentials', 'AWS_SHARED_CREDENTIALS_FILE'],
] as const;

/** Tools follow Rolecall through the AWS files, so both must mean the same ones. */
export const checkFilePlaces: MachineCheck = async ({ env, paths, programFiles }) => {
  const [id, title] = ['file-places', 'File places'];
  const program = await programFiles();
  for (const [file, name] of overrides) {
    const [here, there] = [paths[file], program?.[file]];
    if (there === undefined || there === here) continue;
    if (env[name])
      return [
        failing(
          id,
          title,
          `${name} leads tools that are started here to ${here}, and Rolecall reads ${there}: they do not follow it.`,
          [{ label: 'Unset it', command: `unset ${name}` }],
        ),
      ];
    return [
      failing(
        id,
        title,
        `Rolecall was started with ${name} and reads ${there}; tools that are started here read ${here}.`,
        [{ label: 'Read the same here', command: `export ${name}=${shellWord(there)}` }],
      ),
    ];
  }
  const set = overrides.flatMap(([, name]) => (env[name] ? [name] : []));
  const as = set.length > 0 ? `, where ${set.join(' and ')} ${set.length > 1 ? 'say' : 'says'}` : '';
  return [passed(id, title, `Tools that are started here and Rolecall read the same${as}.`)];
};
