import { describe, expect, it } from 'vitest';
import { type Asking, askAgain, QUESTIONS } from '../../../scripts/aws/ask-again.ts';
import { SERVICE_VIEWS } from '../../../scripts/aws/checks/resources.ts';
import { hostedStacks, LEFT_OUT, leftOutLine } from '../../../scripts/aws/left-out.ts';

const [entry] = LEFT_OUT;
const stack = (name: string, type: string) => ({
  name,
  parameters: [],
  resources: [{ stack: name, logicalId: 'R', type, properties: {}, retained: false }],
});

describe('what ministack lacks', () => {
  it('is named once each', () => {
    expect(new Set(LEFT_OUT.map(({ id }) => id)).size).toBe(LEFT_OUT.length);
  });

  it('is asked for again, by a question or by what its service tells of the property', () => {
    const asked = LEFT_OUT.filter(({ property }) => property === undefined).map(({ id }) => id);
    expect(asked.toSorted()).toEqual(Object.keys(QUESTIONS).toSorted());
    for (const { property } of LEFT_OUT) {
      if (property !== undefined) expect(SERVICE_VIEWS).toHaveProperty([property.split('.')[0] ?? '']);
    }
  });

  it('is learnt as soon as nothing departs from the template', async () => {
    const property = LEFT_OUT.find((candidate) => candidate.property !== undefined)!;
    const asking = (answers: [string, string][]) => ({ lacking: new Map(answers) }) as unknown as Asking;
    expect(await askAgain(property, asking([[property.id, 'it is so']]))).toBe('it is so');
    expect(await askAgain(property, asking([]))).toBeNull();
  });
});

describe('leftOutLine', () => {
  it('repeats the evidence while it stands', () => {
    const line = leftOutLine(entry!, `now: ${entry!.answer}`);
    expect(line).toMatch(/^left out {2}/);
    expect(line).not.toContain('used to answer');
  });

  it('says when ministack answers otherwise', () => {
    expect(leftOutLine(entry!, 'something new')).toContain(`it used to answer ${entry!.answer}`);
  });

  it('says when ministack has learnt it', () => {
    expect(leftOutLine(entry!, null)).toContain(`remove ${entry!.id}`);
  });
});

describe('hostedStacks', () => {
  it('keeps out a stack with a type that ministack does not make, and says which', () => {
    const { hosted, others } = hostedStacks([stack('api', 'AWS::SQS::Queue'), stack('in', 'AWS::SES::ReceiptRuleSet')]);
    expect(hosted.map(({ name }) => name)).toEqual(['api']);
    expect(others.map(({ stack: name, because }) => [name, because.id])).toEqual([['in', 'mail-in']]);
  });
});
