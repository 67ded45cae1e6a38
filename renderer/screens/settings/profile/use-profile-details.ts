import { useEffect, useState } from 'react';
import type { ProfileDetails } from '../../../../electron/core/contract.ts';
import { useSettings, useSettingsClient } from '../../../app/settings-context.ts';

/** What the files say of a profile, asked again whenever they change; `undefined` until it is known. */
export function useProfileDetails(profile: string | undefined): ProfileDetails | undefined {
  const client = useSettingsClient();
  const overview = useSettings((state) => state.overview);
  const [known, setKnown] = useState<{ readonly profile: string; readonly details: ProfileDetails }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the profiles are why to ask again
  useEffect(() => {
    if (profile === undefined) return;
    let shown = true;
    void client.profileDetails({ profile }).then((found) => {
      if (shown && found.ok) setKnown({ profile, details: found.value });
    });
    return () => {
      shown = false;
    };
  }, [client, profile, overview]);

  // Never one profile's facts under another one's name.
  return known?.profile === profile ? known?.details : undefined;
}
