import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../fakes/any-text.ts';
import { adaKey, chainOfRole } from '../fakes/chains.ts';
import type { AssumeRoleHop, Chain } from '../hop.ts';
import { ok } from '../result.ts';
import { type FillInFacts, fillIn } from './fill-in.ts';
import { sessionName } from './name-template.ts';

const facts: FillInFacts = {
  user: 'Ada L.',
  host: 'laptop',
  nameTemplate: 'rolecall-{user}',
  policyText: () => ok(' { "Version": "2012-10-17",\n "Statement": [] } '),
};

function filled(more: Partial<AssumeRoleHop>, also: Partial<FillInFacts> = {}) {
  const result = fillIn(chainOfRole('prod', more), { ...facts, ...also });
  return result.ok ? result.value[1] : result.failure;
}

describe('the session name', () => {
  it('says who by default, in AWS’s alphabet', () => {
    expect(filled({})).toMatchObject({ roleSessionName: 'rolecall-Ada-L.' });
  });

  it('is filled in from a template, and so are source identity and the values of tags', () => {
    const more = {
      roleSessionName: '{ticket}-{user}@{host}',
      sourceIdentity: '{user}',
      tags: [{ key: 'Ticket', value: '{ticket} of {profile}' }],
    };
    expect(filled(more, { ticket: 'ABC-123' })).toMatchObject({
      roleSessionName: 'ABC-123-Ada-L.@laptop',
      sourceIdentity: 'Ada-L.',
      tags: [{ key: 'Ticket', value: 'ABC-123 of prod' }],
    });
  });

  it('that is written out is sent as it stands, or refused: never quietly changed', () => {
    expect(filled({ roleSessionName: 'ada-audit' })).toMatchObject({ roleSessionName: 'ada-audit' });
    expect(filled({ roleSessionName: 'ada audit' })).toMatchObject({ kind: 'parameter-invalid' });
  });

  it('asks for the ticket it names, and for no other word', () => {
    expect(filled({ roleSessionName: '{ticket}' })).toMatchObject({
      kind: 'ticket-needed',
      remedy: 'Say which: rolecall switch prod --ticket ABC-123',
    });
    expect(filled({ roleSessionName: '{tiket}' })).toMatchObject({ kind: 'parameter-invalid' });
  });

  it('is one AWS takes, whatever the facts are', () => {
    const text = anyText({ maxLength: 70 });
    fc.assert(
      fc.property(text, text, text, text, (user, host, profile, ticket) => {
        expect(sessionName('{user}{host}{profile}{ticket}', { user, host, profile, ticket })).toMatch(
          /^[\w+=,.@-]{2,64}$/,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('the session policy', () => {
  it('is sent without blanks, inline or from its file', () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    expect(filled({ policy: '{ "Version":"2012-10-17", "Statement": [] }' })).toMatchObject({ policy });
    expect(filled({ policy: 'policies/read.json' })).toMatchObject({ policy });
  });

  it('that is not JSON is refused before AWS is asked, without its text', () => {
    const failure = filled({ policy: '{ canary' });
    expect(failure).toMatchObject({ kind: 'policy-malformed', profile: 'prod' });
    expect(JSON.stringify(failure)).not.toContain('canary');
  });
});

it('every role of a chain is filled in and checked', () => {
  const [, hub] = chainOfRole('hub', { externalId: 'x' });
  const chain = [adaKey, hub, ...chainOfRole('spoke').slice(1)] as unknown as Chain;
  expect(fillIn(chain, facts)).toMatchObject({ failure: { kind: 'parameter-invalid', profile: 'hub' } });
});
