import { parseArgs } from 'node:util';
import type { Figure, Group } from '../figure.ts';

export interface Options {
  /** One JSON document instead of lines. */
  readonly json: boolean;
  readonly peers: boolean;
  /** Also what takes a minute and more. */
  readonly long: boolean;
  readonly only?: readonly string[];
}

export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean' },
      peers: { type: 'boolean' },
      long: { type: 'boolean' },
      only: { type: 'string' },
    },
  });
  return {
    json: values.json === true,
    peers: values.peers === true,
    long: values.long === true,
    only: values.only?.split(',').map((name) => name.trim()),
  };
}

/** The figures that were asked for, and their floors with them. Throws when there is none of a name. */
export function chosen(groups: readonly Group[], only: readonly string[] | undefined): readonly Group[] {
  if (only === undefined) return groups;
  const all = groups.flatMap(({ figures }) => figures);
  const named = only.map((name) => found(all, name));
  const wanted = new Set(named.flatMap(({ name, floor }) => (floor === undefined ? [name] : [name, floor])));
  return groups
    .map(({ title, figures }) => ({ title, figures: figures.filter(({ name }) => wanted.has(name)) }))
    .filter(({ figures }) => figures.length > 0);
}

function found(all: readonly Figure[], name: string): Figure {
  const figure = all.find((each) => each.name === name);
  if (figure) return figure;
  throw new Error(`there is no figure ${name}: ${all.map((each) => each.name).join(', ')}`);
}
