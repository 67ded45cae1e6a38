import { validationError } from './aws-error.ts';
import { listMembers, type QueryParameters } from './query-parameters.ts';

/** One parameter's limits in the words of AWS's API models, so that a test can compare them. */
export type Limits =
  | {
      readonly type: 'string';
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: string;
      readonly enum?: readonly string[];
    }
  | { readonly type: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly type: 'list'; readonly min?: number; readonly max?: number; readonly member: Limits }
  | { readonly type: 'structure'; readonly members: ActionLimits };

/** The parameters of an action; a name that ends in `!` is required. */
export type ActionLimits = Readonly<Record<string, Limits>>;

/** Throws one `ValidationError` that names every parameter outside its limits, in AWS's words. */
export function checkLimits(parameters: QueryParameters, limits: ActionLimits): void {
  const errors = structureErrors(parameters, limits, '');
  if (errors.length === 0) return;
  const count = errors.length === 1 ? '1 validation error' : `${errors.length} validation errors`;
  throw validationError(`${count} detected: ${errors.join('; ')}`);
}

function structureErrors(parameters: QueryParameters, limits: ActionLimits, path: string): string[] {
  return Object.entries(limits).flatMap(([key, limit]) => {
    const name = key.replace('!', '');
    const at = `${path}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    if (limit.type === 'list') return listErrors(listMembers(parameters, name), limit, at);
    const value = parameters.get(name);
    if (value !== undefined) return valueErrors(value, limit, at);
    return key.endsWith('!') ? [constraint('null', at, 'Member must not be null')] : [];
  });
}

function listErrors(members: readonly QueryParameters[], limit: Limits & { type: 'list' }, at: string): string[] {
  if (members.length === 0) return [];
  const own = lengthErrors(members.length, `[${members.length} members]`, limit, at);
  const theirs = members.flatMap((member, index) => {
    const inner = `${at}.${index + 1}.member`;
    if (limit.member.type === 'structure') return structureErrors(member, limit.member.members, `${inner}.`);
    return valueErrors(member.get('') ?? '', limit.member, inner);
  });
  return [...own, ...theirs];
}

function valueErrors(value: string, limit: Limits, at: string): string[] {
  if (limit.type === 'integer') return integerErrors(value, limit, at);
  if (limit.type !== 'string') return [];
  const errors = lengthErrors([...value].length, `'${value}'`, limit, at);
  if (limit.pattern !== undefined && !matcher(limit.pattern).test(value)) {
    errors.push(constraint(`'${value}'`, at, `Member must satisfy regular expression pattern: ${limit.pattern}`));
  }
  if (limit.enum !== undefined && !limit.enum.includes(value)) {
    errors.push(constraint(`'${value}'`, at, `Member must satisfy enum value set: [${limit.enum.join(', ')}]`));
  }
  return errors;
}

function integerErrors(value: string, { min, max }: { min?: number; max?: number }, at: string): string[] {
  if (!/^-?\d{1,10}$/.test(value)) throw validationError(`The value '${value}' at '${at}' is not an integer.`);
  const shown = `'${value}'`;
  if (min !== undefined && Number(value) < min) {
    return [constraint(shown, at, `Member must have value greater than or equal to ${min}`)];
  }
  if (max !== undefined && Number(value) > max) {
    return [constraint(shown, at, `Member must have value less than or equal to ${max}`)];
  }
  return [];
}

function lengthErrors(length: number, shown: string, { min, max }: { min?: number; max?: number }, at: string) {
  const errors: string[] = [];
  if (min !== undefined && length < min) {
    errors.push(constraint(shown, at, `Member must have length greater than or equal to ${min}`));
  }
  if (max !== undefined && length > max) {
    errors.push(constraint(shown, at, `Member must have length less than or equal to ${max}`));
  }
  return errors;
}

function constraint(shown: string, at: string, rule: string): string {
  return `Value ${shown} at '${at}' failed to satisfy constraint: ${rule}`;
}

/** AWS's patterns are Java's: `\u10000` is written without braces there and means the planes beyond 16 bits. */
function matcher(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern.replace('\\u10000-\\u10FFFF', '\\u{10000}-\\u{10FFFF}')})$`, 'u');
}
