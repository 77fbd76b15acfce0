import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activateRuleSet, ownRuleSet, ruleSetAction } from '../../../scripts/deploy/rule-set.ts';
import { type AwsServer, startAwsServer, xml } from '../../support/aws-server.ts';
import { template } from '../../support/deployable.ts';

const withRules = [
  template('mail', { Rules: { Type: 'AWS::SES::ReceiptRuleSet', Properties: { RuleSetName: 'writ-dev' } } }),
];
const active = (name: string | null) =>
  xml('DescribeActiveReceiptRuleSet', name === null ? '' : `<Metadata><Name>${name}</Name></Metadata>`);

let aws: AwsServer;
beforeAll(async () => {
  aws = await startAwsServer();
  aws.answer('SetActiveReceiptRuleSet', xml('SetActiveReceiptRuleSet', ''));
});
afterAll(() => aws.close());

const activations = () => aws.calls.filter(({ operation }) => operation === 'SetActiveReceiptRuleSet').length;

describe('the active receipt rule set', () => {
  it.each([
    [null, null, false, 'leave'],
    ['theirs', null, true, 'leave'],
    ['writ-dev', 'writ-dev', false, 'leave'],
    [null, 'writ-dev', false, 'activate'],
    ['theirs', 'writ-dev', false, 'refuse'],
    ['theirs', 'writ-dev', true, 'take-over'],
  ])('%s, with %s in the templates and taking over %s: %s', (now, own, takeOver, action) => {
    expect(ruleSetAction(now, own, takeOver)).toBe(action);
  });

  it('is left alone by templates without one', async () => {
    aws.answer('DescribeActiveReceiptRuleSet', active('theirs'));
    expect(ownRuleSet([template('one', {})])).toBeNull();
    expect(await activateRuleSet(aws.clients.mailRules, [template('one', {})], true)).toBeNull();
    expect(activations()).toBe(0);
  });

  it('is left alone when another became active meanwhile', async () => {
    aws.answer('DescribeActiveReceiptRuleSet', active('theirs'));
    await expect(activateRuleSet(aws.clients.mailRules, withRules, false)).rejects.toThrow('theirs became active');
    expect(activations()).toBe(0);
  });

  it('becomes the templates’ own where none is, or where that is asked for, and says how to go back', async () => {
    aws.answer('DescribeActiveReceiptRuleSet', active(null));
    expect(await activateRuleSet(aws.clients.mailRules, withRules, false)).toBe(
      'The receipt rule set writ-dev is active.',
    );
    aws.answer('DescribeActiveReceiptRuleSet', active('theirs'));
    expect(await activateRuleSet(aws.clients.mailRules, withRules, true)).toMatch(
      /in place of theirs; to go back: .*--rule-set-name theirs/,
    );
    expect(aws.calls.at(-1)?.body).toContain('RuleSetName=writ-dev');
    expect(activations()).toBe(2);
  });
});
