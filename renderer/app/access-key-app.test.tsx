// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { CallOutput } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import type { Result } from '../../electron/core/result.ts';
import { bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { noNetwork } from '../fakes/profiles.ts';
import { AccessKeyApp } from './access-key-app.tsx';

afterEach(cleanup);

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const saved = {
  profile: 'company',
  accessKeyId: 'AKIA…MPLE',
  userArn: 'arn:aws:iam::123456789012:user/anna',
  addedAt: 0,
};

async function open(answer: Result<CallOutput<'addAccessKey'>>, profile: string | null = null) {
  const fake = createFakeClient({
    accessKeyTarget: () => good({ profile, profiles: ['company', 'contractor'] }),
    addAccessKey: () => answer,
  });
  await act(async () => {
    render(<AccessKeyApp client={fake.client} />);
  });
  const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
  const fill = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
  const save = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Check and save' })));
  return { ...fake, field, fill, save };
}

async function filled(answer: Result<CallOutput<'addAccessKey'>>) {
  const form = await open(answer);
  form.fill('Profile', 'company');
  form.fill('Access key ID', ' AKIAIOSFODNN7EXAMPLE ');
  form.fill('Secret access key', SECRET);
  await form.save();
  return form;
}

it('sends the key once and shows whose it is', async () => {
  const { askedFor } = await filled(good(saved));
  expect(askedFor('addAccessKey')).toEqual([
    { profile: 'company', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET },
  ]);
  expect(screen.getByText(saved.userArn)).toBeTruthy();
  expect(document.body.innerHTML).not.toContain(SECRET);
});

it.each<[Failure['kind'], string]>([
  ['secret-wrong', ''],
  ['network', SECRET],
  ['keychain-locked', SECRET],
])('after %s keeps what is worth keeping', async (kind, secretLeft) => {
  const { field } = await filled(bad({ ...noNetwork, kind }));
  expect(screen.getByRole('alert').textContent).toContain(noNetwork.remedy);
  expect(field('Access key ID').value).toContain('AKIAIOSFODNN7EXAMPLE');
  expect(field('Secret access key').value).toBe(secretLeft);
});

it('holds the secret in a password field that React does not know the value of', async () => {
  const { field, fill } = await open(good(saved));
  fill('Secret access key', SECRET);
  expect(field('Secret access key').type).toBe('password');
  expect(field('Secret access key').getAttribute('value')).toBeNull();
});

it('says what is missing and goes there', async () => {
  const { field, fill, save, askedFor } = await open(good(saved));
  fill('Profile', 'company');
  await save();
  expect(document.activeElement).toBe(field('Access key ID'));
  expect(field('Access key ID').getAttribute('aria-invalid')).toBe('true');
  expect(askedFor('addAccessKey')).toHaveLength(0);
});

it('offers the profiles of the files by keys, and takes any other name', async () => {
  const { field, fill } = await open(good(saved));
  const profile = field('Profile');
  fill('Profile', 'co');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['company', 'contractor']);
  fireEvent.keyDown(profile, { key: 'ArrowDown' });
  fireEvent.keyDown(profile, { key: 'ArrowDown' });
  fireEvent.keyDown(profile, { key: 'Enter' });
  expect(profile.value).toBe('contractor');
  fill('Profile', 'brand-new');
  expect(screen.queryByRole('option')).toBeNull();
});

it('closes on Escape', async () => {
  const { field, askedFor } = await open(good(saved), 'company');
  await act(async () => void fireEvent.keyDown(field('Access key ID'), { key: 'Escape' }));
  expect(askedFor('closeWindow')).toHaveLength(1);
});
