/**
 * A count as the interface's language writes it: "12,000". Not `toLocaleString`: the first number that it is asked for
 * reads the locale data of ICU into the process, which is 3 MB ([decision 26](docs/decisions/0026-memory.md)).
 */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
