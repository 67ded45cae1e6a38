/** A console of AWS: its path name in the address, and what people call it. */
export interface ConsoleService {
  readonly path: string;
  readonly name: string;
  /** Other names that people type. */
  readonly also?: readonly string[];
}

/** The consoles that are offered by name. Any other path name can be typed. @see https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html */
export const consoleServices: readonly ConsoleService[] = [
  { path: 'ec2', name: 'EC2', also: ['instances', 'ami', 'ebs'] },
  { path: 's3', name: 'S3', also: ['buckets'] },
  { path: 'lambda', name: 'Lambda', also: ['functions'] },
  { path: 'iam', name: 'IAM', also: ['roles', 'policies'] },
  { path: 'cloudwatch', name: 'CloudWatch', also: ['logs', 'metrics', 'alarms'] },
  { path: 'cloudformation', name: 'CloudFormation', also: ['cfn', 'stacks'] },
  { path: 'cloudtrail', name: 'CloudTrail', also: ['trail'] },
  { path: 'rds', name: 'RDS', also: ['aurora', 'postgres', 'mysql'] },
  { path: 'dynamodbv2', name: 'DynamoDB', also: ['dynamodb', 'ddb'] },
  { path: 'ecs', name: 'ECS', also: ['fargate'] },
  { path: 'eks', name: 'EKS', also: ['kubernetes'] },
  { path: 'ecr', name: 'ECR', also: ['images', 'registry'] },
  { path: 'vpcconsole', name: 'VPC', also: ['vpc', 'subnets', 'network'] },
  { path: 'route53', name: 'Route 53', also: ['dns', 'r53'] },
  { path: 'cloudfront', name: 'CloudFront', also: ['cdn'] },
  { path: 'apigateway', name: 'API Gateway', also: ['apigw'] },
  { path: 'sqs', name: 'SQS', also: ['queues'] },
  { path: 'sns', name: 'SNS', also: ['topics'] },
  { path: 'events', name: 'EventBridge', also: ['eventbridge'] },
  { path: 'states', name: 'Step Functions', also: ['stepfunctions', 'sfn'] },
  { path: 'kinesis', name: 'Kinesis', also: ['streams'] },
  { path: 'firehose', name: 'Data Firehose' },
  { path: 'msk', name: 'MSK', also: ['kafka'] },
  { path: 'secretsmanager', name: 'Secrets Manager', also: ['secrets'] },
  { path: 'systems-manager', name: 'Systems Manager', also: ['ssm', 'parameters'] },
  { path: 'kms', name: 'KMS', also: ['encryption'] },
  { path: 'acm', name: 'Certificate Manager', also: ['certificates', 'tls'] },
  { path: 'wafv2', name: 'WAF', also: ['waf'] },
  { path: 'guardduty', name: 'GuardDuty' },
  { path: 'securityhub', name: 'Security Hub' },
  { path: 'config', name: 'Config' },
  { path: 'cognito', name: 'Cognito', also: ['userpools'] },
  { path: 'athena', name: 'Athena' },
  { path: 'glue', name: 'Glue' },
  { path: 'redshiftv2', name: 'Redshift', also: ['redshift'] },
  { path: 'emr', name: 'EMR' },
  { path: 'aos', name: 'OpenSearch', also: ['opensearch', 'elasticsearch'] },
  { path: 'elasticache', name: 'ElastiCache', also: ['redis', 'valkey'] },
  { path: 'efs', name: 'EFS' },
  { path: 'fsx', name: 'FSx' },
  { path: 'backup', name: 'Backup' },
  { path: 'batch', name: 'Batch' },
  { path: 'elasticbeanstalk', name: 'Elastic Beanstalk', also: ['beanstalk'] },
  { path: 'apprunner', name: 'App Runner' },
  { path: 'amplify', name: 'Amplify' },
  { path: 'appsync', name: 'AppSync', also: ['graphql'] },
  { path: 'sagemaker', name: 'SageMaker AI', also: ['sagemaker'] },
  { path: 'bedrock', name: 'Bedrock' },
  { path: 'ses', name: 'SES', also: ['mail'] },
  { path: 'organizations', name: 'Organizations', also: ['accounts', 'scp'] },
  { path: 'singlesignon', name: 'IAM Identity Center', also: ['sso'] },
  { path: 'billing', name: 'Billing', also: ['invoices'] },
  { path: 'cost-management', name: 'Cost Management', also: ['costs'] },
  { path: 'servicequotas', name: 'Service Quotas', also: ['quotas', 'limits'] },
  { path: 'servicecatalog', name: 'Service Catalog' },
  { path: 'controltower', name: 'Control Tower' },
  { path: 'trustedadvisor', name: 'Trusted Advisor' },
  { path: 'support', name: 'Support' },
  { path: 'cloudshell', name: 'CloudShell', also: ['shell'] },
  { path: 'xray', name: 'X-Ray', also: ['xray', 'traces'] },
];

/** The service that somebody means who types exactly this, in any case. */
export function serviceCalled(word: string): ConsoleService | undefined {
  const typed = word.toLowerCase();
  return consoleServices.find(
    ({ path, name, also }) => path === typed || name.toLowerCase() === typed || also?.includes(typed),
  );
}

/** The services that a search text may mean: what is called exactly so, the favourites, the recent ones, those whose name begins with it, the rest. */
export function findServices(
  query: string,
  { favourites = [], recent = [] }: { readonly favourites?: readonly string[]; readonly recent?: readonly string[] },
): ConsoleService[] {
  const typed = query.trim().toLowerCase();
  const first = [...new Set([...favourites, ...recent])];
  const rank = ({ path, name, also = [] }: ConsoleService): number => {
    const names = [path, name.toLowerCase(), ...also];
    if (typed !== '' && names.includes(typed)) return 0;
    const at = first.indexOf(path);
    const begins = names.some((each) => each.startsWith(typed));
    if (begins) return at >= 0 ? 1 + at / 1000 : 2;
    return names.some((each) => each.includes(typed)) ? 3 : 9;
  };
  return [...consoleServices, ...first.filter(isUnlisted).map((path) => ({ path, name: `/${path}` }))]
    .map((service) => ({ service, rank: rank(service) }))
    .filter(({ rank }) => rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .map(({ service }) => service);
}

function isUnlisted(path: string): boolean {
  return !consoleServices.some((service) => service.path === path);
}
