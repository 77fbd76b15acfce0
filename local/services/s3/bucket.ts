import * as z from 'zod';

/** How long a locked bucket keeps each new version unless the writer says otherwise. */
export interface DefaultRetention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly days: number;
}

/** A bucket as the template declares it. */
export interface Bucket {
  readonly name: string;
  readonly versioned: boolean;
  readonly objectLock: boolean;
  readonly defaultRetention: DefaultRetention | undefined;
}

const BucketProperties = z.looseObject({
  VersioningConfiguration: z.looseObject({ Status: z.string() }).optional(),
  ObjectLockEnabled: z.union([z.boolean(), z.stringbool()]).default(false),
  ObjectLockConfiguration: z
    .looseObject({
      Rule: z
        .looseObject({
          DefaultRetention: z.looseObject({
            Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
            Days: z.coerce.number().optional(),
            Years: z.coerce.number().optional(),
          }),
        })
        .optional(),
    })
    .optional(),
});

/** Reads a bucket out of the resolved properties of an `AWS::S3::Bucket`; throws when they do not fit. */
export function bucketFromTemplate(name: string, properties: unknown): Bucket {
  const read = BucketProperties.parse(properties ?? {});
  const rule = read.ObjectLockConfiguration?.Rule?.DefaultRetention;
  return {
    name,
    versioned: read.ObjectLockEnabled || read.VersioningConfiguration?.Status === 'Enabled',
    objectLock: read.ObjectLockEnabled,
    defaultRetention: rule === undefined ? undefined : { mode: rule.Mode, days: rule.Days ?? (rule.Years ?? 0) * 365 },
  };
}
