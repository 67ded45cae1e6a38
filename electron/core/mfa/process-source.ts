import type { CatalogStore } from '../catalog.ts';
import { failure } from '../failure.ts';
import type { MfaCommand, SettingsStore } from '../ports.ts';
import { settingsOf } from '../profiles/profile-settings.ts';
import { failed, ok } from '../result.ts';
import type { CodeSource } from './code-source.ts';

/**
 * Codes from the profile's own command, `mfa_process`, which aws-vault knows, too. It runs only where the settings
 * allow it: see docs/decisions.
 */
export function createProcessSources(parts: {
  catalog: Pick<CatalogStore, 'chain' | 'content'>;
  settings: SettingsStore;
  runCommand: MfaCommand;
}) {
  const { catalog, settings, runCommand } = parts;
  const worked = new Set<string>();

  /** The command of the profile itself, else of the nearest one on the way to its source. */
  function commandOf(profile: string): string | undefined {
    const chain = catalog.chain(profile);
    if (!chain.ok) return undefined;
    for (const hop of [...chain.value].reverse()) {
      const command = settingsOf(catalog.content().profiles.get(hop.profile) ?? {})('mfa_process');
      if (command !== undefined) return command;
    }
    return undefined;
  }

  return {
    isOff: (profile: string) => !settings.get().preferences.mfaProcess && commandOf(profile) !== undefined,

    source(profile: string): CodeSource | undefined {
      if (!settings.get().preferences.mfaProcess) return undefined;
      const command = commandOf(profile);
      if (command === undefined) return undefined;
      return {
        waitingFor: 'mfa-process',
        async code(signal) {
          const printed = await runCommand(command, { profile, signal });
          if (!printed.ok) return printed;
          const code = printed.value.trim();
          return /^\d{6}$/.test(code) ? ok(code) : failed(noCode(profile));
        },
        hasWorked: () => worked.has(command),
        worked: () => void worked.add(command),
        refused: () => refused(profile),
      };
    },
  };
}

function noCode(profile: string) {
  return failure(
    'mfa-process',
    `The command of "${profile}" that gives MFA codes printed something else than six digits.`,
    'Enter a code yourself, and correct mfa_process in the profile: it prints the code and nothing more.',
    { profile },
  );
}

function refused(profile: string) {
  return failure(
    'mfa-process',
    `AWS refused the code that mfa_process of "${profile}" gave: it is of another device, or the clock is off.`,
    'Enter a code yourself, and compare the command with mfa_serial.',
    { profile },
  );
}
