import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { writeFileAtomic } from './atomic-file.ts';

const LaunchRecordSchema = v.object({
  /** Program and arguments that start it hidden. */
  command: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Variables it needs beyond the caller's own. */
  environment: v.record(v.string(), v.string()),
});

/** How to start the program again, as it last started itself. Holds no secret. */
export type LaunchRecord = v.InferOutput<typeof LaunchRecordSchema>;

export function writeLaunchRecord(path: string, record: LaunchRecord): Promise<void> {
  return writeFileAtomic(path, `${JSON.stringify(record, null, 2)}\n`);
}

/** `undefined` when the program never ran here, or the record is damaged. */
export async function readLaunchRecord(path: string): Promise<LaunchRecord | undefined> {
  try {
    const parsed = v.safeParse(LaunchRecordSchema, JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
