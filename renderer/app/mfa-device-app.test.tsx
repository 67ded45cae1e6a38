// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answers, bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { MfaDeviceApp } from './mfa-device-app.tsx';

afterEach(cleanup);

const serial = 'arn:aws:iam::012345678901:mfa/ada';
const device = { id: '1', profile: 'ada', userName: 'ada', mfaSerial: serial, qr: ['10', '01'], others: [] };
const wrong = { kind: 'mfa-wrong-code', message: 'Wrong codes.', remedy: 'Take the next two.' } as const;

async function open(answers: Answers = {}) {
  const fake = createFakeClient({
    mfaDeviceTarget: () => good({ profile: 'ada', profiles: ['ada', 'bob'] }),
    startMfaEnrolment: () => good(device),
    mfaEnrolmentSecret: () => good({ seed: 'JBSWYDPEHPKPXP', url: 'otpauth://x' }),
    finishMfaEnrolment: () => good({ profile: 'ada', mfaSerial: serial, seedKept: false }),
    previewFileEdit: () => good({ path: '/config', diff: '--- a\n+++ b\n@@ -1 +1,2 @@\n a\n+mfa_serial = x' }),
    ...answers,
  });
  await act(async () => void render(<MfaDeviceApp client={fake.client} />));
  const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  const type = (label: string, value: string) =>
    act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));
  return { ...fake, press, type };
}

describe('the window of a new device', () => {
  it('shows the picture, moves on to the second code, and enables the device', async () => {
    const { press, type, askedFor } = await open();
    await press('Show QR code');
    expect(screen.getByRole('img').querySelector('path')?.getAttribute('d')).toBe('M4 4h1v1h-1zM5 5h1v1h-1z');
    expect(document.activeElement).toBe(screen.getByLabelText('First code'));
    await type('First code', '111 111');
    expect(document.activeElement).toBe(screen.getByLabelText('Next code'));
    await press('Enable');
    expect(askedFor('finishMfaEnrolment')).toEqual([]);
    await type('Next code', '222222');
    await press('Enable');
    expect(askedFor('finishMfaEnrolment')).toEqual([{ id: '1', codes: ['111111', '222222'], keepSeed: false }]);
    expect(screen.getByRole('heading').textContent).toBe('The device is enabled');
    expect(screen.queryByRole('img', { name: /QR/ })).toBeNull();
  });

  it('writes the profile only when that is pressed', async () => {
    const { press, type, askedFor } = await open();
    await press('Show QR code');
    await type('First code', '111111');
    await type('Next code', '222222');
    await press('Enable');
    expect(askedFor('applyFileEdit')).toEqual([]);
    await press('Write mfa_serial');
    const edit = { kind: 'set-key', profile: 'ada', key: 'mfa_serial', value: serial };
    expect(askedFor('applyFileEdit')).toEqual([{ edit }]);
  });

  it('says what was wrong with the codes, and takes the next two', async () => {
    const { press, type } = await open({ finishMfaEnrolment: () => bad(wrong) });
    await press('Show QR code');
    await type('First code', '111111');
    await type('Next code', '222222');
    await press('Enable');
    expect(screen.getByRole('alert').textContent).toContain('Wrong codes.');
    expect(screen.getByLabelText<HTMLInputElement>('First code').value).toBe('');
  });

  it('shows the secret in letters only when it is asked for, and keeps it only when switched on', async () => {
    const { press, type, askedFor } = await open();
    await press('Show QR code');
    expect(document.body.textContent).not.toContain('JBSW');
    await press('Cannot scan it?');
    expect(screen.getByText('JBSW YDPE HPKP XP')).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByRole('switch')));
    await type('First code', '111111');
    await type('Next code', '222222');
    await press('Enable');
    expect(askedFor('finishMfaEnrolment')).toMatchObject([{ keepSeed: true }]);
  });

  it('says why no device could be made', async () => {
    const { press } = await open({
      startMfaEnrolment: () => bad({ kind: 'already-there', message: 'There is one.', remedy: 'Another name.' }),
    });
    await press('Show QR code');
    expect(screen.getByRole('alert').textContent).toContain('There is one.');
  });
});

describe('the window that takes a seed', () => {
  it('says the price, sends the seed once, and closes', async () => {
    const { press, type, askedFor } = await open({ mfaDeviceTarget: () => good({ seedOf: serial, profiles: [] }) });
    expect(document.body.textContent).toContain('second factor is then on this computer');
    await press('Keep in keychain');
    expect(askedFor('addMfaSeed')).toEqual([]);
    await type('Secret key or otpauth:// URL', 'JBSWYDPEHPKPXP');
    await press('Keep in keychain');
    expect(askedFor('addMfaSeed')).toEqual([{ mfaSerial: serial, seed: 'JBSWYDPEHPKPXP' }]);
    expect(askedFor('closeWindow')).toHaveLength(1);
  });
});
