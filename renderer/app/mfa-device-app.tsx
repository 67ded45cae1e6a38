import { useEffect, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { CallOutput, Enrolled, Enrolment } from '../../electron/core/contract.ts';
import { DeviceEnabled } from '../screens/mfa-device/device-enabled.tsx';
import { ScanCode } from '../screens/mfa-device/scan-code.tsx';
import { SeedForm } from '../screens/mfa-device/seed-form.tsx';
import { StartEnrolment } from '../screens/mfa-device/start-enrolment.tsx';

/** The MFA device window: sets an authenticator app up, or takes the seed of one. */
export function MfaDeviceApp({ client }: { client: Client<'mfa-device'> }) {
  const [target, setTarget] = useState<CallOutput<'mfaDeviceTarget'>>();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [enrolled, setEnrolled] = useState<Enrolled>();

  useEffect(() => {
    client.mfaDeviceTarget({}).then((answer) => setTarget(answer.ok ? answer.value : { profiles: [] }));
  }, [client]);

  function onEnabled(device: Enrolled): void {
    // The picture of the secret is not kept a moment longer than it is needed.
    setEnrolment(undefined);
    setEnrolled(device);
  }

  if (!target) return null;
  if (target.seedOf !== undefined) return <SeedForm mfaSerial={target.seedOf} client={client} />;
  if (enrolled) return <DeviceEnabled enrolled={enrolled} client={client} />;
  if (enrolment) return <ScanCode enrolment={enrolment} client={client} onEnabled={onEnabled} />;
  return <StartEnrolment target={target} client={client} onStarted={setEnrolment} />;
}
