export const LIST_ID = 'profiles';

/** An element id for the heading of a group. */
export function headingId(key: string): string {
  return `group-${encodeURIComponent(key)}`;
}

/** An element id for a profile. Names hold spaces and quotes, ids must not. */
export function optionId(profile: string): string {
  return `profile-${encodeURIComponent(profile)}`;
}
