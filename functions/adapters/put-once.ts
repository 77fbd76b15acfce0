import { PutObjectCommand, type PutObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';

/** How often a put is tried while another of the same name is under way. */
const ATTEMPTS = 5;

/** What became of a put: it took the name, or the name was taken, perhaps by an attempt of this very put. */
export type PutOnce = 'put' | 'taken' | 'maybe-ours';

/** Puts an object only where nothing is: of two puts of one name the second changes nothing. */
export async function putOnce(s3: S3Client, input: PutObjectCommandInput): Promise<PutOnce> {
  const put = new PutObjectCommand({ ...input, IfNoneMatch: '*' });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await s3.send(put);
      return 'put';
    } catch (error) {
      const { name, $metadata } = Failed.parse(error);
      if (name === 'PreconditionFailed') return $metadata.attempts > 1 || attempt > 1 ? 'maybe-ours' : 'taken';
      // Another put of the same name is under way and may yet fail: worth another try.
      if (name !== 'ConditionalRequestConflict' || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** The client tries again by itself: `attempts` says how often. */
const Failed = z.object({
  name: z.string().catch(''),
  $metadata: z.object({ attempts: z.number().catch(1) }).catch({ attempts: 1 }),
});
