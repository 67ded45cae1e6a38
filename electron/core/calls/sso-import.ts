import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { call } from './call.ts';
import { FilePreviewSchema } from './file-edits.ts';
import { SessionName } from './sso.ts';

/** How far an organisation was read. */
export const ReadingSchema = v.object({
  session: v.string(),
  state: v.picklist(['reading', 'stopped', 'failed', 'read']),
  /** Of the accounts, once they are known. */
  accounts: v.number(),
  accountsRead: v.number(),
  roles: v.number(),
  startedAt: v.number(),
  readAt: v.optional(v.number()),
  failure: v.optional(FailureSchema),
});
export type Reading = v.InferOutput<typeof ReadingSchema>;

const PlannedRoleSchema = v.object({
  profile: v.string(),
  accountId: v.string(),
  accountName: v.string(),
  roleName: v.string(),
});

/** What an import or a sync would write. Long lists are cut: `counts` has them all. */
const ImportPlanSchema = v.object({
  id: v.string(),
  session: v.string(),
  template: v.string(),
  region: v.optional(v.string()),
  counts: v.object({
    added: v.number(),
    removed: v.number(),
    renamed: v.number(),
    left: v.number(),
    already: v.number(),
  }),
  added: v.array(PlannedRoleSchema),
  removed: v.array(PlannedRoleSchema),
  renamed: v.array(v.object({ ...PlannedRoleSchema.entries, from: v.string() })),
  /** What stays although AWS has it no more, or otherwise. */
  left: v.array(
    v.object({
      profile: v.string(),
      why: v.picklist(['gone', 'renamed']),
      because: v.picklist(['changed', 'used']),
    }),
  ),
  preview: FilePreviewSchema,
});
export type ImportPlan = v.InferOutput<typeof ImportPlanSchema>;

const One = v.object({ session: v.optional(SessionName) });
const Named = v.object({ session: SessionName });
const RoleName = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

export const ssoImportCalls = {
  /** Reads all accounts and roles, signing in first if need be; goes on where it was stopped. Answers when it has begun. */
  readOrganisation: call(
    ['settings', 'socket'],
    v.object({ session: v.optional(SessionName), anew: v.optional(v.boolean(), false) }),
    ReadingSchema,
  ),
  /** How far the reading is; `null` when none was begun since the start. */
  organisationReading: call(['settings', 'socket'], Named, v.object({ reading: v.nullable(ReadingSchema) })),
  /** Answers when the reading is over. Who leaves meanwhile stops it. */
  awaitOrganisation: call(['socket'], Named, ReadingSchema),
  stopOrganisation: call(['settings', 'socket'], Named, v.object({})),
  /** What was read last, completely, and how it was imported last. */
  organisation: call(
    ['settings', 'socket'],
    One,
    v.object({
      session: v.string(),
      readAt: v.number(),
      accounts: v.array(v.object({ accountId: v.string(), accountName: v.string(), roles: v.array(v.string()) })),
      choice: v.object({
        template: v.string(),
        region: v.optional(v.string()),
        accountIds: v.array(v.string()),
        roleNames: v.array(v.string()),
      }),
    }),
  ),
  /** Without a field: as at the last import. Nothing is written. */
  planSsoImport: call(
    ['settings', 'socket'],
    v.object({
      session: v.optional(SessionName),
      mode: v.picklist(['import', 'sync']),
      template: v.optional(v.pipe(v.string(), v.maxLength(200))),
      region: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'a region such as eu-central-1'))),
      accountIds: v.optional(v.array(v.pipe(v.string(), v.regex(/^\d{12}$/, 'an account has twelve digits')))),
      roleNames: v.optional(v.array(RoleName)),
    }),
    ImportPlanSchema,
  ),
  /** Writes the plan that was shown last. */
  applySsoImport: call(['settings', 'socket'], v.object({ id: v.string() }), ImportPlanSchema),
} as const;
