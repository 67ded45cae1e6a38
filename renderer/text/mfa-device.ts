import { withCommas } from './with-commas.ts';

const cost =
  'The second factor is then on this computer: whoever has your unlocked keychain has key and code in one place.';

/** One device may stand in every profile of an organisation. */
function firstOf(names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${withCommas(names.length - most)} more`;
}

/** MFA devices: their window, and their page of the settings. */
export const mfaDeviceText = {
  mfaDevice: {
    start: {
      title: 'Set up an authenticator app',
      hint: 'Rolecall makes a virtual MFA device in AWS and shows its QR code here.',
      profile: 'Profile of the user',
      profileHint: 'An IAM user whose access key is on this computer.',
      profileMissing: 'Choose whose device it is.',
      name: 'Name of the device (optional)',
      nameHint: 'The user’s name without one. AWS has each name once in an account.',
      make: 'Show QR code',
      making: 'AWS is making the device…',
    },
    scan: {
      title: 'Scan this with your app',
      picture: 'QR code of the new device',
      hint: (device: string) => `Device ${device}. Then type two codes that follow each other.`,
      showSeed: 'Cannot scan it?',
      first: 'First code',
      second: 'Next code',
      twoCodes: 'AWS wants two codes of six digits, one after the other.',
      keepSeed: 'Keep the secret in the keychain, too',
      keepSeedHint: `No code will be asked for. ${cost}`,
      others: (devices: string) => `What is set up already stays as it is: ${devices}.`,
      enable: 'Enable',
      enabling: 'AWS is checking the codes…',
    },
    done: {
      title: 'The device is enabled',
      hint: 'AWS needs a few seconds until it takes its codes.',
      hintSeed: 'Its secret is in the keychain: no code of it will be asked for.',
      write: (profile: string) => `Roles ask for its codes once “${profile}” names it in your config file:`,
      written: (profile: string) => `“${profile}” names it now.`,
      writeIt: 'Write mfa_serial',
    },
    seed: {
      title: (device: string) => `Keep the secret of ${device}`,
      cost: `No code of this device will be asked for any more. ${cost}`,
      label: 'Secret key or otpauth:// URL',
      hint: 'AWS shows it beside the QR code when a device is set up; some apps can export it.',
      missing: 'Paste the secret key.',
      keep: 'Keep in keychain',
    },
    page: {
      devices: 'Devices',
      none: 'No profile names an MFA device.',
      noneHint: 'Set one up here, or write mfa_serial into a profile.',
      typed: 'You type its codes',
      kept: (on: string) => `Secret kept in the keychain since ${on}`,
      of: (profiles: readonly string[]) =>
        profiles.length === 0 ? 'Named by no profile' : `For ${firstOf(profiles, 4)}`,
      askAws: 'Ask AWS',
      asking: 'Asking AWS…',
      enabled: (user: string) => `AWS has it for ${user}.`,
      add: 'Set up a device…',
      keep: 'Keep secret…',
      forget: 'Forget secret…',
      forgetNow: 'Forget secret',
      confirmForget: (device: string) => `Forget the secret of ${device}?`,
      confirmForgetHint: 'Its codes are typed again. Nobody can bring the secret back: AWS shows it only once.',
      codes: 'Codes and sessions',
      sessions: {
        label: 'MFA sessions survive a restart of Rolecall',
        hint: 'Kept in the keychain until they end, you sign out, or Rolecall locks. From the next code on.',
      },
      process: {
        label: 'Run mfa_process of a profile for codes',
        hint: 'The command stands in your AWS config file: whoever can write that file decides what runs.',
      },
    },
  },
} as const;
