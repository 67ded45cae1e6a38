import { useSettings, useSettingsActions } from '../../app/settings-context.ts';
import { Group, Page } from '../../parts/page.tsx';
import { ChoiceSetting } from '../../parts/setting.tsx';
import { text } from '../../text.ts';
import { AccountLook } from './account-look.tsx';
import { SessionLength } from './session-length.tsx';

/** One profile in detail. */
export function ProfilesPage() {
  const actions = useSettingsActions();
  const rows = useSettings((state) => state.catalog?.rows);
  const chosen = useSettings((state) => state.profile ?? state.sessions.activeProfile);
  const row = rows?.find(({ name }) => name === chosen) ?? rows?.[0];
  const state = useSettings(({ sessions }) => sessions.byProfile[row?.name ?? '']);
  const session = state?.state === 'active' ? state : undefined;
  const words = text.settings.profiles;
  if (!rows) return null;
  if (!row) return <Page title={words.none} hint={text.empty.hint} />;
  const facts = [
    [words.kind, text.kind[row.kind]],
    [words.role, row.roleArn],
    [words.account, row.accountId],
    [words.region, row.region],
    [words.source, row.source],
    [text.session.name, session?.roleSessionName],
    [text.session.identity, session?.sourceIdentity],
    [
      text.session.packed,
      session?.packedPolicySize === undefined ? undefined : text.session.packedOf(session.packedPolicySize),
    ],
  ] as const;
  return (
    <Page title={text.settings.sections.profiles.title} hint={text.settings.sections.profiles.hint}>
      <Group>
        <ChoiceSetting
          label={words.profile}
          hint={words.profileHint}
          value={row.name}
          choices={rows.map(({ name }) => ({ value: name, label: name }))}
          onChange={actions.choose}
        />
        <dl className="facts">
          {facts.map(
            ([label, value]) =>
              value && (
                <div key={label} className="fact">
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </Group>
      <SessionLength row={row} />
      <AccountLook row={row} />
    </Page>
  );
}
