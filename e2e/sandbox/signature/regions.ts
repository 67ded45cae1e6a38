/** Which regions belong to a partition, by the patterns of AWS's own partitions file. */
const patterns: Readonly<Record<string, RegExp>> = {
  aws: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  'aws-cn': /^cn-\w+-\d+$/,
  'aws-eusc': /^eusc-(de)-\w+-\d+$/,
  'aws-iso': /^us-iso-\w+-\d+$/,
  'aws-iso-b': /^us-isob-\w+-\d+$/,
  'aws-iso-e': /^eu-isoe-\w+-\d+$/,
  'aws-iso-f': /^us-isof-\w+-\d+$/,
  'aws-us-gov': /^us-gov-\w+-\d+$/,
};

export function isRegionOf(partition: string, region: string): boolean {
  return patterns[partition]?.test(region) ?? false;
}
