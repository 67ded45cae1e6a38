// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditRow } from '../../electron/core/audit/page.ts';
import type { AuditReport } from '../../electron/core/audit/report.ts';
import { createFakeClient, good } from '../fakes/fake-client.ts';
import { aCatalog, noSessions } from '../fakes/profiles.ts';
import { createSettingsStore } from '../settings-store.ts';
import { SettingsApp } from './settings-app.tsx';

beforeEach(() => {
  // The virtual list asks for sizes, which a page without layout does not have.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 100 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 400 });
});
afterEach(cleanup);

const entry = (n: number, more: Partial<AuditRow> = {}): AuditRow => ({
  n,
  time: '2026-03-12T09:40:00.000Z',
  event: 'credentials',
  outcome: 'ok',
  profile: 'production',
  asker: { through: 'credential-process', program: { name: 'terraform', pid: 4, path: '/usr/bin/terraform' } },
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  ...more,
});
const intact: AuditReport = { intact: true, lines: 3, first: 1, last: 3, breaks: [], torn: [], vouchedFor: 3 };

async function open(entries: AuditRow[], report = intact, older: number | null = null) {
  const fake = createFakeClient({
    settingsTarget: () => good({ section: 'audit' }),
    snapshot: () => good({ catalog: aCatalog([]), sessions: noSessions }),
    listAudit: ({ before }: { before?: number }) =>
      good({ entries: before ? [] : entries, older: before ? null : older }),
    verifyAudit: () => good({ report }),
  });
  await act(async () => {
    render(<SettingsApp store={createSettingsStore(fake.client)} />);
  });
  return fake;
}

it('lists who was given what, and tells all of the one that is opened', async () => {
  await open([entry(3, { outcome: 'failed', failure: { kind: 'locked' } }), entry(2)]);
  const rows = screen.getAllByRole('button', { name: /Credentials · production/ });
  expect(rows).toHaveLength(2);
  expect(rows[0]?.textContent).toContain('terraform · refused: locked');
  expect(screen.queryByText('ASIAIOSFODNN7EXAMPLE')).toBeNull();
  await act(async () => void fireEvent.click(rows[1] as HTMLElement));
  expect(screen.getByText('ASIAIOSFODNN7EXAMPLE')).toBeTruthy();
  expect(screen.getByText('/usr/bin/terraform')).toBeTruthy();
});

it('searches, follows what is appended, and asks for older ones at the end', async () => {
  const entries = [entry(3)];
  const { askedFor, emit } = await open(entries, intact, 3);
  expect(askedFor('listAudit')).toEqual([
    { limit: 100, search: '', before: undefined },
    { limit: 100, search: '', before: 3 },
  ]);
  entries.unshift(entry(4, { profile: 'staging' }));
  await act(async () => emit('auditAppended', {}));
  const titles = screen.getAllByRole('button', { name: /Credentials/ }).map(({ textContent }) => textContent);
  expect(titles.map((title) => title?.slice(0, 24))).toEqual(['Credentials · stagingter', 'Credentials · production']);
  const search = screen.getByRole('searchbox', { name: 'Search the log' });
  await act(async () => void fireEvent.change(search, { target: { value: 'terraform' } }));
  expect(askedFor('listAudit')).toContainEqual({ limit: 100, search: 'terraform', before: undefined });
});

it('says that the log is intact, or where it is not', async () => {
  await open([entry(3)]);
  expect(screen.getByText(/The log is intact: 3 entries. The keychain vouches for it up to entry 3./)).toBeTruthy();
  cleanup();
  await open([entry(3)], {
    ...intact,
    intact: false,
    breaks: [{ kind: 'changed', file: '/x/audit-000001.jsonl', line: 2 }],
  });
  expect(screen.getByRole('alert').textContent).toContain('audit-000001.jsonl, line 2 was changed');
});
