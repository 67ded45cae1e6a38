import * as v from 'valibot';

/** What the person may use in an organisation, as far as it was read. No secret: it is kept on disk to go on after a kill. */
export const OrganisationSchema = v.object({
  session: v.string(),
  startUrl: v.string(),
  region: v.string(),
  readAt: v.number(),
  accounts: v.array(
    v.object({
      accountId: v.string(),
      accountName: v.string(),
      /** `undefined` while they were not read yet. */
      roles: v.optional(v.array(v.string())),
    }),
  ),
});
export type Organisation = v.InferOutput<typeof OrganisationSchema>;

export const isComplete = ({ accounts }: Organisation) => accounts.every(({ roles }) => roles !== undefined);

/** Keeps what was read of one organisation per session. */
export interface OrganisationStore {
  load(session: string): Promise<Organisation | undefined>;
  /** Never fails: what is not kept is read again. */
  save(organisation: Organisation): Promise<void>;
  remove(session: string): Promise<void>;
}
