import type { PlatformItem } from './items.ts';
import type { Restriction } from './platform-state.ts';

/** What the public sees of a component in a country, from most to least severe. */
const VISIBILITIES = ['dark', 'age-restricted', 'demoted', 'labelled', 'up'] as const;

/** What the public sees of a component in a country. */
export type Visibility = (typeof VISIBILITIES)[number];

/** What the public sees of a component: everywhere, and in the countries that differ. */
export interface ComponentAvailability {
  readonly default: Visibility;
  readonly exceptions: Readonly<Record<string, Visibility>>;
}

/** What the public sees of every component of an item under the restrictions in force. */
export function availabilityOf(
  item: PlatformItem,
  restrictions: readonly Restriction[],
): Readonly<Record<string, ComponentAvailability>> {
  return Object.fromEntries(
    item.components.map((component) => {
      const touching = restrictions.filter(
        (restriction) => restriction.components.length === 0 || restriction.components.includes(component),
      );
      const everywhere = visibilityIn('WORLD', touching);
      const countries = [...new Set(touching.flatMap((restriction) => restriction.territories))].sort();
      const exceptions = countries
        .map((country): [string, Visibility] => [country, visibilityIn(country, touching)])
        .filter(([, visibility]) => visibility !== everywhere);
      return [component, { default: everywhere, exceptions: Object.fromEntries(exceptions) }];
    }),
  );
}

/** The part of an item that its page stands or falls with: the sound, or a comment's text. */
export function mainComponent(item: PlatformItem): string {
  return item.components.includes('audio') ? 'audio' : 'description';
}

/** What the public sees of one component in one country; without a country, where no exception applies. */
export function seenIn(availability: ComponentAvailability, country: string | undefined): Visibility {
  const { exceptions, default: everywhere } = availability;
  return (country !== undefined && Object.hasOwn(exceptions, country) ? exceptions[country] : undefined) ?? everywhere;
}

function visibilityIn(country: string, restrictions: readonly Restriction[]): Visibility {
  const marks = restrictions
    .filter(({ territories }) => territories.includes('WORLD') || territories.includes(country))
    .map(({ action }) => markOf(action));
  return VISIBILITIES.find((visibility) => marks.includes(visibility)) ?? 'up';
}

function markOf(action: Restriction['action']): Visibility {
  switch (action) {
    case 'disable':
    case 'remove':
    case 'mute':
      return 'dark';
    case 'age-restrict':
      return 'age-restricted';
    case 'demote':
      return 'demoted';
    case 'label':
      return 'labelled';
  }
}
