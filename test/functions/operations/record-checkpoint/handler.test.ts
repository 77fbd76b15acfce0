import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ChainHead, SignedCheckpoint } from '#domain/audit-event';
import { findBrokenLink } from '#domain/checkpoints';
import { plus } from '#domain/instant';
import { headsFolder, parseHeadName } from '#runtime/checkpoint-files';
import {
  type RecordCheckpointDependencies,
  recordCheckpointStep,
} from '../../../../functions/operations/record-checkpoint/handler.ts';
import { AuditKeyTakenError } from '../../../../functions/ports/errors.ts';
import { NOW } from '../../support/sample-case.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A log, a locked bucket and a clock in memory, with the refusals of the real ones. */
function world() {
  const grown: (ChainHead & { at: string })[] = [];
  const locked = new Map<string, Uint8Array>();
  const index: { number: number; hash: string; at: string }[] = [];
  const state = { now: NOW };
  const dependencies: RecordCheckpointDependencies = {
    audit: {
      headsSince: async (since) => {
        const heads = new Map<string, ChainHead>();
        for (const { chain, seq, hash: of, at } of grown) if (at >= since) heads.set(chain, { chain, seq, hash: of });
        return [...heads.values()];
      },
      latestCheckpoint: async () => index.at(-1) ?? null,
      recordCheckpoint: async ({ checkpoint: { number, at } }, of) => {
        if (index.some((kept) => kept.number === number)) throw new AuditKeyTakenError('taken');
        index.push({ number, hash: of, at });
      },
    },
    evidence: {
      put: async (name, bytes) => {
        if (!locked.has(name)) locked.set(name, bytes);
      },
      get: async (name) => locked.get(name) ?? null,
    },
    signer: { keyId: async () => 'key-1', sign: async (payload) => `signed:${hash(payload)}` },
    clock: { now: () => state.now },
    hash,
  };
  const grow = (chain: string, seq: number): void =>
    void grown.push({ chain, seq, hash: hash(`${chain}${seq}`), at: state.now });
  const minutesLater = (minutes: number): void => {
    state.now = plus(state.now, { minutes });
  };
  const checkpoints = () =>
    [...locked.keys()]
      .filter((name) => name.startsWith('checkpoints/'))
      .toSorted()
      .map((name) => SignedCheckpoint.parse(JSON.parse(String(Buffer.from(locked.get(name)!)))).checkpoint);
  const signedOf = (chain: string) =>
    [...locked.keys()]
      .filter((name) => name.startsWith(headsFolder(chain)))
      .toSorted()
      .map((name) => parseHeadName(name));
  return { dependencies, grow, minutesLater, checkpoints, signedOf, index, locked, state };
}

describe('recordCheckpointStep', () => {
  it('signs each head once, although it reads the last minutes again', async () => {
    const { dependencies, grow, minutesLater, checkpoints } = world();
    grow('case-a', 1);
    await recordCheckpointStep(dependencies);
    minutesLater(1);
    grow('case-b', 2);
    await recordCheckpointStep(dependencies);
    minutesLater(1);

    expect(await recordCheckpointStep(dependencies)).toEqual({ number: null, heads: 0 });
    expect(checkpoints().map(({ heads }) => heads.map(({ chain }) => chain))).toEqual([['case-a'], ['case-b']]);
  });

  it('links each checkpoint to the one before', async () => {
    const { dependencies, grow, minutesLater, checkpoints } = world();
    for (let seq = 1; seq <= 4; seq += 1) {
      grow('case-a', seq);
      await recordCheckpointStep(dependencies);
      minutesLater(1);
    }
    expect(checkpoints().map(({ number }) => number)).toEqual([0, 1, 2, 3]);
    expect(findBrokenLink(checkpoints(), hash)).toBeNull();
  });

  it('makes one checkpoint when two run at once', async () => {
    const { dependencies, grow, checkpoints, index } = world();
    grow('case-a', 1);
    const [one, other] = await Promise.all([recordCheckpointStep(dependencies), recordCheckpointStep(dependencies)]);

    expect(one?.number).toBe(0);
    expect(other?.number).toBe(0);
    expect(checkpoints()).toHaveLength(1);
    expect(index).toHaveLength(1);
  });

  it('follows what lies under Object Lock when it died before the index was written', async () => {
    const { dependencies, grow, minutesLater, checkpoints, index } = world();
    grow('case-a', 1);
    const dying = {
      ...dependencies,
      audit: { ...dependencies.audit, recordCheckpoint: () => Promise.reject(new Error('died')) },
    };
    await expect(recordCheckpointStep(dying)).rejects.toThrow('died');
    minutesLater(10);
    grow('case-b', 1);
    await recordCheckpointStep(dependencies);

    expect(checkpoints().map(({ heads }) => heads.map(({ chain }) => chain))).toEqual([['case-a'], ['case-b']]);
    expect(index.map(({ number }) => number)).toEqual([0, 1]);
    expect(findBrokenLink(checkpoints(), hash)).toBeNull();
  });

  it('names for each chain every checkpoint that speaks of it, also one that an earlier run died over', async () => {
    const { dependencies, grow, minutesLater, signedOf } = world();
    const chain = 'READS#2026-10-05#0a1b';
    grow(chain, 9);
    await recordCheckpointStep(dependencies);
    minutesLater(1);
    grow(chain, 10);
    const put: RecordCheckpointDependencies['evidence']['put'] = async (name, bytes, type) => {
      if (name.startsWith('heads/')) throw new Error('died');
      await dependencies.evidence.put(name, bytes, type);
    };
    const dying = { ...dependencies, evidence: { ...dependencies.evidence, put } };
    await expect(recordCheckpointStep(dying)).rejects.toThrow('died');
    expect(signedOf(chain)).toHaveLength(1);
    minutesLater(1);
    await recordCheckpointStep(dependencies);
    expect(signedOf(chain)).toEqual(
      [9, 10].map((seq, number) => ({ number, head: { chain, seq, hash: hash(`${chain}${seq}`) } })),
    );
  });

  it('loses no head that grew while the clock of the machine was behind', async () => {
    const { dependencies, grow, minutesLater, checkpoints, state } = world();
    grow('case-a', 1);
    await recordCheckpointStep(dependencies);
    state.now = plus(NOW, { seconds: -90 });
    grow('case-b', 1);
    await recordCheckpointStep(dependencies);
    minutesLater(5);

    expect(checkpoints().flatMap(({ heads }) => heads.map(({ chain }) => chain))).toEqual(['case-a', 'case-b']);
    expect(checkpoints()[1]?.at).toBe(NOW);
  });

  it('makes an empty checkpoint once a day, so that what is read again stays bounded', async () => {
    const { dependencies, minutesLater, checkpoints } = world();
    await recordCheckpointStep(dependencies);
    minutesLater(24 * 60 - 1);
    expect((await recordCheckpointStep(dependencies)).number).toBeNull();
    minutesLater(1);
    expect(await recordCheckpointStep(dependencies)).toEqual({ number: 1, heads: 0 });
    expect(checkpoints()).toHaveLength(2);
  });
});
