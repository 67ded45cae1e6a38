import { type Failure, failure } from '../failure.ts';
import type { AssumeRoleHop, Chain } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';
import { limitFailure } from './limits.ts';
import {
  fillTemplate,
  isTemplate,
  type NameFacts,
  namesTicket,
  sessionName,
  unknownPlaceholder,
} from './name-template.ts';

/** What a chain's parameters are completed with. */
export interface FillInFacts {
  readonly user: string;
  readonly host: string;
  readonly ticket?: string | undefined;
  /** For a role that names none. */
  readonly nameTemplate: string;
  /** The text of a policy file, as it was last read. */
  readonly policyText: (path: string) => Result<string>;
}

/** A session policy in the profile itself; anything else is the path of a file. */
export const isInlinePolicy = (policy: string): boolean => policy.trimStart().startsWith('{');

/**
 * A chain as it is sent: names filled in, policies read, and everything within
 * AWS's limits. Fails with `parameter-invalid`, `ticket-needed`, `policy-malformed` or `file-unreadable`.
 */
export function fillIn([source, ...roles]: Chain, facts: FillInFacts): Result<Chain> {
  const filled: AssumeRoleHop[] = [];
  for (const hop of roles) {
    const done = fillInRole(hop, facts);
    if (!done.ok) return done;
    filled.push(done.value);
  }
  return ok([source, ...filled]);
}

function fillInRole(hop: AssumeRoleHop, facts: FillInFacts): Result<AssumeRoleHop> {
  const { profile, sourceIdentity, tags } = hop;
  const template = hop.roleSessionName ?? facts.nameTemplate;
  const texts = [template, sourceIdentity, ...(tags ?? []).map(({ value }) => value)];
  const problem = templateFailure(profile, texts, facts.ticket);
  if (problem) return failed(problem);
  const policy = policyOf(hop, facts);
  if (!policy.ok) return policy;
  const names: NameFacts = { ...facts, profile };
  const name = (text: string) => (isTemplate(text) ? sessionName(text, names) : text);
  const filled: AssumeRoleHop = {
    ...hop,
    roleSessionName: name(template),
    ...(sourceIdentity !== undefined && { sourceIdentity: name(sourceIdentity) }),
    ...(tags && { tags: tags.map(({ key, value }) => ({ key, value: fillTemplate(value, names) })) }),
    ...(policy.value !== undefined && { policy: policy.value }),
  };
  const beyond = limitFailure(filled);
  return beyond ? failed(beyond) : ok(filled);
}

function templateFailure(
  profile: string,
  texts: readonly (string | undefined)[],
  ticket: string | undefined,
): Failure | undefined {
  for (const text of texts) {
    const unknown = text === undefined ? undefined : unknownPlaceholder(text);
    if (unknown !== undefined)
      return failure(
        'parameter-invalid',
        `A name of "${profile}" holds {${unknown}}, which Rolecall does not know.`,
        'Use {user}, {host}, {profile} and {ticket}.',
        { profile },
      );
  }
  if (ticket === undefined && texts.some(namesTicket))
    return failure(
      'ticket-needed',
      `"${profile}" goes under the name of a ticket, and none was given.`,
      `Say which: rolecall switch ${shellWord(profile)} --ticket ABC-123`,
      { profile },
    );
  return undefined;
}

/** The policy as JSON without blanks: AWS counts every character. */
function policyOf({ profile, policy }: AssumeRoleHop, facts: FillInFacts): Result<string | undefined> {
  if (policy === undefined) return ok(undefined);
  const text = isInlinePolicy(policy) ? ok(policy) : facts.policyText(policy);
  if (!text.ok) return failed({ ...text.failure, profile });
  try {
    return ok(JSON.stringify(JSON.parse(text.value)));
  } catch {
    return failed(
      failure(
        'policy-malformed',
        `The session policy of "${profile}" is not JSON.`,
        `Correct ${isInlinePolicy(policy) ? `session_policy in "${profile}"` : 'the file that session_policy names'}.`,
        { profile },
      ),
    );
  }
}
