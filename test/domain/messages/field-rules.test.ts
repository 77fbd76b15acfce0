import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FactSheet } from '#domain/messages/fact-sheet';
import { viewFor } from '#domain/messages/fact-view';
import { FIELD_RULES } from '#domain/messages/field-rules';
import { PartyRole } from '#domain/party';
import { noticeSheet, orderSheet, removalOrderSheet } from './fact-sheets.ts';

/** The paths of all leaves of a JSON schema; a list of plain values is one leaf. */
function leavesOf(schema: z.core.JSONSchema.BaseSchema, path: string): readonly string[] {
  const variant = schema.anyOf?.find((option) => typeof option === 'object' && option.type !== 'null');
  if (variant && typeof variant === 'object') return leavesOf(variant, path);
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      typeof inner === 'object' ? leavesOf(inner, path === '' ? name : `${path}.${name}`) : [],
    );
  }
  const items = schema.items;
  if (typeof items === 'object' && !Array.isArray(items) && items.properties) return leavesOf(items, `${path}[]`);
  return [path];
}

describe('FIELD_RULES', () => {
  it('has one rule for every field of the fact sheet and none for another', () => {
    const leaves = leavesOf(z.toJSONSchema(FactSheet, { io: 'output', unrepresentable: 'any' }), '');

    expect(leaves.length).toBeGreaterThan(70);
    expect(FIELD_RULES.map(({ path }) => path).sort()).toEqual([...leaves].sort());
  });

  it.each(PartyRole.options.filter((role) => role !== 'sender'))('shows nothing of the sender to: %s', (role) => {
    const view = viewFor(role, noticeSheet());

    expect(JSON.stringify(view)).not.toMatch(/Kanzlei Beispiel|kanzlei-beispiel|Mandantin/);
  });

  it('shows the uploader the name of the sender, and no more, where it is disclosed', () => {
    expect(viewFor('uploader', noticeSheet({ senderDisclosed: true })).sender).toEqual({ name: 'Kanzlei Beispiel' });
    expect(viewFor('uploader', noticeSheet()).sender).toEqual({});
  });

  it.each(['sender', 'authority', 'partner', 'on-call'] as const)('shows nothing of the uploader to: %s', (role) => {
    expect(JSON.stringify(viewFor(role, noticeSheet()))).not.toMatch(/Mara|mara/);
  });

  it('shows the uploader an order under DSA Art 9, not the text of a removal order, and neither while it is secret', () => {
    const order = orderSheet().order!;
    const secret = orderSheet({ order: { ...order, nonDisclosureUntil: '2026-12-01T00:00:00Z' } });

    expect(viewFor('uploader', orderSheet()).order?.authorityName).toBe('Landgericht Hamburg');
    expect(viewFor('uploader', removalOrderSheet()).order?.authorityName).toBeUndefined();
    expect(viewFor('uploader', secret).order?.authorityName).toBeUndefined();
  });

  it('shows each reader only the clocks owed to that reader', () => {
    expect(viewFor('sender', noticeSheet()).clocks).toHaveLength(1);
    expect(viewFor('uploader', noticeSheet()).clocks).toEqual([]);
  });

  it('shows a partner no more than items, their measures and times', () => {
    const { items, ...rest } = viewFor('partner', noticeSheet());

    expect(Object.keys(items[0] ?? {}).sort()).toEqual([
      'action',
      'components',
      'contentId',
      'effects',
      'itemId',
      'reversibleUntil',
      'territories',
    ]);
    expect(JSON.stringify(rest)).not.toMatch(/W-2026|Klangwerk|StGB|DSA/);
  });

  it('shows somebody on call nothing of it', () => {
    expect(JSON.stringify(viewFor('on-call', noticeSheet()))).not.toMatch(/2026|trk-|example/);
  });
});
