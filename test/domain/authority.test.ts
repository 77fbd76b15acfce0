import { describe, expect, it } from 'vitest';
import { Authority, authorityKey, idAgrees, orderSender } from '#domain/authority';

const BKA = { id: 'de-bka', name: 'Bundeskriminalamt', email: 'orders@bka.example', country: 'DE' };

describe('an authority of the register', () => {
  it.each([
    ['id', 'bka'],
    ['id', 'DE-BKA'],
    ['id', 'de-bka\r\nX'],
    ['name', ''],
    ['email', 'nobody'],
    ['country', 'Germany'],
    ['country', 'de'],
  ])('has no %s "%s"', (field, value) => {
    expect(Authority.safeParse({ ...BKA, [field]: value }).success).toBe(false);
    expect(Authority.safeParse(BKA).success).toBe(true);
  });
});

describe('the id of an authority', () => {
  it.each([
    ['de-bka', 'DE', true],
    ['de-bka', 'FR', false],
    ['el-hp', 'GR', true],
    ['gr-hp', 'EL', true],
    ['uk-met', 'GB', true],
    ['zz-police', 'ZZ', false],
  ])('%s and the country %s agree: %s', (id, country, agrees) => {
    expect(idAgrees(id, country)).toBe(agrees);
  });
});

describe('the sender of an order', () => {
  it('is the authority that the register names, whatever its client is called', () => {
    expect(orderSender(BKA, '3abc')).toEqual({ ...BKA, registered: true });
  });

  it('is the client alone, of no country and without an address, when the register does not name it', () => {
    const unknown = { id: 'de-bka', name: 'de-bka', email: null, country: null, registered: false };
    expect(orderSender(null, 'de-bka')).toEqual(unknown);
  });

  it('is looked up by the client, so that two clients may belong to one authority', () => {
    expect(authorityKey('3abc')).toEqual({ pk: 'AUTHORITY#3abc', sk: 'ENTRY' });
  });
});
