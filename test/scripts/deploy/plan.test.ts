import { describe, expect, it } from 'vitest';
import { planDeployment, planLines } from '../../../scripts/deploy/plan.ts';
import { template } from '../../support/deployable.ts';

const deployed = (resources: object) => ({
  name: 'one',
  status: 'CREATE_COMPLETE',
  parameters: {},
  physicalIds: new Map(),
  template: template('one', resources),
});
const queue = (delay: number) => ({ Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: delay } });

describe('the plan of a deployment', () => {
  it('counts what is created, by type, where nothing is deployed', () => {
    const plan = planDeployment([template('one', { A: queue(1), B: queue(2), T: { Type: 'AWS::SNS::Topic' } })], []);
    expect(plan.types).toEqual([
      { type: 'AWS::SNS::Topic', create: 1, change: 0, remove: 0 },
      { type: 'AWS::SQS::Queue', create: 2, change: 0, remove: 0 },
    ]);
    expect(planLines(plan)[0]).toBe('3 resources will be created, 0 changed and 0 removed:');
  });

  it('tells apart what is created, changed, removed and left', () => {
    const plan = planDeployment(
      [template('one', { Same: queue(1), Changed: queue(2), New: queue(3) })],
      [deployed({ Same: queue(1), Changed: queue(9), Old: queue(1) })],
    );
    expect(plan.types).toEqual([{ type: 'AWS::SQS::Queue', create: 1, change: 1, remove: 1 }]);
    expect(planLines(plan)).toContain('  +1 ~1 -1  AWS::SQS::Queue');
  });

  it('says that nothing differs', () => {
    const resources = { A: queue(1) };
    expect(planLines(planDeployment([template('one', resources)], [deployed(resources)]))).toEqual([
      'Nothing differs from what is deployed.',
    ]);
  });

  it('warns of what would take data with it, and tells what stays behind', () => {
    const lines = planLines(
      planDeployment(
        [template('one', {})],
        [
          deployed({
            Gone: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete' },
            Kept: { Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain' },
          }),
        ],
      ),
    );
    expect(lines).toContain('IT WILL BE DELETED with all it holds: one Gone (AWS::S3::Bucket).');
    expect(lines).toContain('It stays in the account but leaves its stack: one Kept (AWS::DynamoDB::GlobalTable).');
  });
});
