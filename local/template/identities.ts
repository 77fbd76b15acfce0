/** How a resource type is named: `{name}`, `{arn}`, `{account}`, `{region}` and the runtime's addresses are filled in. */
interface Identity {
  /** The property that gives the physical name; else it is made from stack and logical id. */
  readonly name?: string;
  /** What `Ref` gives; the name by default. */
  readonly ref?: string;
  /** The ARN without `arn:aws:`. */
  readonly arn?: string;
  /** Further attributes for `Fn::GetAtt` beside `Arn`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Names in lower case only. */
  readonly lowerCase?: true;
}

const table: Identity = {
  name: 'TableName',
  arn: 'dynamodb:{region}:{account}:table/{name}',
  attributes: { StreamArn: '{arn}/stream/local', TableId: '{name}' },
};

/** Names, ARNs and attributes by resource type; deterministic, so that a restart finds what it left. */
export const identities: Readonly<Record<string, Identity>> = {
  'AWS::ApiGatewayV2::Api': { ref: 'local', attributes: { ApiEndpoint: '{api}', ApiId: 'local' } },
  'AWS::ApiGatewayV2::Stage': { name: 'StageName' },
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', arn: 'cloudwatch:{region}:{account}:alarm:{name}' },
  'AWS::Cognito::UserPool': {
    arn: 'cognito-idp:{region}:{account}:userpool/{name}',
    attributes: { ProviderURL: '{issuer}', ProviderName: '{issuer}', UserPoolId: '{name}' },
  },
  'AWS::Cognito::UserPoolClient': {
    name: 'ClientName',
    attributes: { ClientId: '{name}', ClientSecret: '{name}-secret' },
  },
  'AWS::Cognito::UserPoolDomain': { name: 'Domain' },
  'AWS::Cognito::UserPoolGroup': { name: 'GroupName' },
  'AWS::Cognito::UserPoolResourceServer': { name: 'Identifier' },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': { name: 'Name', arn: 'events:{region}:{account}:rule/{name}' },
  'AWS::IAM::ManagedPolicy': { name: 'ManagedPolicyName', ref: '{arn}', arn: 'iam::{account}:policy/{name}' },
  'AWS::IAM::Role': { name: 'RoleName', arn: 'iam::{account}:role/{name}', attributes: { RoleId: '{name}' } },
  'AWS::KMS::Alias': { name: 'AliasName' },
  'AWS::KMS::Key': { arn: 'kms:{region}:{account}:key/{name}', attributes: { KeyId: '{name}' } },
  'AWS::Lambda::Function': { name: 'FunctionName', arn: 'lambda:{region}:{account}:function:{name}' },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', arn: 'logs:{region}:{account}:log-group:{name}:*' },
  'AWS::S3::Bucket': {
    name: 'BucketName',
    arn: 's3:::{name}',
    attributes: { DomainName: '{name}.s3.amazonaws.com', RegionalDomainName: '{name}.s3.{region}.amazonaws.com' },
    lowerCase: true,
  },
  'AWS::SES::ConfigurationSet': { name: 'Name' },
  'AWS::SES::EmailIdentity': { name: 'EmailIdentity' },
  'AWS::SNS::Topic': {
    name: 'TopicName',
    ref: '{arn}',
    arn: 'sns:{region}:{account}:{name}',
    attributes: { TopicArn: '{arn}', TopicName: '{name}' },
  },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    ref: '{aws}/sqs/{account}/{name}',
    arn: 'sqs:{region}:{account}:{name}',
    attributes: { QueueName: '{name}', QueueUrl: '{aws}/sqs/{account}/{name}' },
  },
  'AWS::Scheduler::Schedule': { name: 'Name', arn: 'scheduler:{region}:{account}:schedule/default/{name}' },
  'AWS::Scheduler::ScheduleGroup': { name: 'Name', arn: 'scheduler:{region}:{account}:schedule-group/{name}' },
  'AWS::StepFunctions::StateMachine': {
    name: 'StateMachineName',
    ref: '{arn}',
    arn: 'states:{region}:{account}:stateMachine:{name}',
    attributes: { Name: '{name}' },
  },
};
