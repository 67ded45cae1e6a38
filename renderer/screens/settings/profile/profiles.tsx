import { useState } from 'react';
import type { ProfileRow } from '../../../../electron/core/contract.ts';
import { useSettings, useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNote } from '../../../parts/failure-note.tsx';
import { IconKey, IconSignIn } from '../../../parts/icons.ts';
import { Group, Page } from '../../../parts/page.tsx';
import { Setting } from '../../../parts/setting.tsx';
import { text } from '../../../text.ts';
import { AccountLook } from './account-look.tsx';
import { ProfileBrowser } from './profile-browser.tsx';
import { ProfileChain } from './profile-chain.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { ProfileEditor } from './profile-editor.tsx';
import { ProfileParameters } from './profile-parameters.tsx';
import { ProfilePlaces } from './profile-places.tsx';
import { ProfileSession } from './profile-session.tsx';
import { ProfileWhy } from './profile-why.tsx';
import { SessionLength } from './session-length.tsx';
import { useProfileDetails } from './use-profile-details.ts';
import { useProfileRow } from './use-profile-row.ts';

const words = text.settings.profiles;
/** The first ones lead to the others. */
const PROBLEMS_SHOWN = 3;

/** One profile in detail. */
export function ProfilesPage() {
  const client = useSettingsClient();
  const row = useProfileRow();
  const problems = useSettings((state) => state.overview?.problems ?? []);
  const { show } = useSettingsActions();
  const { title, hint } = text.settings.sections.profiles;
  if (row === undefined) return null;
  if (row === null)
    return (
      <Page
        title={problems.length > 0 ? text.empty.brokenTitle : words.none}
        hint={problems.length > 0 ? text.empty.brokenHint : text.empty.hint}
      >
        {problems.slice(0, PROBLEMS_SHOWN).map(({ file, line, message, remedy }) => (
          <FailureNote
            key={`${file} ${line} ${message}`}
            failure={{ message: `${text.problems.at(file, line)}: ${message}`, remedy }}
          />
        ))}
        <Group title={words.ways}>
          <Setting {...words.addKey}>
            <Button look="primary" icon={IconKey} onPress={() => void client.showAccessKeyWindow({})}>
              {text.actions.addKey}
            </Button>
          </Setting>
          <Setting {...words.signIn}>
            <Button icon={IconSignIn} onPress={() => show('identity-center')}>
              {text.empty.signIn}
            </Button>
          </Setting>
        </Group>
      </Page>
    );
  return (
    <Page title={title} hint={hint}>
      <ProfileChoice row={row} />
      {/* What was opened or typed for one profile is not shown for the next. */}
      <Details key={row.name} row={row} />
    </Page>
  );
}

function Details({ row }: { row: ProfileRow }) {
  const details = useProfileDetails(row.name);
  const state = useSettings(({ sessions }) => sessions.byProfile[row.name]);
  const [why, setWhy] = useState(false);
  return (
    <>
      <Group>
        <ProfileSession row={row} whyShown={why} onWhy={() => setWhy(true)} />
        {details && <ProfileParameters row={row} details={details} />}
      </Group>
      {why && <ProfileWhy profile={row.name} onClose={() => setWhy(false)} />}
      {details && <ProfileChain details={details} failure={state?.state === 'failed' ? state.failure : undefined} />}
      <SessionLength row={row} />
      {details && <ProfileEditor row={row} details={details} />}
      <ProfilePlaces row={row} />
      <ProfileBrowser row={row} />
      <AccountLook row={row} />
    </>
  );
}
