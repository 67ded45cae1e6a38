import type { CatalogStore } from '../../catalog.ts';
import type { FilePreview } from '../../contract.ts';
import type { AwsFiles, SettingsStore } from '../../ports.ts';
import { present } from '../../profiles/profile-step.ts';
import { renamedSettings } from '../../profiles/renamed-settings.ts';
import { failed, ok, type Result } from '../../result.ts';
import type { FollowRename } from '../../sessions/follow-rename.ts';
import { ssoFailures } from '../sso-failures.ts';
import type { SsoSession } from '../sso-session.ts';
import { type ImportChoice, type ImportPlan, planImport } from './import-plan.ts';
import { defaultTemplate, templateProblem } from './profile-names.ts';
import type { Readings } from './readings.ts';

export interface ShownPlan {
  readonly session: SsoSession;
  /** Names this plan when it is to be written. */
  readonly id: string;
  readonly plan: ImportPlan;
  readonly choice: ImportChoice;
  readonly preview: FilePreview;
}

/** Plans of what to write, shown before they are written; a plan that was not shown is not written. */
export function createImports(parts: {
  readonly catalog: CatalogStore;
  readonly files: AwsFiles;
  readonly settings: SettingsStore;
  readonly readings: Readings;
  readonly followRename: FollowRename;
}) {
  const { catalog, files, settings, readings, followRename } = parts;
  let lastId = 0;
  let shown: ShownPlan | undefined;

  /** What was chosen at the last import of a session; a sync goes by it. */
  function lastChoice({ name }: SsoSession): ImportChoice {
    const { ssoImports } = settings.get();
    const last = Object.hasOwn(ssoImports, name) ? ssoImports[name] : undefined;
    return last ?? { template: defaultTemplate, accountIds: [], roleNames: [] };
  }

  return {
    lastChoice,

    async plan(
      mode: 'import' | 'sync',
      session: SsoSession,
      change: Partial<ImportChoice>,
    ): Promise<Result<ShownPlan>> {
      const choice = { ...lastChoice(session), ...change };
      const problem = templateProblem(choice.template);
      if (problem) return failed(ssoFailures.badTemplate(problem));
      const organisation = await readings.organisation(session);
      if (!organisation.ok) return organisation;
      await catalog.settled();
      const content = catalog.content();
      const plan = planImport(mode, { organisation: organisation.value, session, choice, content });
      const preview = await files.preview(plan.edit);
      if (!preview.ok) return preview;
      lastId += 1;
      shown = { id: String(lastId), plan, choice, preview: preview.value, session };
      return ok(shown);
    },

    /** Writes what was shown, in one edit, and remembers how it was chosen. */
    async apply(id: string): Promise<Result<ShownPlan>> {
      if (shown?.id !== id) return failed(ssoFailures.planGone());
      const written = shown;
      const { session } = written;
      const applied = await files.apply(written.plan.edit);
      await catalog.refresh();
      if (!applied.ok) return applied;
      shown = undefined;
      const names = new Map(written.plan.renamed.map(({ from, profile }) => [from, profile]));
      const now = (profile: string) => names.get(profile) ?? profile;
      await settings.update((all) => ({
        ...renamedSettings(all, now),
        ssoImports: { ...all.ssoImports, [session.name]: kept(written.choice) },
      }));
      catalog.rebuild();
      for (const [from, to] of names) followRename(from, to);
      return ok(written);
    },
  };
}

/** As the settings hold it: lists of their own. */
function kept({ template, region, accountIds, roleNames }: ImportChoice) {
  return present({ template, region, accountIds: [...accountIds], roleNames: [...roleNames] });
}

export type Imports = ReturnType<typeof createImports>;
