import { sessionFacts } from '../audit/session-facts.ts';
import type { CatalogStore } from '../catalog.ts';
import type { ProfileRow } from '../contract.ts';
import type { Handlers } from '../dispatch.ts';
import { type Shell, shellText } from '../environment/shell-text.ts';
import { credentialVariables, type EnvironmentChange, profileVariables } from '../environment/variables.ts';
import type { SecretClipboard } from '../lock/secret-clipboard.ts';
import type { Careful } from '../looks/careful.ts';
import type { Clipboard, Terminal } from '../ports.ts';
import type { PreferenceStore } from '../preference-store.ts';
import { processCredentials } from '../process-credentials.ts';
import type { RecentUses } from '../recent-uses.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Switching } from '../sessions/switching.ts';
import type { AwsClock } from '../time/aws-clock.ts';

/** A profile in a shell: its name and region as text, its session's credentials as text, or a terminal with it. */
export function environmentHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly switching: Switching;
  readonly preferences: PreferenceStore;
  readonly uses: RecentUses;
  readonly careful: Careful;
  readonly clipboard: Clipboard;
  readonly secretClipboard: SecretClipboard;
  readonly terminal: Terminal;
  readonly shell: Shell;
  readonly awsClock: AwsClock;
}): Pick<Handlers, 'environment' | 'copyEnvironment' | 'copyCredentials' | 'openTerminal'> {
  const { catalog, switching, preferences, uses, careful, clipboard, secretClipboard, terminal, awsClock } = parts;

  const shellFor = (asked: Shell | undefined): Shell => {
    const { shell } = preferences.get();
    return asked ?? (shell === 'system' ? parts.shell : shell);
  };

  function rowOf(profile: string): Result<ProfileRow> {
    const row = catalog.row(profile);
    return row.ok && row.value.failure ? failed(row.value.failure) : row;
  }

  function textFor(profile: string, asked: Shell | undefined) {
    const known = changeFor(profile);
    if (!known.ok) return known;
    const shell = shellFor(asked);
    const { change, adopted } = known.value;
    return ok({ shell, text: shellText(shell, change), variables: { ...change.set }, adopted });
  }

  function changeFor(profile: string): Result<{ change: EnvironmentChange; adopted: boolean }> {
    const row = rowOf(profile);
    if (!row.ok) return row;
    const change = profileVariables(row.value);
    return change.ok ? ok({ change: change.value, adopted: row.value.adopted }) : change;
  }

  return {
    environment: async ({ profile, shell }) => textFor(profile, shell),

    async copyEnvironment({ profile, shell }) {
      const made = textFor(profile, shell);
      if (!made.ok) return made;
      await clipboard.write(made.value.text);
      void uses.add(profile);
      return made;
    },

    async copyCredentials({ profile, shell, confirm, mfaCode }, context) {
      const row = rowOf(profile);
      if (!row.ok) return row;
      const confirmed = careful.check(profile, confirm, 'credentials');
      if (!confirmed.ok) return confirmed;
      const session = await switching.open(profile, { ...context, mfaCode });
      if (!session.ok) return session;
      const { credentials, startedAt } = session.value;
      const facts = { ...sessionFacts(profile, credentials, startedAt), detail: 'clipboard' };
      const written = await context.handOut?.(facts);
      if (written?.ok === false) return written;
      const change = credentialVariables(processCredentials(session.value, awsClock), row.value);
      const copied = await secretClipboard.put(shellText(shellFor(shell), change));
      if (copied.ok) void uses.add(profile);
      return copied;
    },

    async openTerminal({ profile }) {
      const known = changeFor(profile);
      if (!known.ok) return known;
      const opened = await terminal.open(known.value.change, preferences.get().terminalCommand);
      if (!opened.ok) return opened;
      void uses.add(profile);
      return ok({ adopted: known.value.adopted });
    },
  };
}
