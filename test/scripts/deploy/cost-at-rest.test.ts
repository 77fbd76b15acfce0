import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { costAtRest, costLines } from '../../../scripts/deploy/cost-at-rest.ts';
import { FREE, PRICED_BY_USE, PRICES_AT_REST } from '../../../scripts/prices/at-rest.ts';
import { template } from '../../support/deployable.ts';
import { synthesizedStage } from '../../support/synthesized.ts';

describe('the cost at rest', () => {
  it('is the sum over what is there, and names what costs by use and what has no price', () => {
    const resources = {
      One: { Type: 'AWS::KMS::Key' },
      Two: { Type: 'AWS::KMS::Key' },
      Alarm: { Type: 'AWS::CloudWatch::Alarm' },
      Queue: { Type: 'AWS::SQS::Queue' },
      Role: { Type: 'AWS::IAM::Role' },
      Wall: { Type: 'AWS::WAFv2::WebACL' },
    };
    const cost = costAtRest([template('one', resources)]);
    expect(cost).toMatchObject({ usd: 2.1, free: 1, unknown: ['AWS::WAFv2::WebACL'] });
    expect(cost.byUse.map(({ type }) => type)).toEqual(['AWS::SQS::Queue']);
    expect(costLines(cost)).toContainEqual(expect.stringMatching(/No price is known for AWS::WAFv2::WebACL/));
  });

  it('knows every type of the templates', () => {
    const { stacks } = synthesizedStage();
    expect(costAtRest(stacks).unknown).toEqual([]);
    expect(costAtRest(stacks).usd).toBeGreaterThan(0);
  });

  it('is what README says', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', '..', '..', 'README.md'), 'utf8');
    const { usd } = costAtRest(synthesizedStage().stacks);
    expect(readme).toContain(`At rest a stage costs about $${usd.toFixed(2)} a month`);
  });

  it('has each type in one table alone, and each price with its source', () => {
    const types = [...PRICES_AT_REST.map(({ item }) => item), ...Object.keys(PRICED_BY_USE), ...FREE];
    expect(new Set(types).size).toBe(types.length);
    for (const { source, asOf } of PRICES_AT_REST) {
      expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
      expect(asOf).toMatch(/^20\d\d-[01]\d$/);
    }
  });
});
