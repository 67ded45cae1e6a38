/** The first cell of each row of the table of errors, without its code quotes. */
export function errorsOf(document: string): string[] {
  const table = document.slice(document.indexOf('**Errors worth explaining**'));
  const rows =
    table
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  // The heading and the line below it are no errors.
  return rows.slice(2).map((row) => (row.split('|')[1] ?? '').trim());
}

/** The sentences of the STS section, up to its table. */
export function rulesOf(document: string): string[] {
  const from = document.indexOf('\n## STS');
  const section = document.slice(from, document.indexOf('**Errors worth explaining**', from));
  return section
    .replace(/^\s*## STS/, '')
    .replaceAll(/\*\*[^*]+\*\*/g, '')
    .split(/(?<=[.;])\s+(?=[A-Z0-9`])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
