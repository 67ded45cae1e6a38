import type { MfaDeviceRow } from '../../electron/core/contract.ts';
import { MfaDeviceApp } from '../app/mfa-device-app.tsx';
import { DeviceEnabled } from '../screens/mfa-device/device-enabled.tsx';
import { ScanCode } from '../screens/mfa-device/scan-code.tsx';
import { bad, createFakeClient, good } from './fake-client.ts';
import { press } from './press.tsx';

const serial = 'arn:aws:iam::904417236685:mfa/anna';

/** Looks like a QR code, and holds nothing. */
const picture = Array.from({ length: 45 }, (_, y) =>
  Array.from({ length: 45 }, (_, x) => {
    const [cx, cy] = [x < 8 ? 3 : 41, y < 8 ? 3 : 41];
    const ring = Math.max(Math.abs(x - cx), Math.abs(y - cy));
    const isFinder = (x < 8 || x > 36) && (y < 8 || y > 36) && !(x > 36 && y > 36);
    return (isFinder ? ring <= 1 || ring === 3 : (x * 7 + y * 13 + x * y) % 5 < 2) ? '1' : '0';
  }).join(''),
);
const enrolment = { id: '1', profile: 'company', userName: 'anna', mfaSerial: serial, qr: picture, others: [] };
const DIFF = `--- a/config\n+++ b/config\n@@ -12,2 +12,3 @@\n [profile company]\n region = eu-central-1\n+mfa_serial = ${serial}`;

export const mfaDevices: MfaDeviceRow[] = [
  { mfaSerial: serial, profiles: ['company', 'production-admin', 'staging'] },
  { mfaSerial: 'arn:aws:iam::418295063117:mfa/anna-spare', profiles: ['audit'], seedAddedAt: Date.UTC(2026, 3, 12) },
];

/** The window that sets up an MFA device or takes a seed. */
export function mfaDeviceScenes() {
  const { client } = createFakeClient({
    mfaDeviceTarget: () => good({ profiles: ['company', 'audit'] }),
    mfaEnrolmentSecret: () => good({ seed: 'EXAMPLESEEDEXAMPLESEEDEXAMPLESEE', url: '' }),
    previewFileEdit: () => good({ path: '/home/anna/.aws/config', diff: DIFF }),
  });
  const refused = createFakeClient({
    mfaDeviceTarget: () => good({ profiles: ['company', 'audit'] }),
    startMfaEnrolment: () =>
      bad({
        kind: 'not-authorized',
        message: 'AWS does not let anna make a virtual MFA device.',
        remedy: 'Ask whoever manages the account for iam:CreateVirtualMFADevice.',
        awsCode: 'AccessDenied',
      }),
  });
  const seed = createFakeClient({ mfaDeviceTarget: () => good({ seedOf: serial, profiles: [] }) });
  const window = 'mfa-device' as const;
  const scan = {
    window,
    render: () => <ScanCode enrolment={enrolment} client={client} onEnabled={() => undefined} />,
  };
  const keepSeed = { window, render: () => <MfaDeviceApp client={seed.client} /> };
  const enabled = { window, render: () => <DeviceEnabled enrolled={enrolled} client={client} /> };
  const enrolled = { profile: 'company', mfaSerial: serial, seedKept: false };
  return {
    'mfa-device-start': { window, render: () => <MfaDeviceApp client={client} /> },
    'mfa-device-refused': press(
      {
        window,
        render: () => <MfaDeviceApp client={refused.client} />,
      },
      /^Show QR code$/,
      { profile: 'company', name: 'anna' },
    ),
    'mfa-device-scan': scan,
    'mfa-device-typed': press(scan, /^Cannot scan it/),
    'mfa-device-others': {
      window,
      render: () => (
        <ScanCode
          enrolment={{ ...enrolment, others: [`${serial}-phone`] }}
          client={client}
          onEnabled={() => undefined}
        />
      ),
    },
    'mfa-device-enabled': enabled,
    'mfa-device-written': press(enabled, /^Write mfa_serial$/),
    'mfa-device-seed': keepSeed,
    'mfa-device-seed-missing': press(keepSeed, /^Keep in keychain$/),
  };
}
