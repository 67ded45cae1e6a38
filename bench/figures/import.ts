import type { Figure } from '../figure.ts';
import { timed } from '../lib/samples.ts';
import { signedInProgram } from '../lib/signed-in-program.ts';

const ROLES_PER_ACCOUNT = 5;
/** Rolecall's own limit, of the twenty that the portal takes. */
const REQUESTS_PER_SECOND = 15;
const ACCOUNTS_PER_PAGE = 100;

/** One request for each page of accounts, and one for each account's roles. */
const limit = (name: string, accounts: number): Figure => ({
  name,
  what: `${accounts} accounts at ${REQUESTS_PER_SECOND} requests a second`,
  unit: 'ms',
  measure: async () => [((Math.ceil(accounts / ACCOUNTS_PER_PAGE) + accounts) / REQUESTS_PER_SECOND) * 1000],
});

/** From the order to the written config file, in a program that is signed in. */
const importOf = (name: string, accounts: number, floor: string): Figure => ({
  name,
  what: `import of ${accounts} accounts × ${ROLES_PER_ACCOUNT} roles`,
  unit: 'ms',
  floor,
  async measure(rig) {
    const program = await signedInProgram(rig, `${accounts}x${ROLES_PER_ACCOUNT}`);
    const session = 'acme';
    const taken = await timed(async () => {
      await program.call('readOrganisation', { session, anew: false });
      const { state } = await program.call('awaitOrganisation', { session });
      const { id, counts } = await program.call('planSsoImport', { session, mode: 'import' });
      if (state !== 'read' || counts.added !== accounts * ROLES_PER_ACCOUNT)
        throw new Error(`${counts.added} new roles`);
      await program.call('applySsoImport', { id });
    });
    await program.child.end();
    return [taken];
  },
});

export const limitOfHundred = limit('limit-of-100', 100);
export const importHundred = importOf('import-100', 100, limitOfHundred.name);
export const limitOfThousand = limit('limit-of-1000', 1000);
export const importThousand = importOf('import-1000', 1000, limitOfThousand.name);
