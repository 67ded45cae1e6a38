import type { CatalogStore } from '../catalog.ts';
import type { Failure, FailureKind } from '../failure.ts';
import type { Partitions, SettingsStore } from '../ports.ts';
import { about } from './about.ts';
import {
  explainExpired,
  explainLocked,
  explainMissingKey,
  explainSecret,
  explainSignIn,
  explainUnknownKey,
} from './explain-keys.ts';
import {
  explainChaining,
  explainParameter,
  explainRegion,
  explainSessionPolicy,
  explainTooLong,
} from './explain-limits.ts';
import { explainDevice, explainNoCode, explainUsedCode, explainWrongCode } from './explain-mfa.ts';
import type { Explain } from './explanation.ts';
import { fixes } from './fixes.ts';
import { explainRefusal } from './refused-role.ts';

const tryAgain: Explain = ({ profile }) => ({ fixes: [fixes.switchAgain(profile)] });
const tryOrCheck: Explain = ({ profile }) => ({ fixes: [fixes.switchAgain(profile), fixes.checkMachine()] });
const checkFiles: Explain = () => ({ fixes: [fixes.checkFiles()] });
const checkMachine: Explain = () => ({ fixes: [fixes.checkMachine()] });

/** A kind that is not here says all in its message, or is the person's own act. */
const explanations: Partial<Record<FailureKind, Explain>> = {
  'mfa-wrong-code': explainWrongCode,
  'mfa-code-used': explainUsedCode,
  'mfa-device': explainDevice,
  'mfa-code-required': explainNoCode,
  'not-authorized': explainRefusal,
  'duration-too-long': explainTooLong,
  'chaining-limit': explainChaining,
  'region-disabled': explainRegion,
  'policy-too-large': explainSessionPolicy,
  'policy-malformed': explainSessionPolicy,
  'source-expired': explainExpired,
  'key-invalid': explainUnknownKey,
  'secret-wrong': explainSecret,
  'key-missing': explainMissingKey,
  'keychain-locked': explainLocked,
  'keychain-missing': checkMachine,
  'keychain-failed': tryOrCheck,
  'clock-skew': ({ profile, platform }) => ({ fixes: [fixes.setClock(platform), fixes.switchAgain(profile)] }),
  throttled: tryAgain,
  network: tryOrCheck,
  timeout: tryOrCheck,
  'sign-in-refused': tryAgain,
  'aws-error': ({ profile }) => ({ fixes: [fixes.switchAgain(profile), fixes.diagnose(profile)] }),
  'parameter-invalid': explainParameter,
  'ticket-needed': ({ profile }) => ({ fixes: [fixes.nameTicket(profile)] }),
  'sign-in-needed': explainSignIn,
  'sign-in-expired': explainSignIn,
  'chain-cycle': checkFiles,
  'chain-missing': checkFiles,
  'chain-contradiction': checkFiles,
  'file-unreadable': checkFiles,
  'file-ambiguous': checkFiles,
  'signed-out': tryAgain,
};

/** Adds to a failure why it happened to this very profile, and what puts it right. What it says already stays first. */
export type ExplainFailure = (failure: Failure, profile: string) => Failure;

export function createExplainer(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
  readonly partitions: Partitions;
  readonly platform: string;
}): ExplainFailure {
  const { catalog, settings, partitions, platform } = parts;
  return (failure, profile) => {
    const explain = explanations[failure.kind];
    if (!explain || failure.fixes) return failure;
    const chain = catalog.chain(profile);
    const known = { content: catalog.content(), accessKeys: settings.get().accessKeys, partitions, platform };
    const { causes = [], fixes } = explain(about(failure, profile, chain.ok ? chain.value : undefined, known));
    const all = [...(failure.causes ?? []), ...causes];
    return { ...failure, ...(all.length > 0 && { causes: all }), fixes: [...fixes] };
  };
}
