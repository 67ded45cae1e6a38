import { useCallback, useEffect, useState } from 'react';
import type { MfaDeviceRow } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettings, useSettingsActions, useSettingsClient } from '../../app/settings-context.ts';
import { dayText } from '../../model/day-text.ts';
import { shortSerial } from '../../model/mfa-code.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Group, Page } from '../../parts/page.tsx';
import { Question } from '../../parts/question.tsx';
import { Setting, SwitchSetting } from '../../parts/setting.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { text } from '../../text.ts';

/** MFA devices: where their codes come from, and what is kept of them. */
export function MfaDevicesPage() {
  const client = useSettingsClient();
  const { change } = useSettingsActions();
  const preferences = useSettings((state) => state.preferences);
  const overview = useSettings((state) => state.overview);
  const [devices, setDevices] = useState<readonly MfaDeviceRow[]>();
  const [failure, setFailure] = useState<Failure>();
  const [asking, setAsking] = useState(false);
  const words = text.mfaDevice.page;

  const load = useCallback(
    async (askAws = false) => {
      const answer = await client.listMfaDevices({ askAws });
      if (answer.ok) setDevices(answer.value.devices);
      setFailure(answer.ok ? answer.value.problems[0] : answer.failure);
    },
    [client],
  );

  async function askAws(): Promise<void> {
    setAsking(true);
    await load(true);
    setAsking(false);
  }
  // A profile may name another device now; and a seed may have been kept in a window of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the profiles are why to ask again
  useEffect(() => void load(), [load, overview]);
  useEffect(() => {
    const again = () => void load();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [load]);

  async function forget(mfaSerial: string): Promise<void> {
    setFailure(undefined);
    const removed = await client.removeMfaSeed({ mfaSerial });
    if (!removed.ok) setFailure(removed.failure);
    await load();
  }

  return (
    <Page
      title={text.settings.sections['mfa-devices'].title}
      hint={text.settings.sections['mfa-devices'].hint}
      actions={
        <>
          <Button busy={asking} onPress={() => void askAws()}>
            {asking ? words.asking : words.askAws}
          </Button>
          <Button look="primary" onPress={() => void client.showMfaDeviceWindow({})}>
            {words.add}
          </Button>
        </>
      }
    >
      {failure && <FailureNote alert failure={failure} />}
      <Group title={words.devices}>
        {devices?.length === 0 && <Setting label={words.none} hint={words.noneHint} />}
        {devices?.map((device) => (
          <DeviceRow key={device.mfaSerial} device={device} onForget={() => void forget(device.mfaSerial)} />
        ))}
      </Group>
      {preferences && (
        <Group title={words.codes}>
          <SwitchSetting
            {...words.sessions}
            on={preferences.keepMfaSessions}
            onChange={(keepMfaSessions) => void change({ keepMfaSessions })}
          />
          <SwitchSetting
            {...words.process}
            on={preferences.mfaProcess}
            onChange={(mfaProcess) => void change({ mfaProcess })}
          />
        </Group>
      )}
    </Page>
  );
}

function DeviceRow({ device, onForget }: { readonly device: MfaDeviceRow; readonly onForget: () => void }) {
  const client = useSettingsClient();
  const words = text.mfaDevice.page;
  const { mfaSerial, profiles, seedAddedAt, userName } = device;
  const isKept = seedAddedAt !== undefined;
  const [asked, setAsked] = useState(false);
  const button = useFocusBack<HTMLButtonElement>(asked);
  return (
    <div className="setting setting-below">
      <div className="card-line">
        <div className="setting-words">
          <p className="setting-label" title={mfaSerial}>
            {shortSerial(mfaSerial)}
          </p>
          <p className="device-serial">{mfaSerial}</p>
          <p className="setting-hint">
            {isKept ? words.kept(dayText(seedAddedAt)) : words.typed}. {words.of(profiles)}.
            {userName !== undefined && ` ${words.enabled(userName)}`}
          </p>
        </div>
        {!asked && (
          <Button
            ref={button}
            size="compact"
            onPress={() => (isKept ? setAsked(true) : void client.showMfaDeviceWindow({ seedOf: mfaSerial }))}
          >
            {isKept ? words.forget : words.keep}
          </Button>
        )}
      </div>
      {asked && (
        <Question
          danger
          message={words.confirmForget(shortSerial(mfaSerial))}
          hint={words.confirmForgetHint}
          yes={words.forgetNow}
          onYes={() => {
            setAsked(false);
            onForget();
          }}
          onNo={() => setAsked(false)}
        />
      )}
    </div>
  );
}
