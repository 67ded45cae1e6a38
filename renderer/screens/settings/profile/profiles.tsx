import { useState } from 'react';
import type { ProfileRow } from '../../../../electron/core/contract.ts';
import { useSettings, useSettingsClient } from '../../../app/settings-context.ts';
import { Button } from '../../../parts/button.tsx';
import { IconKey } from '../../../parts/icons.ts';
import { Group, Page } from '../../../parts/page.tsx';
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

/** One profile in detail. */
export function ProfilesPage() {
  const client = useSettingsClient();
  const row = useProfileRow();
  const { title, hint } = text.settings.sections.profiles;
  if (row === undefined) return null;
  if (row === null)
    return (
      <Page
        title={text.settings.profiles.none}
        hint={text.empty.hint}
        actions={
          <Button look="primary" icon={IconKey} onPress={() => void client.showAccessKeyWindow({})}>
            {text.actions.addKey}
          </Button>
        }
      />
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
