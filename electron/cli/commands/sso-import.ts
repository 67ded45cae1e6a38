import type { ImportPlan, Reading } from '../../core/contract.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok, type Result } from '../../core/result.ts';
import type { CliWorld, Command, Output } from '../world.ts';

const TELL_EVERY_MS = 1_000;

interface Options {
  readonly session: string | undefined;
  readonly mode: 'import' | 'sync';
  readonly template?: string;
  readonly region?: string;
  readonly account?: string[];
  readonly role?: string[];
  readonly anew?: boolean;
  readonly dryRun?: boolean;
}

/** Reads the organisation, plans, and writes in one edit. Ctrl+C stops the reading; the next one goes on there. */
export const ssoImport: Command<Options> = async (options, world) => {
  const { program } = world;
  const { session, mode, anew = false } = options;
  const started = await program.call('readOrganisation', { session, anew });
  if (!started.ok) return started;
  const read = await whileReading(started.value, world);
  if (!read.ok) return read;
  const plan = await program.call('planSsoImport', {
    session: read.value.session,
    mode,
    template: options.template,
    region: options.region,
    accountIds: options.account,
    roleNames: options.role,
  });
  if (!plan.ok) return plan;
  const nothing = plan.value.preview.diff === '';
  if (options.dryRun || nothing) return ok(output(plan.value, false, plan.value.preview.diff.replace(/\n$/, '')));
  const applied = await program.call('applySsoImport', { id: plan.value.id });
  return applied.ok ? ok(output(applied.value, true, '')) : applied;
};

/** Tells a person at a terminal how far it is. */
async function whileReading({ session }: Reading, world: CliWorld): Promise<Result<Reading>> {
  const { program, stderr } = world;
  let stop = () => {};
  let over = false;
  async function tell(): Promise<void> {
    const answer = await program.call('organisationReading', { session });
    const reading = answer.ok ? answer.value.reading : null;
    if (over || !reading || reading.state !== 'reading') return;
    if (reading.accounts > 0)
      stderr.write(`${reading.accountsRead} of ${reading.accounts} accounts, ${reading.roles} roles\n`);
    stop = world.after(TELL_EVERY_MS, tell);
  }
  if (stderr.isTTY) stop = world.after(TELL_EVERY_MS, tell);
  try {
    return await program.call('awaitOrganisation', { session });
  } finally {
    over = true;
    stop();
  }
}

function output(plan: ImportPlan, applied: boolean, text: string): Output {
  const { counts, preview, left } = plan;
  const path = plainName(preview.path);
  const parts = [
    counts.added > 0 && `${counts.added} new`,
    counts.renamed > 0 && `${counts.renamed} renamed`,
    counts.removed > 0 && `${counts.removed} gone`,
  ].filter(Boolean);
  const nothing = parts.length === 0;
  const what = nothing
    ? `Nothing to change in ${path}.`
    : `${applied ? 'Changed' : 'Not changed'}: ${path}, ${parts.join(', ')}.`;
  const already = counts.already > 0 ? [`${counts.already} roles have their profile already.`] : [];
  return { json: { ...plan, applied }, text, notes: [what, ...already, ...left.map(leftText)] };
}

function leftText({ profile, why, because }: ImportPlan['left'][number]): string {
  const what = why === 'gone' ? 'leads to a role that AWS does not list any more' : 'would have another name now';
  const reason = because === 'changed' ? 'you changed it' : 'other profiles name it as their source';
  return `${plainName(profile)} ${what}; it stays, as ${reason}.`;
}
