/** A kind of resource, and its page in the console. */
export interface ResourcePage {
  /** As it stands in ARNs. */
  readonly service: string;
  /** In front of its name, in words: `S3 bucket`. */
  readonly kind: string;
  /** What follows the account in the ARN; the group `name` is what people call it. */
  readonly resource: RegExp;
  /**
   * Path, query and fragment on the console's host. In braces stand groups of `resource` and the ARN's own parts
   * (`region`, `account`, `dnsSuffix`, `arn`), encoded; `:open` leaves `:` and `/` as they are, `:twice` encodes
   * twice, `:logs` as the console of CloudWatch Logs does.
   */
  readonly page: string;
}

type Row = readonly [kind: string, resource: RegExp, page: string];

const ec2 = '/ec2/home?region={region}#';
const vpc = '/vpcconsole/home?region={region}#';

/**
 * The pages of the console by service. AWS documents the form of the ARNs and none of these addresses: they are what
 * the console's own address bar says.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const table: Readonly<Record<string, readonly Row[]>> = {
  s3: [
    ['S3 access point', /^accesspoint[/:](?<name>[^/:]+)$/, '/s3/ap/{account}/{name}?region={region}'],
    ['S3 bucket', /^(?<name>[^/:]+)$/, '/s3/buckets/{name}?tab=objects'],
    ['S3 folder', /^(?<bucket>[^/:]+)\/(?<name>.*\/|)\*?$/, '/s3/buckets/{bucket}?prefix={name}'],
    ['S3 object', /^(?<bucket>[^/:]+)\/(?<name>.+)$/, '/s3/object/{bucket}?prefix={name}'],
  ],
  ec2: [
    ['EC2 instance', /^instance\/(?<name>[^/]+)$/, `${ec2}InstanceDetails:instanceId={name}`],
    ['EBS volume', /^volume\/(?<name>[^/]+)$/, `${ec2}VolumeDetails:volumeId={name}`],
    ['EBS snapshot', /^snapshot\/(?<name>[^/]+)$/, `${ec2}SnapshotDetails:snapshotId={name}`],
    ['image', /^image\/(?<name>[^/]+)$/, `${ec2}ImageDetails:imageId={name}`],
    ['security group', /^security-group\/(?<name>[^/]+)$/, `${ec2}SecurityGroup:groupId={name}`],
    ['network interface', /^network-interface\/(?<name>[^/]+)$/, `${ec2}NetworkInterface:networkInterfaceId={name}`],
    ['Elastic IP address', /^elastic-ip\/(?<name>[^/]+)$/, `${ec2}ElasticIpDetails:AllocationId={name}`],
    ['launch template', /^launch-template\/(?<name>[^/]+)$/, `${ec2}LaunchTemplateDetails:launchTemplateId={name}`],
    ['key pair', /^key-pair\/(?<name>[^/]+)$/, `${ec2}KeyPairs:search={name}`],
    ['VPC', /^vpc\/(?<name>[^/]+)$/, `${vpc}VpcDetails:VpcId={name}`],
    ['subnet', /^subnet\/(?<name>[^/]+)$/, `${vpc}SubnetDetails:subnetId={name}`],
    ['route table', /^route-table\/(?<name>[^/]+)$/, `${vpc}RouteTableDetails:RouteTableId={name}`],
    ['internet gateway', /^internet-gateway\/(?<name>[^/]+)$/, `${vpc}InternetGateway:internetGatewayId={name}`],
    ['NAT gateway', /^natgateway\/(?<name>[^/]+)$/, `${vpc}NatGatewayDetails:natGatewayId={name}`],
    ['network ACL', /^network-acl\/(?<name>[^/]+)$/, `${vpc}NetworkAclDetails:networkAclId={name}`],
    ['VPC endpoint', /^vpc-endpoint\/(?<name>[^/]+)$/, `${vpc}EndpointDetails:vpcEndpointId={name}`],
    [
      'peering connection',
      /^vpc-peering-connection\/(?<name>[^/]+)$/,
      `${vpc}PeeringConnectionDetails:VpcPeeringConnectionId={name}`,
    ],
    ['transit gateway', /^transit-gateway\/(?<name>[^/]+)$/, `${vpc}TransitGatewayDetails:transitGatewayId={name}`],
  ],
  lambda: [
    ['Lambda function', /^function:(?<name>[^:]+)$/, '/lambda/home?region={region}#/functions/{name}'],
    [
      'Lambda function',
      /^function:(?<name>[^:]+):(?<version>\d+)$/,
      '/lambda/home?region={region}#/functions/{name}/versions/{version}',
    ],
    ['Lambda function', /^function:(?<name>[^:]+):\$LATEST$/, '/lambda/home?region={region}#/functions/{name}'],
    [
      'Lambda function',
      /^function:(?<name>[^:]+):(?<alias>[^:]+)$/,
      '/lambda/home?region={region}#/functions/{name}/aliases/{alias}',
    ],
    [
      'Lambda layer',
      /^layer:(?<name>[^:]+):(?<version>\d+)$/,
      '/lambda/home?region={region}#/layers/{name}/versions/{version}',
    ],
  ],
  iam: [
    ['IAM role', /^role\/(?:.+\/)?(?<name>[^/]+)$/, '/iam/home#/roles/details/{name}'],
    ['IAM user', /^user\/(?:.+\/)?(?<name>[^/]+)$/, '/iam/home#/users/details/{name}'],
    ['IAM group', /^group\/(?:.+\/)?(?<name>[^/]+)$/, '/iam/home#/groups/details/{name}'],
    ['IAM policy', /^policy\/(?:.+\/)?(?<name>[^/]+)$/, '/iam/home#/policies/details/{arn}'],
    ['identity provider', /^oidc-provider\/(?<name>.+)$/, '/iam/home#/identity_providers/details/OPENID/{arn}'],
    ['identity provider', /^saml-provider\/(?<name>.+)$/, '/iam/home#/identity_providers/details/SAML/{arn}'],
  ],
  rds: [
    ['RDS database', /^db:(?<name>[^:]+)$/, '/rds/home?region={region}#database:id={name};is-cluster=false'],
    ['RDS cluster', /^cluster:(?<name>[^:]+)$/, '/rds/home?region={region}#database:id={name};is-cluster=true'],
    ['RDS snapshot', /^(?:cluster-)?snapshot:(?<name>.+)$/, '/rds/home?region={region}#db-snapshot:id={name}'],
  ],
  dynamodb: [
    [
      'DynamoDB table',
      /^table\/(?<name>[^/]+)(?:\/(?:index|stream)\/.+)?$/,
      '/dynamodbv2/home?region={region}#table?name={name}',
    ],
  ],
  sqs: [
    [
      'SQS queue',
      /^(?<name>[^:/]+)$/,
      '/sqs/v3/home?region={region}#/queues/https%3A%2F%2Fsqs.{region}.{dnsSuffix}%2F{account}%2F{name}',
    ],
  ],
  sns: [
    ['SNS topic', /^(?<name>[^:/]+)$/, '/sns/v3/home?region={region}#/topic/{arn:open}'],
    ['SNS subscription', /^[^:/]+:(?<name>[^:/]+)$/, '/sns/v3/home?region={region}#/subscription/{arn:open}'],
  ],
  logs: [
    [
      'log stream',
      /^log-group:(?<group>[^:]+):log-stream:(?<name>.+)$/,
      '/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{group:logs}/log-events/{name:logs}',
    ],
    [
      'log group',
      /^log-group:(?<name>[^:]+)(?::\*)?$/,
      '/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{name:logs}',
    ],
  ],
  cloudwatch: [
    ['CloudWatch alarm', /^alarm:(?<name>.+)$/, '/cloudwatch/home?region={region}#alarmsV2:alarm/{name}'],
    ['CloudWatch dashboard', /^dashboard\/(?<name>.+)$/, '/cloudwatch/home#dashboards/dashboard/{name}'],
  ],
  cloudformation: [
    [
      'CloudFormation stack',
      /^stack\/(?<name>[^/]+)(?:\/.+)?$/,
      '/cloudformation/home?region={region}#/stacks/stackinfo?stackId={arn}',
    ],
  ],
  ecs: [
    ['ECS cluster', /^cluster\/(?<name>[^/]+)$/, '/ecs/v2/clusters/{name}/services?region={region}'],
    [
      'ECS service',
      /^service\/(?<cluster>[^/]+)\/(?<name>[^/]+)$/,
      '/ecs/v2/clusters/{cluster}/services/{name}/health?region={region}',
    ],
    [
      'ECS task',
      /^task\/(?<cluster>[^/]+)\/(?<name>[^/]+)$/,
      '/ecs/v2/clusters/{cluster}/tasks/{name}/configuration?region={region}',
    ],
    [
      'ECS task definition',
      /^task-definition\/(?<name>[^/:]+):(?<revision>\d+)$/,
      '/ecs/v2/task-definitions/{name}/{revision}/containers?region={region}',
    ],
  ],
  eks: [
    ['EKS cluster', /^cluster\/(?<name>[^/]+)$/, '/eks/clusters/{name}?region={region}'],
    [
      'EKS node group',
      /^nodegroup\/(?<cluster>[^/]+)\/(?<name>[^/]+)\/.+$/,
      '/eks/clusters/{cluster}/nodegroups/{name}?region={region}',
    ],
  ],
  ecr: [
    ['ECR repository', /^repository\/(?<name>.+)$/, '/ecr/repositories/private/{account}/{name:open}?region={region}'],
  ],
  kms: [['KMS key', /^key\/(?<name>[^/]+)$/, '/kms/home?region={region}#/kms/keys/{name}']],
  secretsmanager: [
    // AWS puts a hyphen and six characters of its own behind the name.
    ['secret', /^secret:(?<name>.+?)(?:-[A-Za-z0-9]{6})?$/, '/secretsmanager/secret?name={name}&region={region}'],
  ],
  ssm: [
    // The slash that a name with a path begins with is the ARN's own.
    [
      'parameter',
      /^parameter(?<name>\/.+\/.+)$/,
      '/systems-manager/parameters/{name:twice}/description?region={region}&tab=Table',
    ],
    [
      'parameter',
      /^parameter\/(?<name>[^/]+)$/,
      '/systems-manager/parameters/{name}/description?region={region}&tab=Table',
    ],
    ['document', /^document\/(?<name>[^/]+)$/, '/systems-manager/documents/{name}/description?region={region}'],
    [
      'managed node',
      /^managed-instance\/(?<name>[^/]+)$/,
      '/systems-manager/managed-instances/{name}/description?region={region}',
    ],
  ],
  states: [
    ['state machine', /^stateMachine:(?<name>[^:]+)$/, '/states/home?region={region}#/statemachines/view/{arn:open}'],
    ['execution', /^execution:[^:]+:(?<name>[^:]+)$/, '/states/home?region={region}#/v2/executions/details/{arn:open}'],
  ],
  events: [
    ['event bus', /^event-bus\/(?<name>.+)$/, '/events/home?region={region}#/eventbus/{name}'],
    [
      'EventBridge rule',
      /^rule\/(?<bus>[^/]+)\/(?<name>[^/]+)$/,
      '/events/home?region={region}#/eventbus/{bus}/rules/{name}',
    ],
    ['EventBridge rule', /^rule\/(?<name>[^/]+)$/, '/events/home?region={region}#/eventbus/default/rules/{name}'],
  ],
  scheduler: [
    [
      'schedule',
      /^schedule\/(?<group>[^/]+)\/(?<name>[^/]+)$/,
      '/scheduler/home?region={region}#schedules/{group}/{name}',
    ],
  ],
  apigateway: [
    [
      'REST API',
      /^\/restapis\/(?<name>[^/]+)(?:\/.*)?$/,
      '/apigateway/main/apis/{name}/resources?api={name}&region={region}',
    ],
    ['API', /^\/apis\/(?<name>[^/]+)(?:\/.*)?$/, '/apigateway/main/api-detail?api={name}&region={region}'],
  ],
  'execute-api': [
    ['REST API', /^(?<name>[^/:]+)(?:\/.*)?$/, '/apigateway/main/apis/{name}/resources?api={name}&region={region}'],
  ],
  cloudfront: [
    ['CloudFront distribution', /^distribution\/(?<name>[^/]+)$/, '/cloudfront/v4/home#/distributions/{name}'],
    ['CloudFront function', /^function\/(?<name>[^/]+)$/, '/cloudfront/v4/home#/functions/{name}'],
  ],
  route53: [['hosted zone', /^hostedzone\/(?<name>[^/]+)$/, '/route53/v2/hostedzones#ListRecordSets/{name}']],
  elasticloadbalancing: [
    [
      'load balancer',
      /^loadbalancer\/(?:app|net|gwy)\/(?<name>[^/]+)\/[^/]+$/,
      `${ec2}LoadBalancer:loadBalancerArn={arn:open}`,
    ],
    ['load balancer', /^loadbalancer\/(?<name>[^/]+)$/, `${ec2}LoadBalancers:search={name}`],
    ['target group', /^targetgroup\/(?<name>[^/]+)\/[^/]+$/, `${ec2}TargetGroup:targetGroupArn={arn:open}`],
  ],
  autoscaling: [
    [
      'Auto Scaling group',
      /^autoScalingGroup:[^:]*:autoScalingGroupName\/(?<name>.+)$/,
      `${ec2}AutoScalingGroupDetails:id={name};view=details`,
    ],
  ],
  glue: [
    [
      'Glue database',
      /^database\/(?<name>[^/]+)$/,
      '/glue/home?region={region}#/v2/data-catalog/databases/view/{name}',
    ],
    [
      'Glue table',
      /^table\/(?<database>[^/]+)\/(?<name>[^/]+)$/,
      '/glue/home?region={region}#/v2/data-catalog/tables/view/{name}?database={database}',
    ],
    ['Glue job', /^job\/(?<name>[^/]+)$/, '/gluestudio/home?region={region}#/editor/job/{name}/details'],
    ['Glue crawler', /^crawler\/(?<name>[^/]+)$/, '/glue/home?region={region}#/v2/data-catalog/crawlers/view/{name}'],
  ],
  athena: [
    ['Athena workgroup', /^workgroup\/(?<name>[^/]+)$/, '/athena/home?region={region}#/workgroups/details/{name}'],
  ],
  kinesis: [
    [
      'Kinesis stream',
      /^stream\/(?<name>[^/]+)(?:\/consumer\/.+)?$/,
      '/kinesis/home?region={region}#/streams/details/{name}/monitoring',
    ],
  ],
  firehose: [
    [
      'Firehose stream',
      /^deliverystream\/(?<name>[^/]+)$/,
      '/firehose/home?region={region}#/details/{name}/monitoring',
    ],
  ],
  codebuild: [
    [
      'CodeBuild project',
      /^project\/(?<name>[^/]+)$/,
      '/codesuite/codebuild/{account}/projects/{name}/history?region={region}',
    ],
    [
      'build',
      /^build\/(?<project>[^/:]+):(?<name>[^/:]+)$/,
      '/codesuite/codebuild/{account}/projects/{project}/build/{project}%3A{name}/?region={region}',
    ],
  ],
  codepipeline: [['pipeline', /^(?<name>[^/:]+)$/, '/codesuite/codepipeline/pipelines/{name}/view?region={region}']],
  codecommit: [['repository', /^(?<name>[^/:]+)$/, '/codesuite/codecommit/repositories/{name}/browse?region={region}']],
  acm: [['certificate', /^certificate\/(?<name>[^/]+)$/, '/acm/home?region={region}#/certificates/{name}']],
  elasticfilesystem: [
    ['EFS file system', /^file-system\/(?<name>[^/]+)$/, '/efs/home?region={region}#/file-systems/{name}'],
  ],
  es: [['OpenSearch domain', /^domain\/(?<name>[^/]+)$/, '/aos/home?region={region}#/opensearch/domains/{name}']],
  redshift: [
    [
      'Redshift cluster',
      /^cluster:(?<name>[^:]+)$/,
      '/redshiftv2/home?region={region}#/cluster-details?cluster={name}',
    ],
  ],
  'cognito-idp': [
    ['user pool', /^userpool\/(?<name>[^/]+)$/, '/cognito/v2/idp/user-pools/{name}/users?region={region}'],
  ],
  cloudtrail: [['trail', /^trail\/(?<name>[^/]+)$/, '/cloudtrailv2/home?region={region}#/trails/{arn:open}']],
  kafka: [['MSK cluster', /^cluster\/(?<name>[^/]+)\/.+$/, '/msk/home?region={region}#/cluster/{arn:open}/view']],
  organizations: [['account', /^account\/o-[^/]+\/(?<name>\d{12})$/, '/organizations/v2/home/accounts/{name}']],
};

export const resourcePages: readonly ResourcePage[] = Object.entries(table).flatMap(([service, rows]) =>
  rows.map(([kind, resource, page]) => ({ service, kind, resource, page })),
);
