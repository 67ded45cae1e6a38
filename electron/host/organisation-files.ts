import { createHash } from 'node:crypto';
import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  type Organisation,
  OrganisationSchema,
  type OrganisationStore,
} from '../core/sso/organisation/organisation.ts';
import { writeFileAtomic } from './atomic-file.ts';

/** What was read of organisations, one file per session under `folder`. Account and role names, no secret. */
export function createOrganisationFiles(folder: string): OrganisationStore {
  const fileOf = (session: string) =>
    join(folder, `${createHash('sha256').update(session).digest('hex').slice(0, 32)}.json`);
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a removal that follows a write finds what was written. */
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    const mine = last.then(work).then(
      () => undefined,
      () => undefined,
    );
    last = mine;
    return mine;
  }

  return {
    async load(session): Promise<Organisation | undefined> {
      await last;
      try {
        const parsed = v.safeParse(OrganisationSchema, JSON.parse(await readFile(fileOf(session), 'utf8')));
        return parsed.success && parsed.output.session === session ? parsed.output : undefined;
      } catch {
        // Not there, or not readable: then it is read from AWS again.
        return undefined;
      }
    },
    save(organisation) {
      // As it is now: the reading goes on while it is written.
      const text = JSON.stringify(organisation);
      return inTurn(() => writeFileAtomic(fileOf(organisation.session), text));
    },
    remove: (session) => inTurn(() => unlink(fileOf(session))),
  };
}
