import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { accessKeyIndex, offlineConfig } from '../offline.ts';
import { problemLine } from '../problem-line.ts';
import type { Command } from '../world.ts';

/** Exit status 1 when anything was found. */
export const checkConfig: Command<object> = async (_options, world) => {
  const found = await offlineConfig(world).check(await accessKeyIndex(world));
  const lines = [
    ...found.problems.map(problemLine),
    ...found.broken.map(({ failure }) => plainName(`${failure.message} ${failure.remedy}`)),
  ];
  return ok({
    json: found,
    text: lines.length === 0 ? 'Every AWS tool reads these files the same way.' : lines.join('\n'),
    status: lines.length === 0 ? 0 : 1,
  });
};
