import type { AwsFilesContent } from '../aws-files.ts';
import type { Failure } from '../failure.ts';
import type { Result } from '../result.ts';
import { ssoSessionOf } from '../sso/sso-session.ts';
import { chainFailures as broken } from './profile-failures.ts';
import { type AccessKeyIndex, type Step, stepOf } from './profile-step.ts';

/** Where a chain ends, seen from a profile on its way. */
type Ending =
  | { readonly failure: Failure }
  | { readonly failure?: undefined; readonly root: string; readonly needsCode: boolean; readonly ssoSession?: string };

function endOfSource(step: Extract<Step, { kind: 'source' }>): Ending {
  const { hop } = step;
  const ssoSession = hop.kind === 'identity-center' ? { ssoSession: ssoSessionOf(hop).name } : {};
  return { root: hop.profile, needsCode: hop.kind === 'access-key' && hop.mfaSerial !== undefined, ...ssoSession };
}

/** The ends of all chains: those of shared and long ones are looked up once. */
export function createChainEndings(content: AwsFilesContent, index: AccessKeyIndex) {
  const asSource = new Map<string, Ending>();

  /** The end of the chain behind `name`, which `namedBy` takes its credentials from. */
  function behind(name: string, namedBy: string): Ending {
    const way: { name: string; needsCode: boolean }[] = [];
    const onWay = new Set<string>();
    let ending: Ending | undefined;
    for (let current = name, by = namedBy; !ending; ) {
      ending = asSource.get(current);
      if (ending) break;
      if (onWay.has(current)) {
        const circle = [...onWay];
        ending = { failure: broken.cycle(by, [...circle.slice(circle.indexOf(current)), current]) };
        break;
      }
      const step = stepOf(current, content, index, true);
      if (!step.ok) {
        // Not remembered under the missing name: each profile that names it has its own remedy.
        ending = {
          failure: step.failure.kind === 'profile-not-found' ? broken.sourceNotFound(by, current) : step.failure,
        };
        if (step.failure.kind !== 'profile-not-found') asSource.set(current, ending);
        break;
      }
      onWay.add(current);
      way.push({ name: current, needsCode: step.value.kind === 'role' && step.value.hop.mfaSerial !== undefined });
      if (step.value.kind === 'source') ending = endOfSource(step.value);
      else if ('kind' in step.value.from) ending = endOfSource({ kind: 'source', hop: step.value.from });
      else {
        by = current;
        current = step.value.from.profile;
      }
    }
    for (const stop of way.reverse()) {
      if (!ending.failure) ending = { ...ending, needsCode: ending.needsCode || stop.needsCode };
      asSource.set(stop.name, ending);
    }
    return ending;
  }

  return {
    of(name: string, step: Result<Step>): Ending {
      if (!step.ok) return { failure: step.failure };
      if (step.value.kind === 'source') return endOfSource(step.value);
      const { hop, from } = step.value;
      const ending = 'kind' in from ? endOfSource({ kind: 'source', hop: from }) : behind(from.profile, name);
      if (ending.failure) return ending;
      return { ...ending, needsCode: ending.needsCode || hop.mfaSerial !== undefined };
    },
  };
}
