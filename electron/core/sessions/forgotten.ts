/** Tells a request that was not yet under way when its profile was forgotten. */
export function countForgotten() {
  const byProfile = new Map<string, number>();
  let all = 0;
  const count = (profile: string) => all + (byProfile.get(profile) ?? 0);
  return {
    add(profile?: string): void {
      if (profile === undefined) all += 1;
      else byProfile.set(profile, (byProfile.get(profile) ?? 0) + 1);
    },
    since(profile: string): () => boolean {
      const before = count(profile);
      return () => count(profile) !== before;
    },
  };
}
