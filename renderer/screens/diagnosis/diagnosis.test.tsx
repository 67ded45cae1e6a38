// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PopoverContext } from '../../app/popover-context.ts';
import { refusedDiagnosis } from '../../fakes/diagnosis.ts';
import { type Answers, createFakeClient, good } from '../../fakes/fake-client.ts';
import { createPopoverStore } from '../../store.ts';
import { DiagnosisPanel } from './diagnosis.tsx';

afterEach(cleanup);

function show(answers: Answers = { diagnose: () => good(refusedDiagnosis) }) {
  const fake = createFakeClient(answers);
  const store = createPopoverStore(fake.client);
  render(
    <PopoverContext value={store}>
      <DiagnosisPanel profile="staging-deploy" />
    </PopoverContext>,
  );
  return { ...fake, store };
}

it('asks for no role when it opens, and for one when a person says so', async () => {
  const { askedFor } = show();
  await screen.findByText('Identity');
  expect(askedFor('diagnose')).toEqual([{ profile: 'staging-deploy', tryNow: false }]);
  fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
  expect(askedFor('diagnose').at(-1)).toEqual({ profile: 'staging-deploy', tryNow: true });
  // What was found stays while it looks again.
  expect(screen.getByText('Identity')).toBeTruthy();
});

it('shows a fix as the change it would make', async () => {
  const { store } = show();
  const [button] = await screen.findAllByRole('button', { name: 'Set mfa_serial…' });
  if (button) fireEvent.click(button);
  expect(store.store.getState().panel).toMatchObject({
    kind: 'file-edit',
    edit: { kind: 'set-key', profile: 'staging-deploy', key: 'mfa_serial' },
  });
});

it('has both policies to copy', async () => {
  show();
  const text = (await screen.findByRole('textbox', { name: 'Trust policy' })) as HTMLTextAreaElement;
  expect(text.value).toBe(refusedDiagnosis.proposal?.trustPolicy);
  expect(screen.getByRole('textbox', { name: 'Permission' })).toBeTruthy();
});
