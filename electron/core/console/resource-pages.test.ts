import { describe, expect, it } from 'vitest';
import { partitionsPort } from '../../aws/partitions-port.ts';
import { pageOfArn } from './console-page.ts';
import { resourcePages } from './resource-pages.ts';

/** The rest of an ARN of account 111122223333 in eu-west-1 (or in no region), the page it opens, and what it is called. */
const examples: readonly (readonly [arn: string, page: string, what: string])[] = [
  ['s3:::logs', '/s3/buckets/logs?tab=objects', 'S3 bucket logs'],
  ['s3:::logs/2026/', '/s3/buckets/logs?prefix=2026%2F', 'S3 folder logs/2026/'],
  ['s3:::logs/*', '/s3/buckets/logs?prefix=', 'S3 folder logs/'],
  ['s3:::logs/2026/a b.txt', '/s3/object/logs?prefix=2026%2Fa%20b.txt', 'S3 object logs/2026/a b.txt'],
  ['s3:R:A:accesspoint/ap', '/s3/ap/111122223333/ap?region=eu-west-1', 'S3 access point ap'],
  ['ec2:R:A:instance/i-0a', '/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-0a', 'EC2 instance i-0a'],
  ['ec2:R:A:volume/vol-0a', '/ec2/home?region=eu-west-1#VolumeDetails:volumeId=vol-0a', 'EBS volume vol-0a'],
  ['ec2:R::snapshot/snap-0a', '/ec2/home?region=eu-west-1#SnapshotDetails:snapshotId=snap-0a', 'EBS snapshot snap-0a'],
  ['ec2:R::image/ami-0a', '/ec2/home?region=eu-west-1#ImageDetails:imageId=ami-0a', 'image ami-0a'],
  ['ec2:R:A:security-group/sg-0a', '/ec2/home?region=eu-west-1#SecurityGroup:groupId=sg-0a', 'security group sg-0a'],
  [
    'ec2:R:A:network-interface/eni-0a',
    '/ec2/home?region=eu-west-1#NetworkInterface:networkInterfaceId=eni-0a',
    'network interface eni-0a',
  ],
  [
    'ec2:R:A:elastic-ip/eipalloc-0a',
    '/ec2/home?region=eu-west-1#ElasticIpDetails:AllocationId=eipalloc-0a',
    'Elastic IP address eipalloc-0a',
  ],
  [
    'ec2:R:A:launch-template/lt-0a',
    '/ec2/home?region=eu-west-1#LaunchTemplateDetails:launchTemplateId=lt-0a',
    'launch template lt-0a',
  ],
  ['ec2:R:A:key-pair/deploy', '/ec2/home?region=eu-west-1#KeyPairs:search=deploy', 'key pair deploy'],
  ['ec2:R:A:vpc/vpc-0a', '/vpcconsole/home?region=eu-west-1#VpcDetails:VpcId=vpc-0a', 'VPC vpc-0a'],
  [
    'ec2:R:A:subnet/subnet-0a',
    '/vpcconsole/home?region=eu-west-1#SubnetDetails:subnetId=subnet-0a',
    'subnet subnet-0a',
  ],
  [
    'ec2:R:A:route-table/rtb-0a',
    '/vpcconsole/home?region=eu-west-1#RouteTableDetails:RouteTableId=rtb-0a',
    'route table rtb-0a',
  ],
  [
    'ec2:R:A:internet-gateway/igw-0a',
    '/vpcconsole/home?region=eu-west-1#InternetGateway:internetGatewayId=igw-0a',
    'internet gateway igw-0a',
  ],
  [
    'ec2:R:A:natgateway/nat-0a',
    '/vpcconsole/home?region=eu-west-1#NatGatewayDetails:natGatewayId=nat-0a',
    'NAT gateway nat-0a',
  ],
  [
    'ec2:R:A:network-acl/acl-0a',
    '/vpcconsole/home?region=eu-west-1#NetworkAclDetails:networkAclId=acl-0a',
    'network ACL acl-0a',
  ],
  [
    'ec2:R:A:vpc-endpoint/vpce-0a',
    '/vpcconsole/home?region=eu-west-1#EndpointDetails:vpcEndpointId=vpce-0a',
    'VPC endpoint vpce-0a',
  ],
  [
    'ec2:R:A:vpc-peering-connection/pcx-0a',
    '/vpcconsole/home?region=eu-west-1#PeeringConnectionDetails:VpcPeeringConnectionId=pcx-0a',
    'peering connection pcx-0a',
  ],
  [
    'ec2:R:A:transit-gateway/tgw-0a',
    '/vpcconsole/home?region=eu-west-1#TransitGatewayDetails:transitGatewayId=tgw-0a',
    'transit gateway tgw-0a',
  ],
  ['lambda:R:A:function:mail', '/lambda/home?region=eu-west-1#/functions/mail', 'Lambda function mail'],
  ['lambda:R:A:function:mail:7', '/lambda/home?region=eu-west-1#/functions/mail/versions/7', 'Lambda function mail'],
  ['lambda:R:A:function:mail:$LATEST', '/lambda/home?region=eu-west-1#/functions/mail', 'Lambda function mail'],
  [
    'lambda:R:A:function:mail:live',
    '/lambda/home?region=eu-west-1#/functions/mail/aliases/live',
    'Lambda function mail',
  ],
  ['lambda:R:A:layer:libs:3', '/lambda/home?region=eu-west-1#/layers/libs/versions/3', 'Lambda layer libs'],
  ['iam::A:role/team/Admin', '/iam/home#/roles/details/Admin', 'IAM role Admin'],
  ['sts::A:assumed-role/Admin/anna', '/iam/home#/roles/details/Admin', 'IAM role Admin'],
  ['iam::A:user/anna', '/iam/home#/users/details/anna', 'IAM user anna'],
  ['iam::A:group/ops', '/iam/home#/groups/details/ops', 'IAM group ops'],
  [
    'iam::A:policy/team/Deploy',
    '/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3A111122223333%3Apolicy%2Fteam%2FDeploy',
    'IAM policy Deploy',
  ],
  [
    'iam::aws:policy/ReadOnlyAccess',
    '/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess',
    'IAM policy ReadOnlyAccess',
  ],
  [
    'iam::A:oidc-provider/id.example/a',
    '/iam/home#/identity_providers/details/OPENID/arn%3Aaws%3Aiam%3A%3A111122223333%3Aoidc-provider%2Fid.example%2Fa',
    'identity provider id.example/a',
  ],
  [
    'iam::A:saml-provider/corp',
    '/iam/home#/identity_providers/details/SAML/arn%3Aaws%3Aiam%3A%3A111122223333%3Asaml-provider%2Fcorp',
    'identity provider corp',
  ],
  ['rds:R:A:db:orders', '/rds/home?region=eu-west-1#database:id=orders;is-cluster=false', 'RDS database orders'],
  ['rds:R:A:cluster:orders', '/rds/home?region=eu-west-1#database:id=orders;is-cluster=true', 'RDS cluster orders'],
  ['rds:R:A:snapshot:rds:a', '/rds/home?region=eu-west-1#db-snapshot:id=rds%3Aa', 'RDS snapshot rds:a'],
  ['dynamodb:R:A:table/t/index/i', '/dynamodbv2/home?region=eu-west-1#table?name=t', 'DynamoDB table t'],
  [
    'sqs:R:A:jobs.fifo',
    '/sqs/v3/home?region=eu-west-1#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F111122223333%2Fjobs.fifo',
    'SQS queue jobs.fifo',
  ],
  ['sns:R:A:news', '/sns/v3/home?region=eu-west-1#/topic/arn:aws:sns:eu-west-1:111122223333:news', 'SNS topic news'],
  [
    'sns:R:A:news:5f1e',
    '/sns/v3/home?region=eu-west-1#/subscription/arn:aws:sns:eu-west-1:111122223333:news:5f1e',
    'SNS subscription 5f1e',
  ],
  [
    'logs:R:A:log-group:/aws/lambda/mail:*',
    '/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fmail',
    'log group /aws/lambda/mail',
  ],
  [
    'logs:R:A:log-group:g:log-stream:2026/01/[$LATEST]a',
    '/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/g/log-events/2026$252F01$252F$255B$2524LATEST$255Da',
    'log stream 2026/01/[$LATEST]a',
  ],
  [
    'cloudwatch:R:A:alarm:Too hot',
    '/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/Too%20hot',
    'CloudWatch alarm Too hot',
  ],
  ['cloudwatch::A:dashboard/main', '/cloudwatch/home#dashboards/dashboard/main', 'CloudWatch dashboard main'],
  [
    'cloudformation:R:A:stack/net/1a2b',
    '/cloudformation/home?region=eu-west-1#/stacks/stackinfo?stackId=arn%3Aaws%3Acloudformation%3Aeu-west-1%3A111122223333%3Astack%2Fnet%2F1a2b',
    'CloudFormation stack net',
  ],
  ['ecs:R:A:cluster/main', '/ecs/v2/clusters/main/services?region=eu-west-1', 'ECS cluster main'],
  ['ecs:R:A:service/main/web', '/ecs/v2/clusters/main/services/web/health?region=eu-west-1', 'ECS service web'],
  ['ecs:R:A:task/main/0a', '/ecs/v2/clusters/main/tasks/0a/configuration?region=eu-west-1', 'ECS task 0a'],
  [
    'ecs:R:A:task-definition/web:12',
    '/ecs/v2/task-definitions/web/12/containers?region=eu-west-1',
    'ECS task definition web',
  ],
  ['eks:R:A:cluster/main', '/eks/clusters/main?region=eu-west-1', 'EKS cluster main'],
  ['eks:R:A:nodegroup/main/big/0a', '/eks/clusters/main/nodegroups/big?region=eu-west-1', 'EKS node group big'],
  [
    'ecr:R:A:repository/team/web',
    '/ecr/repositories/private/111122223333/team/web?region=eu-west-1',
    'ECR repository team/web',
  ],
  ['kms:R:A:key/0a-1b', '/kms/home?region=eu-west-1#/kms/keys/0a-1b', 'KMS key 0a-1b'],
  [
    'secretsmanager:R:A:secret:prod/db-Ab12Cd',
    '/secretsmanager/secret?name=prod%2Fdb&region=eu-west-1',
    'secret prod/db',
  ],
  [
    'ssm:R:A:parameter/prod/db/url',
    '/systems-manager/parameters/%252Fprod%252Fdb%252Furl/description?region=eu-west-1&tab=Table',
    'parameter /prod/db/url',
  ],
  ['ssm:R:A:parameter/url', '/systems-manager/parameters/url/description?region=eu-west-1&tab=Table', 'parameter url'],
  ['ssm:R:A:document/Patch', '/systems-manager/documents/Patch/description?region=eu-west-1', 'document Patch'],
  [
    'ssm:R:A:managed-instance/mi-0a',
    '/systems-manager/managed-instances/mi-0a/description?region=eu-west-1',
    'managed node mi-0a',
  ],
  [
    'states:R:A:stateMachine:order',
    '/states/home?region=eu-west-1#/statemachines/view/arn:aws:states:eu-west-1:111122223333:stateMachine:order',
    'state machine order',
  ],
  [
    'states:R:A:execution:order:run1',
    '/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:111122223333:execution:order:run1',
    'execution run1',
  ],
  ['events:R:A:event-bus/own', '/events/home?region=eu-west-1#/eventbus/own', 'event bus own'],
  [
    'events:R:A:rule/own/nightly',
    '/events/home?region=eu-west-1#/eventbus/own/rules/nightly',
    'EventBridge rule nightly',
  ],
  [
    'events:R:A:rule/nightly',
    '/events/home?region=eu-west-1#/eventbus/default/rules/nightly',
    'EventBridge rule nightly',
  ],
  [
    'scheduler:R:A:schedule/default/night',
    '/scheduler/home?region=eu-west-1#schedules/default/night',
    'schedule night',
  ],
  [
    'apigateway:R::/restapis/a1/stages/prod',
    '/apigateway/main/apis/a1/resources?api=a1&region=eu-west-1',
    'REST API a1',
  ],
  ['apigateway:R::/apis/a1', '/apigateway/main/api-detail?api=a1&region=eu-west-1', 'API a1'],
  ['execute-api:R:A:a1/prod/GET/x', '/apigateway/main/apis/a1/resources?api=a1&region=eu-west-1', 'REST API a1'],
  ['cloudfront::A:distribution/E1', '/cloudfront/v4/home#/distributions/E1', 'CloudFront distribution E1'],
  ['cloudfront::A:function/fix', '/cloudfront/v4/home#/functions/fix', 'CloudFront function fix'],
  ['route53:::hostedzone/Z1', '/route53/v2/hostedzones#ListRecordSets/Z1', 'hosted zone Z1'],
  [
    'elasticloadbalancing:R:A:loadbalancer/app/web/0a',
    '/ec2/home?region=eu-west-1#LoadBalancer:loadBalancerArn=arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0a',
    'load balancer web',
  ],
  [
    'elasticloadbalancing:R:A:loadbalancer/old',
    '/ec2/home?region=eu-west-1#LoadBalancers:search=old',
    'load balancer old',
  ],
  [
    'elasticloadbalancing:R:A:targetgroup/web/0a',
    '/ec2/home?region=eu-west-1#TargetGroup:targetGroupArn=arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0a',
    'target group web',
  ],
  [
    'autoscaling:R:A:autoScalingGroup:0a:autoScalingGroupName/web',
    '/ec2/home?region=eu-west-1#AutoScalingGroupDetails:id=web;view=details',
    'Auto Scaling group web',
  ],
  ['glue:R:A:database/lake', '/glue/home?region=eu-west-1#/v2/data-catalog/databases/view/lake', 'Glue database lake'],
  [
    'glue:R:A:table/lake/events',
    '/glue/home?region=eu-west-1#/v2/data-catalog/tables/view/events?database=lake',
    'Glue table events',
  ],
  ['glue:R:A:job/load', '/gluestudio/home?region=eu-west-1#/editor/job/load/details', 'Glue job load'],
  ['glue:R:A:crawler/walk', '/glue/home?region=eu-west-1#/v2/data-catalog/crawlers/view/walk', 'Glue crawler walk'],
  [
    'athena:R:A:workgroup/primary',
    '/athena/home?region=eu-west-1#/workgroups/details/primary',
    'Athena workgroup primary',
  ],
  [
    'kinesis:R:A:stream/clicks',
    '/kinesis/home?region=eu-west-1#/streams/details/clicks/monitoring',
    'Kinesis stream clicks',
  ],
  ['firehose:R:A:deliverystream/out', '/firehose/home?region=eu-west-1#/details/out/monitoring', 'Firehose stream out'],
  [
    'codebuild:R:A:project/web',
    '/codesuite/codebuild/111122223333/projects/web/history?region=eu-west-1',
    'CodeBuild project web',
  ],
  [
    'codebuild:R:A:build/web:0a',
    '/codesuite/codebuild/111122223333/projects/web/build/web%3A0a/?region=eu-west-1',
    'build 0a',
  ],
  ['codepipeline:R:A:ship', '/codesuite/codepipeline/pipelines/ship/view?region=eu-west-1', 'pipeline ship'],
  ['codecommit:R:A:web', '/codesuite/codecommit/repositories/web/browse?region=eu-west-1', 'repository web'],
  ['acm:R:A:certificate/0a-1b', '/acm/home?region=eu-west-1#/certificates/0a-1b', 'certificate 0a-1b'],
  [
    'elasticfilesystem:R:A:file-system/fs-0a',
    '/efs/home?region=eu-west-1#/file-systems/fs-0a',
    'EFS file system fs-0a',
  ],
  ['es:R:A:domain/find', '/aos/home?region=eu-west-1#/opensearch/domains/find', 'OpenSearch domain find'],
  [
    'redshift:R:A:cluster:dwh',
    '/redshiftv2/home?region=eu-west-1#/cluster-details?cluster=dwh',
    'Redshift cluster dwh',
  ],
  [
    'cognito-idp:R:A:userpool/eu-west-1_a',
    '/cognito/v2/idp/user-pools/eu-west-1_a/users?region=eu-west-1',
    'user pool eu-west-1_a',
  ],
  [
    'cloudtrail:R:A:trail/all',
    '/cloudtrailv2/home?region=eu-west-1#/trails/arn:aws:cloudtrail:eu-west-1:111122223333:trail/all',
    'trail all',
  ],
  [
    'kafka:R:A:cluster/bus/0a',
    '/msk/home?region=eu-west-1#/cluster/arn:aws:kafka:eu-west-1:111122223333:cluster/bus/0a/view',
    'MSK cluster bus',
  ],
  ['organizations::A:account/o-a/444455556666', '/organizations/v2/home/accounts/444455556666', 'account 444455556666'],
];

const whole = (rest: string) => `arn:aws:${rest.replace(':R:', ':eu-west-1:').replace(':A:', ':111122223333:')}`;

describe('the page of a resource', () => {
  it.each(examples)('%s', (rest, page, what) => {
    expect(pageOfArn(whole(rest), partitionsPort)).toMatchObject({ ok: true, value: { page, what: `the ${what}` } });
  });

  it('is shown by an example for each row of the table', () => {
    const shown = new Set(
      examples.map(([rest]) => {
        const [service, , , ...resource] = rest.split(':');
        return resourcePages.find((row) => row.service === service && row.resource.test(resource.join(':')));
      }),
    );
    expect(resourcePages.filter((row) => !shown.has(row))).toEqual([]);
  });

  it('stays on the console whatever the name of the resource is', () => {
    for (const name of ['//evil.example', '../../x', '?a=b#c', '%2f%2fevil', '\\\\evil.example', '@evil.example'])
      for (const service of ['s3:::', 'ec2:R:A:instance/', 'iam::A:role/', 'unknown:R:A:', 'ssm:R:A:parameter/a/']) {
        const read = pageOfArn(whole(`${service}${name}`), partitionsPort);
        if (!read.ok) continue;
        const url = new URL(read.value.page ?? '/', 'https://console.aws.amazon.com');
        expect(url.host).toBe('console.aws.amazon.com');
        expect(url.pathname.split('/')[1]).toBe(read.value.page?.split(/[/?#]/)[1]);
      }
  });
});
