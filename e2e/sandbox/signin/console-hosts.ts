/** The console's domain in each partition that has one in public. */
const consoleDomains: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** The destination as a URL when it is a console page of this partition, else undefined. */
export function consoleDestination(text: string | undefined, partition: string): URL | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const domain = consoleDomains[partition];
  const isConsole = domain !== undefined && (url.hostname === domain || url.hostname.endsWith(`.${domain}`));
  return url.protocol === 'https:' && url.port === '' && isConsole ? url : undefined;
}
