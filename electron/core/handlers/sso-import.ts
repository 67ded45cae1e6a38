import type { ImportPlan } from '../calls/sso-import.ts';
import type { Handlers } from '../dispatch.ts';
import { present } from '../profiles/profile-step.ts';
import { failed, ok, type Result } from '../result.ts';
import type { IdentityCenterAccess } from '../sso/identity-center.ts';
import type { Imports, ShownPlan } from '../sso/organisation/imports.ts';
import type { ReadingProgress, Readings } from '../sso/organisation/readings.ts';
import { ssoFailures } from '../sso/sso-failures.ts';
import type { SsoSession } from '../sso/sso-session.ts';

type ImportCalls =
  | 'readOrganisation'
  | 'organisationReading'
  | 'awaitOrganisation'
  | 'stopOrganisation'
  | 'organisation'
  | 'planSsoImport'
  | 'applySsoImport';

/** As many as a person looks through. */
const SHOWN = 200;

/** Importing an organisation, and keeping it in step. */
export function ssoImportHandlers(parts: {
  readonly sso: IdentityCenterAccess;
  readonly readings: Readings;
  readonly imports: Imports;
}): Pick<Handlers, ImportCalls> {
  const { sso, readings, imports } = parts;

  function progressOf(session: SsoSession): Result<ReadingProgress> {
    const progress = readings.progress(session.name);
    return progress ? ok(progress) : failed(ssoFailures.notRead(session));
  }

  return {
    async readOrganisation({ session: name, anew }, { asker, signal }) {
      const session = sso.sessionNamed(name);
      if (!session.ok) return session;
      const by = asker.through === 'command' ? 'command' : 'act';
      const signedIn = await sso.access.token(session.value, { by, signal });
      if (!signedIn.ok) return signedIn;
      void readings.start(session.value, anew);
      // It shows itself before it asks anybody.
      await Promise.resolve();
      await Promise.resolve();
      return progressOf(session.value);
    },

    organisationReading: async ({ session }) => ok({ reading: readings.progress(session) ?? null }),

    async awaitOrganisation({ session: name }, { signal }) {
      const session = sso.sessionNamed(name);
      if (!session.ok) return session;
      const stop = () => readings.stop(name);
      signal.addEventListener('abort', stop, { once: true });
      const result = await readings.underWay(session.value);
      signal.removeEventListener('abort', stop);
      return result && !result.ok ? result : progressOf(session.value);
    },

    async stopOrganisation({ session }) {
      readings.stop(session);
      return ok({});
    },

    async organisation({ session: name }) {
      const session = sso.sessionNamed(name);
      if (!session.ok) return session;
      const read = await readings.organisation(session.value);
      if (!read.ok) return read;
      const accounts = read.value.accounts.map((account) => ({ ...account, roles: account.roles ?? [] }));
      const { template, region, accountIds, roleNames } = imports.lastChoice(session.value);
      const choice = present({ template, region, accountIds: [...accountIds], roleNames: [...roleNames] });
      return ok({ session: session.value.name, readAt: read.value.readAt, accounts, choice });
    },

    async planSsoImport({ session: name, mode, ...change }) {
      const session = sso.sessionNamed(name);
      if (!session.ok) return session;
      const planned = await imports.plan(mode, session.value, present(change));
      return planned.ok ? ok(shown(session.value.name, planned.value)) : planned;
    },

    async applySsoImport({ id }) {
      const applied = await imports.apply(id);
      return applied.ok ? ok(shown(applied.value.session.name, applied.value)) : applied;
    },
  };
}

function shown(session: string, { id, plan, choice, preview }: ShownPlan): ImportPlan {
  const { added, removed, renamed, left, already } = plan;
  return present({
    id,
    session,
    template: choice.template,
    region: choice.region,
    counts: {
      added: added.length,
      removed: removed.length,
      renamed: renamed.length,
      left: left.length,
      already,
    },
    added: added.slice(0, SHOWN),
    removed: removed.slice(0, SHOWN),
    renamed: renamed.slice(0, SHOWN),
    left: left.slice(0, SHOWN),
    preview,
  });
}
