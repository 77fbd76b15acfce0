/** How many of the eight groups of an IPv6 address name the network of its user: a home or an office has a /64. */
const NETWORK_GROUPS = 4;

/** The network that an address stands for: of IPv4 the address itself, of IPv6 its /64, of a mapped one the IPv4. */
export function networkOf(address: string): string {
  const text = address.toLowerCase();
  if (text.includes('.')) return text.slice(text.lastIndexOf(':') + 1);
  const [head = '', tail] = text.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...gap, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return groups.slice(0, NETWORK_GROUPS).join(':');
}
