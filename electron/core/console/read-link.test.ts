import { describe, expect, it } from 'vitest';
import { partitionsPort } from '../../aws/partitions-port.ts';
import { pageOfLink } from './read-link.ts';

const ACCOUNT = '111122223333';
const read = (link: string) => {
  const page = pageOfLink(link, partitionsPort);
  return page.ok ? page.value : page.failure;
};

describe('a link of the console', () => {
  it.each([
    ['https://console.aws.amazon.com/', { partition: 'aws', what: 'the console' }],
    [
      'https://eu-west-1.console.aws.amazon.com/console/home?region=eu-west-1#',
      { partition: 'aws', region: 'eu-west-1', what: 'the console' },
    ],
    [
      'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:v=3;$case=tags:true%5C',
      {
        partition: 'aws',
        region: 'eu-west-1',
        page: '/ec2/home?region=eu-west-1#Instances:v=3;$case=tags:true%5C',
        what: 'the page of EC2',
      },
    ],
    [
      // The region of the query is the page's; the host's is only where it was served.
      'https://us-east-1.console.aws.amazon.com/vpcconsole/home?region=eu-north-1#vpcs:',
      { region: 'eu-north-1', what: 'the page of VPC' },
    ],
    [
      `https://${ACCOUNT}-abcd1234.eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/mail`,
      { accountId: ACCOUNT, region: 'eu-west-1', what: 'the page of Lambda' },
    ],
    ['https://s3.console.aws.amazon.com/s3/buckets/logs', { page: '/s3/buckets/logs', what: 'the page of S3' }],
    [
      'https://console.amazonaws.cn/ec2/home?region=cn-north-1',
      { partition: 'aws-cn', region: 'cn-north-1', page: '/ec2/home?region=cn-north-1' },
    ],
    [
      'https://us-gov-west-1.console.amazonaws-us-gov.com/rds/home#databases:',
      { partition: 'aws-us-gov', region: 'us-gov-west-1' },
    ],
    ['https://eusc-de-east-1.console.amazonaws-eusc.eu/s3/home', { partition: 'aws-eusc', region: 'eusc-de-east-1' }],
    ['https://console.c2shome.ic.gov/s3/home', { partition: 'aws-iso' }],
    ['https://CONSOLE.aws.amazon.com/someday/home', { page: '/someday/home', what: 'the page of the link' }],
  ])('%s', (link, page) => {
    expect(read(link)).toMatchObject(page);
  });

  it('takes no region of another partition from the query', () => {
    expect(read('https://console.aws.amazon.com/ec2/home?region=cn-north-1')).not.toHaveProperty('region');
  });
});

describe('a link of a sign-in page', () => {
  it('for switching roles names the role', () => {
    const link = `https://signin.aws.amazon.com/switchrole?account=${ACCOUNT}&roleName=team%2FAdmin&displayName=x`;
    expect(read(link)).toEqual({
      partition: 'aws',
      accountId: ACCOUNT,
      roleName: 'Admin',
      roleOnly: true,
      what: 'the console',
    });
  });

  it('leads on to the page that it names, and not to another partition', () => {
    const page = encodeURIComponent('https://eu-west-1.console.aws.amazon.com/sqs/v3/home?region=eu-west-1');
    const expected = { page: '/sqs/v3/home?region=eu-west-1', region: 'eu-west-1' };
    expect(read(`https://eu-west-1.signin.aws.amazon.com/oauth?redirect_uri=${page}`)).toMatchObject(expected);
    expect(read(`https://signin.aws.amazon.com/federation?Action=login&Destination=${page}`)).toMatchObject(expected);
    expect(read(`https://signin.amazonaws.cn/oauth?redirect_uri=${page}`)).toMatchObject({ kind: 'bad-input' });
    const evil = encodeURIComponent('https://evil.example/');
    expect(read(`https://signin.aws.amazon.com/oauth?redirect_uri=${evil}`)).toMatchObject({ kind: 'bad-input' });
  });

  it("of an account's users is its console", () => {
    const expected = { accountId: ACCOUNT, what: 'the console' };
    expect(read(`https://${ACCOUNT}.signin.aws.amazon.com/console`)).toMatchObject(expected);
  });
});

describe('a link of an access portal', () => {
  const at = (fields: string, host = 'd-1234567890.awsapps.com') => `https://${host}/start/#/console?${fields}`;
  const page = encodeURIComponent('https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:');

  it('names account, role and page', () => {
    expect(read(at(`account_id=${ACCOUNT}&role_name=Admin&destination=${page}`))).toEqual({
      partition: 'aws',
      accountId: ACCOUNT,
      roleName: 'Admin',
      region: 'eu-west-1',
      page: '/ec2/home?region=eu-west-1#Instances:',
      what: 'the page of EC2',
    });
    expect(read(at(`account_id=${ACCOUNT}&role_name=Admin`))).toMatchObject({ what: 'the console', roleName: 'Admin' });
  });

  it.each([
    ['start.us-gov-home.awsapps.com', 'aws-us-gov'],
    ['start.home.awsapps.cn', 'aws-cn'],
    ['ssoins-1234567890abcdef.portal.us-east-1.app.aws', 'aws'],
  ])('on %s is of %s', (host, partition) => {
    expect(read(at(`account_id=${ACCOUNT}`, host))).toMatchObject({ partition });
  });

  it('to anywhere else is refused', () => {
    const evil = encodeURIComponent('https://evil.example/');
    expect(read(at(`account_id=${ACCOUNT}&role_name=A&destination=${evil}`))).toMatchObject({ kind: 'bad-input' });
    expect(read('https://d-1234567890.awsapps.com/start/')).toMatchObject({
      message: expect.stringContaining('access portal'),
    });
  });
});

it.each([
  'http://console.aws.amazon.com/',
  'HTTPS:console.aws.amazon.com/',
  'ftp://console.aws.amazon.com/',
  'javascript:alert(1)//console.aws.amazon.com/',
  'file:///etc/passwd',
  'https://console.aws.amazon.com@evil.example/',
  'https://user:pass@console.aws.amazon.com/',
  'https://console.aws.amazon.com:8443/',
  'https://console.aws.amazon.com.evil.example/',
  'https://evil.example/console.aws.amazon.com/',
  'https://evil-console.aws.amazon.com/',
  'https://evil.console.aws.amazon.com/',
  'https://us-east-1.evil.console.aws.amazon.com/',
  'https://111122223333-a.evil.us-east-1.console.aws.amazon.com/',
  'https://111122223333-a-b.us-east-1.console.aws.amazon.com/',
  'https://us-east-1.console.amazonaws.cn/',
  'https://console.aws.amazon.com./',
  'https://console.aws.amazon.com\\@evil.example/',
  'https://console.aws.amazon.com/\\evil.example',
  'https://console.aws.amazon.com//evil.example/',
  'https://console.aws.amazon.com/ec2/home\n//evil.example',
  'https://console.aws.amazon.com/ec2/\u202ehome',
  'https://con\u200bsole.aws.amazon.com/',
  'https://ѕignin.aws.amazon.com/',
  'https://s3.signin.aws.amazon.com/console',
  'https://signin.aws.amazon.com/',
  'https://awsapps.com/start/#/console?account_id=111122223333',
  'https://d-1.awsapps.com.evil.example/start/#/console?account_id=111122223333',
  'https://s3.amazonaws.com/bucket/index.html',
  `https://console.aws.amazon.com/${'a'.repeat(9000)}`,
  '',
  '111122223333',
])('refuses %s', (link) => {
  expect(read(link)).toMatchObject({ kind: 'bad-input' });
});
