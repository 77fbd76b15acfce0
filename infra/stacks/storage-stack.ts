import { Stack, type StackProps } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { Tables } from '../constructs/tables.ts';

/** Props of `StorageStack`. */
export interface StorageStackProps extends StackProps {
  readonly config: StageConfig;
}

/** All that must outlive a deployment: tables, documents, evidence and keys. */
export class StorageStack extends Stack {
  readonly tables: Tables;
  /** Encrypted documents: no lock, so that an erasure can remove them. */
  readonly documents: Bucket;
  /** Ciphertext and commitments under Object Lock. */
  readonly evidence: Bucket;
  /** The buckets' ARNs as other stacks import them. */
  readonly documentsArn: string;
  readonly evidenceArn: string;
  /** Wraps the data keys of persons and cases. */
  readonly wrappingKey: Key;
  /** Signs checkpoints and receipts. */
  readonly signingKey: Key;

  constructor(scope: Construct, id: string, props: StorageStackProps) {
    super(scope, id, props);
    const { config } = props;
    this.tables = new Tables(this, 'Tables', { config });
    this.documents = new Bucket(this, 'Documents', bucketProps(config));
    this.evidence = new Bucket(this, 'Evidence', {
      ...bucketProps(config),
      objectLockEnabled: true,
      objectLockDefaultRetention:
        config.objectLockMode === 'compliance'
          ? ObjectLockRetention.compliance(config.objectLockRetention)
          : ObjectLockRetention.governance(config.objectLockRetention),
    });
    this.documentsArn = this.exportValue(this.documents.bucketArn);
    this.evidenceArn = this.exportValue(this.evidence.bucketArn);
    for (const bucket of [this.documents, this.evidence]) {
      acknowledge(bucket, 'S1', 'holds ciphertext only; every read of personal data is an event of the audit log');
    }
    this.wrappingKey = new Key(this, 'WrappingKey', {
      description: 'Wraps the data keys of persons and cases',
      enableKeyRotation: true,
      removalPolicy: config.removalPolicy,
    });
    this.signingKey = new Key(this, 'SigningKey', {
      description: 'Signs audit checkpoints and receipts',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: config.removalPolicy,
    });
  }
}

function bucketProps(config: StageConfig) {
  return {
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: config.removalPolicy,
  };
}
