import { describe, expect, it } from 'vitest';
import { authorityContact } from '../../domain/authority-directory.ts';

describe('authorityContact', () => {
  it('knows the name and the country of an authority', () => {
    expect(authorityContact('de-bka')).toEqual({
      name: 'Bundeskriminalamt',
      email: 'de-bka@authority.example',
      country: 'DE',
    });
  });

  it('makes of an unknown id an address that reaches nobody by mistake', () => {
    expect(authorityContact('zz Some\r\nBody')).toEqual({
      name: 'zz Some\r\nBody',
      email: 'zz-some-body@authority.example',
      country: null,
    });
  });
});
