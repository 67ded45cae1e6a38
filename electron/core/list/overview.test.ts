import { expect, it } from 'vitest';
import type { ProfileRow } from '../contract.ts';
import { overviewOf } from './overview.ts';

const row = (name: string, more: Partial<ProfileRow> = {}): ProfileRow => ({
  name,
  kind: 'role',
  careful: false,
  needsCode: false,
  pinned: false,
  adopted: false,
  ...more,
});

it('counts the sessions of Identity Center, and what starts from one: roles behind it, too', () => {
  const rows = [
    row('admin', { kind: 'identity-center', ssoSession: 'acme' }),
    row('read', { kind: 'identity-center', ssoSession: 'acme' }),
    row('deploy', { source: 'admin', ssoSession: 'acme' }),
    row('other', { kind: 'identity-center', ssoSession: 'globex' }),
    row('ada', { kind: 'user' }),
  ];
  expect(overviewOf({ rows, problems: [], defaultHandedOver: false })).toMatchObject({
    profiles: 5,
    identityCenter: { sessions: 2, profiles: 4 },
  });
});
