import type { Catalog, ProfileRow } from '../../electron/core/contract.ts';
import type { Answers } from './fake-client.ts';
import { good } from './fake-client.ts';
import { aCatalog } from './profiles.ts';

const DAY = 86_400_000;
const credentials = '/home/anna/.aws/credentials';
const DIFF = `--- ${credentials}
+++ ${credentials}
@@ -1,7 +1,5 @@
 # company account, asked for in 2023
 [company]
-aws_access_key_id = (hidden)
-aws_secret_access_key = (hidden)
 region = eu-central-1
 
 [contractor]
`;

const BACK = `--- ${credentials}
+++ ${credentials}
@@ -1,5 +1,7 @@
 # company account, asked for in 2023
 [company]
+aws_access_key_id = (hidden)
+aws_secret_access_key = (hidden)
 region = eu-central-1
 
 [contractor]
`;

/** Access keys: kept ones, ones that stand in clear, and their care. */
export function keyScenes(now: number) {
  const company = {
    profile: 'company',
    accessKeyId: 'AKIA…MPLE',
    userArn: 'arn:aws:iam::904417236685:user/anna',
    addedAt: now - 40 * DAY,
  };
  const contractor = {
    profile: 'contractor',
    accessKeyId: 'AKIA…TEST',
    userArn: 'arn:aws:iam::730156482904:user/external/anna.example',
    addedAt: now - 3 * DAY,
  };
  const kept: Answers = {
    listAccessKeys: () => good({ accessKeys: [company, contractor] }),
    currentRotations: () => good({ rotations: [] }),
  };
  const care: Answers = {
    listAccessKeys: () =>
      good({
        accessKeys: [
          {
            ...company,
            createdAt: now - 212 * DAY,
            checkedAt: now,
            lastUsed: { usedAt: now - DAY, service: 's3' },
            takenFrom: [credentials],
          },
          { ...contractor, rotatingSince: now - DAY, createdAt: now - 91 * DAY, checkedAt: now - DAY, lastUsed: {} },
          { ...contractor, profile: 'staging-bot', accessKeyId: 'AKIA…BOT7', rotatingSince: now },
        ],
      }),
    currentRotations: () => good({ rotations: [{ profile: 'staging-bot', step: 'proving' as const }] }),
    previewPutKeyBack: () => good({ files: [{ path: credentials, diff: BACK }], copies: [] }),
  };
  const taken = { files: [{ path: credentials, diff: DIFF }], copies: ['/home/anna/.aws/credentials.bak'] };
  const clear: Answers = {
    findClearKeys: () =>
      good({
        keys: [
          { profile: 'company', accessKeyId: 'AKIA…MPLE', places: [{ path: credentials, lines: [3, 4] }] },
          {
            profile: 'legacy',
            places: [],
            failure: {
              kind: 'not-supported' as const,
              message:
                '“legacy” holds temporary credentials (line 12), which end by themselves; Rolecall takes in long-term keys only.',
              remedy: 'Remove their lines when they have expired. Whatever wrote them can ask Rolecall instead.',
            },
          },
        ],
      }),
    previewTakeKey: () => good(taken),
    takeKey: () => good(taken),
  };
  /** A rotation that was interrupted, and is gone on with. */
  let begun: typeof contractor & { readonly rotatingSince?: number } = { ...contractor, rotatingSince: now - DAY };
  const rotated: Answers = {
    listAccessKeys: () => good({ accessKeys: [begun] }),
    currentRotations: () => good({ rotations: [] }),
    rotateAccessKey() {
      begun = contractor;
      return good({ accessKeyId: contractor.accessKeyId, replaced: 'AKIA…OLD1' });
    },
  };
  return {
    kept,
    care,
    clear,
    rotated,
    catalog: (rows: ProfileRow[]): Catalog => aCatalog(rows, { keysInClear: ['company'] }),
  };
}
