import { parseArn } from '../arn.ts';
import type { Fix } from '../failure.ts';
import type { About } from './about.ts';
import type { Explain } from './explanation.ts';
import { fixes } from './fixes.ts';

export const explainWrongCode: Explain = ({ mfa, profile }) => ({
  causes: [
    'It was mistyped, or its 30 seconds were over.',
    'It was used before: AWS takes each code once, whichever program sends it.',
    `It is another device's: this profile's is ${mfa?.serial ?? 'not named'}.`,
    'The clock of the device is off.',
  ],
  fixes: [fixes.switchAgain(profile)],
});

export const explainUsedCode: Explain = ({ profile }) => ({ fixes: [fixes.switchAgain(profile)] });

export const explainDevice: Explain = (about) => {
  const { mfa, userArn, profile } = about;
  const causes = ['The clock of the device is off by more than a minute.'];
  const [device, user] = [parseArn(mfa?.serial ?? ''), parseArn(userArn ?? '')];
  const ofOther = device && user && (device.accountId !== user.accountId || device.partition !== user.partition);
  if (mfa) causes.unshift(`${mfa.serial} is not an enabled device of ${userArn ?? 'this user'}.`);
  if (ofOther) causes.unshift(`The device is of account ${device.accountId}, and the user of ${user.accountId}.`);
  return { causes, fixes: [...nameDevice(about), fixes.switchAgain(profile)] };
};

export const explainNoCode: Explain = (about) => ({
  causes: [
    about.mfa
      ? 'The device is named, and no code was sent with it.'
      : `Neither "${about.profile}" nor a profile on its way names mfa_serial.`,
  ],
  fixes: nameDevice(about),
});

/** The device that other profiles name for this account; otherwise a person must know it. */
function nameDevice({ mfa, knownSerial, hop, profile }: About): Fix[] {
  const where = mfa?.profile ?? hop?.profile ?? profile;
  if (knownSerial !== undefined && knownSerial !== mfa?.serial) return [fixes.setKey(where, 'mfa_serial', knownSerial)];
  return [fixes.fillIn(where, 'mfa_serial', 'SERIAL')];
}
