import { describe, expect, it } from 'vitest';
import { readStartSettings, startRefusal } from '../../scripts/start-settings.ts';

describe('readStartSettings', () => {
  it('has a default for everything', () => {
    expect(readStartSettings({})).toMatchObject({ settings: { port: 4400, seeds: true, startAt: undefined } });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readStartSettings({ PORT: '', WRIT_NOW: '' })).toMatchObject({ settings: { port: 4400 } });
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT is a number, not abc.'],
    [{ PORT: '70000' }, 'PORT is 65535 at most, not 70000.'],
    [{ WRIT_NOW: 'garbage' }, 'WRIT_NOW is an instant such as 2026-10-25T00:30:00Z, not garbage.'],
    [{ WRIT_NOW: '1500-01-01T00:00:00Z' }, 'WRIT_NOW lies in the years 1970 to 2199, not 1500-01-01T00:00:00Z.'],
    [{ WRIT_NOW: '2200-01-01T00:00:00Z' }, 'WRIT_NOW lies in the years 1970 to 2199, not 2200-01-01T00:00:00Z.'],
    [{ WRIT_SEED: 'some' }, 'WRIT_SEED is none, or left out, not some.'],
    [{ DYNAMODB_ENDPOINT: 'nowhere' }, 'DYNAMODB_ENDPOINT is the address of a DynamoDB, not nowhere.'],
  ])('says what is wrong with %o', (environment, refusal) => {
    expect(readStartSettings(environment)).toEqual({ refusals: [refusal] });
  });
});

describe('startRefusal', () => {
  it('names the port that is taken', () => {
    const error = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
    expect(startRefusal(error, { port: 4400 })).toContain('Port 4400 is in use');
  });

  it('leaves a defect to its stack', () => {
    expect(startRefusal(new TypeError('undefined is not a function'), { port: 4400 })).toBeNull();
  });
});
