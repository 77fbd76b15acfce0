/** An element: its children, or its text where it has none. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([A-Za-z][\w-]*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
};

/** Reads XML of elements and text, without attributes; null where it is not well formed. */
export function readXml(source: string): XmlElement | null {
  const root: Open = { name: '', children: [], text: '' };
  const stack: Open[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const [found, closing, name, empty, text] = TOKEN.exec(source) ?? [];
    const current = stack.at(-1);
    if (found === undefined || current === undefined) return null;
    if (text !== undefined) current.text += unescaped(text);
    if (name === undefined) continue;
    if (closing === '/') {
      if (current.name !== name) return null;
      stack.pop();
      continue;
    }
    const element: Open = { name, children: [], text: '' };
    current.children.push(element);
    if (empty !== '/') stack.push(element);
  }
  const [only, another] = root.children;
  return stack.length > 1 || another !== undefined || root.text.trim() !== '' ? null : (only ?? null);
}

interface Open {
  readonly name: string;
  readonly children: Open[];
  text: string;
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}
