/** Why a permission is granted that no journey uses. */
interface Reason {
  readonly unused: RegExp;
  readonly reason: string;
  /** Where it depends on who comes first: a run of the journeys uses it now, and now not. */
  readonly sometimes?: true;
}

/** Why permissions are granted that no journey uses. */
export const REASONS: readonly Reason[] = [
  {
    unused: /: logs:(CreateLogStream|PutLogEvents) on /,
    reason: 'the Lambda service writes a function’s log under its role',
  },
  {
    unused: /RelayOutbox.*: dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) on /,
    reason: 'the Lambda service reads the stream under the role of the function it feeds',
  },
  {
    unused: /: sqs:SendMessage on /,
    reason: 'the Lambda service sends what fails for good under the role of the function it calls',
  },
  {
    unused: /: s3:ListBucket on /,
    reason: 'without it an object that is not there reads as one that may not be read',
  },
  {
    unused: /: dynamodb:GetItem on \S+TablesKeys\w+$/,
    reason: 'whoever is not among the first of a case, or joined it a moment ago, is looked up alone',
  },
  {
    unused: /: dynamodb:(GetItem|Query) on \S+TablesCases\w+$/,
    reason: 'a case is its record and its rows: which of them is read, and how, depends on what is known of it already',
  },
  {
    unused:
      /api-History.*: (s3:GetObject|kms:Decrypt|dynamodb:Query) on \S+(evidence\w+\/\*|WrappingKey\w+|TablesKeys\w+)$/,
    reason: 'a history is read from the archive once Step Functions has forgotten the run, after 90 days',
  },
  {
    unused: /api-SubmitOrder.*: (kms:Decrypt|dynamodb:Query) on \S+(WrappingKey|TablesKeys)\w+$/,
    reason: 'documents are put under keys that exist; those of an order are new when it is submitted',
  },
  {
    unused: /api-RecordCourtAction.*: (s3|kms|dynamodb):\w+ on /,
    reason: 'what the one who complained notifies stops a counter-notice already; a person records what came by mail',
  },
  {
    unused: /api-RecordClockEntry.*: (s3:GetObject|kms:Decrypt|dynamodb:Query) on /,
    reason: 'only the words of an extension of ours are checked against what their reader may know',
  },
  {
    unused: /api-RecordScrutinyDecision.*: states:DescribeExecution on /,
    reason: 'only of a parked case is asked whether its run waits; what takes other restrictions back tries that',
  },
  {
    unused: /SweepOpenCases.*: (states:StartExecution|dynamodb:PutItem|dynamodb:Query|kms:Decrypt) on /,
    reason: 'the sweep acts only on a case whose start or whose parking was lost',
    sometimes: true,
  },
  {
    unused:
      /fire-timer: (dynamodb|s3|ses|kms):(Query|PutItem|GetObject|PutObject|SendRawEmail|Decrypt|GenerateDataKey) on /,
    reason: 'a message whose date has come leaves by the run that waits, by the timer where none does',
    sometimes: true,
  },
  {
    unused: /fire-timer: kms:(Sign|GetPublicKey) on /,
    reason: 'the report on a case that is erased as a whole is signed, four years after it was closed',
  },
  {
    unused: /SweepOrphans.*: s3:(ListBucketVersions|DeleteObjectVersion) on /,
    reason: 'the sweep removes only documents of a case that was never recorded, older than a day',
    sometimes: true,
  },
];
