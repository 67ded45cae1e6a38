import type { Organisation, OrganisationStore } from '../sso/organisation/organisation.ts';

/** What is kept on disk, as texts by session. */
export function createFakeOrganisationStore() {
  const files = new Map<string, string>();
  const store: OrganisationStore = {
    async load(session) {
      const text = files.get(session);
      return text === undefined ? undefined : (JSON.parse(text) as Organisation);
    },
    async save(organisation) {
      files.set(organisation.session, JSON.stringify(organisation));
    },
    async remove(session) {
      files.delete(session);
    },
  };
  return { store, files };
}
