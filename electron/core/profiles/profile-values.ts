import { type Failure, type FixableKey, failure } from '../failure.ts';
import { durationLimit, textLimits, textProblem } from '../sessions/limits.ts';
import { fillTemplate, isTemplate, unknownPlaceholder } from '../sessions/name-template.ts';

/** What a filled-in name is made of, for looking at the text around its placeholders. */
const sample = { user: 'x', host: 'x', profile: 'x', ticket: 'x' };
const region = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

const rules: Readonly<Record<FixableKey, (value: string) => string | undefined>> = {
  region: (value) => (region.test(value) ? undefined : 'region is written like eu-central-1'),
  duration_seconds: (value) =>
    /^\d+$/.test(value) && Number(value) >= durationLimit.min && Number(value) <= durationLimit.max
      ? undefined
      : `duration_seconds must be from ${durationLimit.min} to ${durationLimit.max}`,
  external_id: (value) => textProblem('external_id', textLimits.ExternalId, value),
  mfa_serial: (value) => textProblem('mfa_serial', textLimits.SerialNumber, value),
  role_session_name: (value) => nameProblem('role_session_name', textLimits.RoleSessionName, value),
  source_identity: (value) => nameProblem('source_identity', textLimits.SourceIdentity, value),
};

function nameProblem(field: string, limit: typeof textLimits.RoleSessionName, value: string): string | undefined {
  const unknown = unknownPlaceholder(value);
  if (unknown !== undefined) return `${field} names {${unknown}}, which Rolecall does not know`;
  // How long it gets is known when it is filled in, and what does not fit is cut then.
  const { min, ...rest } = limit;
  return textProblem(field, isTemplate(value) ? { ...rest, min: 0 } : limit, fillTemplate(value, sample));
}

/** What AWS would refuse of a value that is about to be written to a profile. Names the key and never the value. */
export function valueFailure(profile: string, key: FixableKey, value: string | null): Failure | undefined {
  const problem = value === null ? undefined : rules[key](value);
  if (problem === undefined) return undefined;
  return failure('parameter-invalid', `This value cannot be written: ${problem}.`, 'Correct it; nothing was changed.', {
    profile,
  });
}
