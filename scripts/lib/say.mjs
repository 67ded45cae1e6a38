/** What the scripts tell the person. On stderr, so that a command's own output stays clean. @param {string} text */
export function say(text) {
  process.stderr.write(`rolecall: ${text}\n`);
}

/** An end that the person can do something about: shown without a stack. */
export class Refusal extends Error {}

/** Runs a script's main function; a refusal becomes its message and status 1. @param {() => Promise<number | undefined | void>} main */
export async function mainly(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    say(problem.message);
    process.exitCode = 1;
  }
}
