// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { MfaQuestion } from '../../electron/core/contract.ts';
import { type Answers, bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { noNetwork } from '../fakes/profiles.ts';
import { MfaApp } from './mfa-app.tsx';

afterEach(cleanup);

const question: MfaQuestion = {
  id: '7',
  profile: 'prod',
  roleArn: 'arn:aws:iam::123456789012:role/Admin',
  mfaSerial: 'arn:aws:iam::123456789012:mfa/anna',
  asker: { through: 'credential-process', program: { name: 'terraform', pid: 12 } },
  checking: false,
  waiting: 2,
};
const wrong = {
  kind: 'mfa-wrong-code',
  message: 'AWS did not take this code.',
  remedy: 'Enter the next one.',
} as const;

async function open(answers: Answers = {}) {
  const fake = createFakeClient({ currentQuestion: () => good({ question }), ...answers });
  await act(async () => {
    render(<MfaApp client={fake.client} />);
  });
  const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'MFA code' });
  const type = (value: string) => act(async () => void fireEvent.change(box(), { target: { value } }));
  return { ...fake, box, type };
}

it('names profile, role, account, device, asker and who else waits', async () => {
  await open();
  for (const words of ['Code for prod', 'Admin in account 123456789012', 'anna', 'terraform (12)', '2 more waiting']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
});

it('sends six digits by themselves, pasted ones with a space too, and never twice', async () => {
  const { box, type, askedFor } = await open();
  expect(document.activeElement).toBe(box());
  await type('12345');
  expect(askedFor('answerQuestion')).toHaveLength(0);
  await type('123 456');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Continue' })));
  await act(async () => void fireEvent.submit(box()));
  expect(askedFor('answerQuestion')).toEqual([{ id: '7', code: '123456' }]);
  expect(screen.getByText('AWS is checking the code…')).toBeTruthy();
});

it('takes digits only', async () => {
  const { box, type } = await open();
  await type('12ab');
  expect(box().value).toBe('');
  await type('1234567');
  expect(box().value).toBe('');
});

it('says a wrong code in place, clears the field, and takes the next', async () => {
  const { box, type, emit, askedFor } = await open();
  await type('123456');
  act(() => emit('questionChanged', { ...question, checking: true }));
  act(() => emit('questionChanged', { ...question, problem: wrong }));
  expect(screen.getByRole('alert').textContent).toContain(wrong.message);
  expect(box().value).toBe('');
  expect(document.activeElement).toBe(box());
  await type('654321');
  expect(askedFor('answerQuestion')).toHaveLength(2);
});

it('asks for six digits when Continue comes too early', async () => {
  const { type, askedFor } = await open();
  await type('123');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Continue' })));
  expect(screen.getByRole('alert').textContent).toContain('six digits');
  expect(askedFor('answerQuestion')).toHaveLength(0);
});

it('does not take Escape that is still held from the question before', async () => {
  const { box, askedFor } = await open();
  await act(async () => void fireEvent.keyDown(box(), { key: 'Escape', repeat: true }));
  expect(askedFor('cancelQuestion')).toEqual([]);
});

it('cancels by button and by Escape', async () => {
  const { box, askedFor } = await open();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })));
  await act(async () => void fireEvent.keyDown(box(), { key: 'Escape' }));
  expect(askedFor('cancelQuestion')).toEqual([{ id: '7' }, { id: '7' }]);
});

it('starts afresh with the next question', async () => {
  const { box, type, emit } = await open();
  await type('123');
  act(() => emit('questionChanged', { ...question, id: '8', profile: 'other', waiting: 0 }));
  expect(screen.getByText('Code for other')).toBeTruthy();
  expect(box().value).toBe('');
  act(() => emit('questionChanged', null));
  expect(screen.getByText('Nothing waits for a code')).toBeTruthy();
});

it('shows why an answer could not be given', async () => {
  const { type } = await open({ answerQuestion: () => bad(noNetwork) });
  await type('123456');
  expect(screen.getByRole('alert').textContent).toContain(noNetwork.message);
});

it('counts down to the next code while the one on the device is used, and takes it', async () => {
  const used = { kind: 'mfa-code-used', message: 'This code was used already.', remedy: 'Wait for the next.' } as const;
  const { type, emit, askedFor } = await open();
  act(() => emit('questionChanged', { ...question, problem: used, nextCodeAt: Date.now() + 12_400 }));
  expect(screen.getByText(/next code in 1[23] s/)).toBeTruthy();
  act(() => emit('questionChanged', { ...question, problem: used, nextCodeAt: Date.now() - 2_000 }));
  expect(screen.getByText('Your device shows a new code now.')).toBeTruthy();
  await type('654321');
  expect(askedFor('answerQuestion')).toEqual([{ id: '7', code: '654321' }]);
});

it('calls a program one, whatever its name says, and never cuts its number off', async () => {
  const program = { name: `You, from the tray${' '.repeat(20)}and on and on`, pid: 48_213, path: '/tmp/x' };
  await open({
    currentQuestion: () => good({ question: { ...question, asker: { through: 'credential-process', program } } }),
  });
  expect(screen.queryByText('Asked by')).toBeNull();
  expect(screen.getByText('Program').nextElementSibling?.textContent).toMatch(/… \(48213\)\/tmp\/x$/);
});
