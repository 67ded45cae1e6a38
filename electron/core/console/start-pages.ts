/** A service of ARNs: what it is called, and the path name of its console where that is another. */
type StartPage = readonly [name: string, path?: string];

/** Where the console of a service begins, for resources whose own page is not known. */
const startPages: Readonly<Record<string, StartPage>> = {
  acm: ['Certificate Manager'],
  amplify: ['Amplify'],
  apigateway: ['API Gateway'],
  apprunner: ['App Runner'],
  appsync: ['AppSync'],
  athena: ['Athena'],
  autoscaling: ['EC2 Auto Scaling', 'ec2autoscaling'],
  backup: ['Backup'],
  batch: ['Batch'],
  bedrock: ['Bedrock'],
  cloudformation: ['CloudFormation'],
  cloudfront: ['CloudFront'],
  cloudtrail: ['CloudTrail'],
  cloudwatch: ['CloudWatch'],
  codebuild: ['CodeBuild', 'codesuite/codebuild'],
  codecommit: ['CodeCommit', 'codesuite/codecommit'],
  codedeploy: ['CodeDeploy', 'codesuite/codedeploy'],
  codepipeline: ['CodePipeline', 'codesuite/codepipeline'],
  'cognito-idp': ['Cognito', 'cognito'],
  'cognito-identity': ['Cognito', 'cognito'],
  config: ['Config'],
  dms: ['Database Migration Service', 'dms/v2'],
  dynamodb: ['DynamoDB', 'dynamodbv2'],
  ec2: ['EC2'],
  ecr: ['ECR'],
  ecs: ['ECS'],
  eks: ['EKS'],
  elasticache: ['ElastiCache'],
  elasticbeanstalk: ['Elastic Beanstalk'],
  elasticfilesystem: ['EFS', 'efs'],
  elasticloadbalancing: ['EC2', 'ec2'],
  elasticmapreduce: ['EMR', 'emr'],
  es: ['OpenSearch', 'aos'],
  events: ['EventBridge'],
  'execute-api': ['API Gateway', 'apigateway'],
  firehose: ['Data Firehose'],
  fsx: ['FSx'],
  glue: ['Glue'],
  guardduty: ['GuardDuty'],
  iam: ['IAM'],
  kafka: ['MSK', 'msk'],
  kinesis: ['Kinesis'],
  kms: ['KMS'],
  lambda: ['Lambda'],
  logs: ['CloudWatch', 'cloudwatch'],
  organizations: ['Organizations'],
  rds: ['RDS'],
  redshift: ['Redshift', 'redshiftv2'],
  route53: ['Route 53'],
  s3: ['S3'],
  sagemaker: ['SageMaker AI'],
  scheduler: ['EventBridge Scheduler'],
  secretsmanager: ['Secrets Manager'],
  securityhub: ['Security Hub'],
  servicecatalog: ['Service Catalog'],
  ses: ['SES'],
  sns: ['SNS'],
  sqs: ['SQS'],
  ssm: ['Systems Manager', 'systems-manager'],
  sso: ['IAM Identity Center', 'singlesignon'],
  states: ['Step Functions'],
  sts: ['IAM', 'iam'],
  wafv2: ['WAF'],
  xray: ['X-Ray'],
};

/** A service that is not in the table starts at its own name, as most do. */
export function startPage(service: string): { readonly name: string; readonly path: string } {
  const [name, path = service] = (Object.hasOwn(startPages, service) && startPages[service]) || [service];
  return { name, path: `/${path}/home` };
}

/** What the service is called whose console this path is in; `undefined` for one that is not in the table. */
export function serviceAt(path: string): string | undefined {
  const own = Object.entries(startPages).find(([service, [, at = service]]) => under(path, `/${at}`));
  return own?.[1][0] ?? others.find(([, at]) => under(path, at))?.[0];
}

/** Consoles that are part of a service and have a path of their own. */
const others = [
  ['VPC', '/vpcconsole'],
  ['Glue', '/gluestudio'],
  ['CloudTrail', '/cloudtrailv2'],
  ['Billing', '/billing'],
] as const;

function under(path: string, start: string): boolean {
  return path === start || path.startsWith(`${start}/`);
}
