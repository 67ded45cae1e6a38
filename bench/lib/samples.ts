/** Takes `n` samples one after the other; `warmUps` more come first and are not kept. */
export async function samples(n: number, take: () => Promise<number>, warmUps = 1): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let round = -warmUps; round < n; round += 1) {
    const sample = await take();
    if (round >= 0) taken.push(sample);
  }
  return taken;
}

/** How long something takes, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
