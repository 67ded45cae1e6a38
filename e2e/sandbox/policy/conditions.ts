import { list, type Statement } from './document.ts';
import { arnLike, wildcard } from './match.ts';

/** The request's context: condition keys in lower case (AWS ignores their case). A key that is not there is absent, not empty. */
export type RequestContext = ReadonlyMap<string, string | readonly string[]>;

type Compare = (wanted: string, actual: string) => boolean;

const numbers =
  (compare: (actual: number, wanted: number) => boolean): Compare =>
  (wanted, actual) =>
    compare(Number(actual), Number(wanted));

const comparisons: Readonly<Record<string, Compare>> = {
  StringEquals: (wanted, actual) => wanted === actual,
  StringEqualsIgnoreCase: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
  StringLike: (wanted, actual) => wildcard(wanted, actual),
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
  NumericEquals: numbers((actual, wanted) => actual === wanted),
  NumericLessThan: numbers((actual, wanted) => actual < wanted),
  NumericLessThanEquals: numbers((actual, wanted) => actual <= wanted),
  NumericGreaterThan: numbers((actual, wanted) => actual > wanted),
  NumericGreaterThanEquals: numbers((actual, wanted) => actual >= wanted),
};

/** Operators that hold when none of the values match. */
const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

function parseOperator(operator: string) {
  const match = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator);
  const name = match?.[2] ?? '';
  const negated = negations[name] !== undefined;
  const compare = comparisons[negations[name] ?? name];
  return { set: match?.[1], name, negated, compare, ifExists: match?.[3] !== undefined };
}

export function knownOperator(operator: string): boolean {
  const { compare, name } = parseOperator(operator);
  return compare !== undefined || name === 'Null';
}

/** Whether all conditions of a statement hold. An operator the sandbox does not know is an error: guessing would be lenient. */
export function conditionsHold(condition: Statement['Condition'], context: RequestContext): boolean {
  return Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, key, list(values), context)),
  );
}

function holds(operator: string, key: string, values: readonly string[], context: RequestContext): boolean {
  const { set, name, negated, compare, ifExists } = parseOperator(operator);
  const found = context.get(key.toLowerCase());
  if (name === 'Null') return values.some((value) => (value === 'true') === (found === undefined));
  if (!compare) throw new Error(`The sandbox does not know the condition operator ${operator}.`);
  if (found === undefined) return ifExists || negated || set === 'ForAllValues';

  const wanted = values.map((value) => substitute(value, context));
  const matches = (actual: string) => wanted.some((value) => compare(value, actual)) !== negated;
  return set === 'ForAnyValue' ? list(found).some(matches) : list(found).every(matches);
}

/** Policy variables such as `${aws:username}`; one without a value matches nothing. */
export function substitute(text: string, context: RequestContext): string {
  return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = context.get(name.toLowerCase());
    return typeof value === 'string' ? value : '\u0000';
  });
}
