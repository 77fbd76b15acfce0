import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { confirmed } from '../../../scripts/deploy/confirm.ts';

const answer = (text: string) => {
  const said: string[] = [];
  return { dialogue: { input: Readable.from([text]), say: (line: string) => said.push(line) }, said };
};
const dev = { stage: 'dev', confirmByName: false } as const;
const production = { stage: 'production', confirmByName: true } as const;

describe('the confirmation', () => {
  it.each([
    ['yes', dev, false, 'yes\n', true],
    ['another word', dev, false, 'y\n', false],
    ['nothing', dev, false, '', false],
    ['nothing where it was agreed to beforehand', dev, true, '', true],
    ['the name of production', production, false, 'production\n', true],
    ['yes to production', production, false, 'yes\n', false],
    ['nothing to production, agreed to or not', production, true, '', false],
    ['the name of production, agreed to or not', production, true, ' production \n', true],
  ])('takes %s as it must', async (_, stage, agreed, text, wanted) => {
    expect(await confirmed(stage, agreed, answer(text).dialogue)).toBe(wanted);
  });

  it('says what to type', async () => {
    const { dialogue, said } = answer('x\n');
    await confirmed(production, true, dialogue);
    expect(said).toEqual(['Type the name of the stage to go on:']);
  });
});
