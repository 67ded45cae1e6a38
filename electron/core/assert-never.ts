/** Closes a tagged union: a new member that a switch forgets becomes a type error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected member of a closed union: ${JSON.stringify(value)}`);
}
