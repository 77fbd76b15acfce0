/**
 * The regions in which SES receives mail. Source: AWS General Reference, "Amazon Simple Email Service endpoints and
 * quotas", table "Email receiving endpoints" (https://docs.aws.amazon.com/general/latest/gr/ses.html), as of 2024-01.
 * AWS adds regions: before one is refused that should do, look there and add it.
 */
export const RECEIVING_REGIONS: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'us-east-1',
  'us-east-2',
  'us-west-2',
]);
