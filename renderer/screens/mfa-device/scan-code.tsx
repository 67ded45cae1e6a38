import { useRef, useState } from 'react';
import type { Client } from '../../../electron/core/client.ts';
import type { Enrolled, Enrolment } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { CODE_LENGTH, codeDigits, shortSerial } from '../../model/mfa-code.ts';
import { qrPath } from '../../model/qr-path.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../../parts/field.tsx';
import { SwitchSetting } from '../../parts/setting.tsx';
import { StepBar } from '../../parts/step-bar.tsx';
import { text } from '../../text.ts';
import { DeviceForm } from './device-form.tsx';

interface ScanCodeProps {
  readonly enrolment: Enrolment;
  readonly client: Pick<Client<'mfa-device'>, 'finishMfaEnrolment' | 'mfaEnrolmentSecret' | 'closeWindow'>;
  readonly onEnabled: (enrolled: Enrolled) => void;
}

/** The QR code, and the two codes that prove an app has read it. */
export function ScanCode({ enrolment, client, onEnabled }: ScanCodeProps) {
  const words = text.mfaDevice.scan;
  const [codes, setCodes] = useState<readonly [string, string]>(['', '']);
  const [keepSeed, setKeepSeed] = useState(false);
  const [seed, setSeed] = useState<string>();
  const [failure, setFailure] = useState<Pick<Failure, 'message' | 'remedy'>>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Closing takes the device back: nothing of it stays in AWS.
  const close = () => void client.closeWindow({});
  const focus = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();

  function onCode(at: 0 | 1, typed: string): void {
    const digits = codeDigits(typed);
    if (digits === undefined || busy) return;
    setCodes(at === 0 ? [digits, codes[1]] : [codes[0], digits]);
    setFailure(undefined);
    if (at === 0 && digits.length === CODE_LENGTH) focus('second');
  }

  async function onSubmit(): Promise<void> {
    const [first, second] = codes;
    if (first.length !== CODE_LENGTH || second.length !== CODE_LENGTH) {
      setFailure({ message: words.twoCodes, remedy: '' });
      focus(first.length === CODE_LENGTH ? 'second' : 'first');
      return;
    }
    setBusy(true);
    const finished = await client.finishMfaEnrolment({ id: enrolment.id, codes: [first, second], keepSeed });
    setBusy(false);
    if (finished.ok) {
      onEnabled(finished.value);
      return;
    }
    setFailure(finished.failure);
    setCodes(['', '']);
    focus('first');
  }

  async function showSeed(): Promise<void> {
    const secret = await client.mfaEnrolmentSecret({ id: enrolment.id });
    if (secret.ok) setSeed(secret.value.seed.replaceAll(/(.{4})(?=.)/g, '$1 '));
    else setFailure(secret.failure);
  }

  return (
    <DeviceForm
      ref={form}
      title={words.title}
      about={
        <p className="window-hint" title={enrolment.mfaSerial}>
          {words.hint(shortSerial(enrolment.mfaSerial))}
        </p>
      }
      goOn={busy ? words.enabling : words.enable}
      busy={busy}
      onSubmit={onSubmit}
      onClose={close}
    >
      <div className="mfa-device-qr">
        <QrCode rows={enrolment.qr} />
        {seed === undefined ? (
          <Button size="compact" look="quiet" onPress={() => void showSeed()}>
            {words.showSeed}
          </Button>
        ) : (
          <p className="mfa-device-seed">{seed}</p>
        )}
      </div>
      <div className="mfa-device-codes">
        {([0, 1] as const).map((at) => (
          <Field
            key={at}
            label={at === 0 ? words.first : words.second}
            name={at === 0 ? 'first' : 'second'}
            code
            autoFocus={at === 0}
            value={codes[at]}
            onChange={(typed) => onCode(at, typed)}
            input={{ inputMode: 'numeric', readOnly: busy }}
          />
        ))}
        <StepBar />
      </div>
      <SwitchSetting label={words.keepSeed} hint={words.keepSeedHint} on={keepSeed} onChange={setKeepSeed} />
      {failure ? (
        <FailureNote alert failure={failure} />
      ) : (
        enrolment.others.length > 0 && (
          <p className="window-hint">{words.others(enrolment.others.map(shortSerial).join(', '))}</p>
        )
      )}
    </DeviceForm>
  );
}

/** Dark on white whatever the theme: phones are made for that. */
function QrCode({ rows }: { readonly rows: readonly string[] }) {
  const { size, path } = qrPath(rows);
  return (
    <svg className="qr" role="img" aria-label={text.mfaDevice.scan.picture} viewBox={`0 0 ${size} ${size}`}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
