/** An attribute value in DynamoDB's JSON: its type and the value. */
type Attribute = unknown;

/**
 * The size of an item in bytes as DynamoDB counts it: names and values in UTF-8, numbers by their digits, 3 bytes and 1
 * for each element of a list or map (Developer Guide, "DynamoDB item sizes and formats").
 */
export function itemSize(item: Readonly<Record<string, Attribute>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + attributeSize(value), 0);
}

function attributeSize(attribute: Attribute): number {
  const [[type, value] = ['NULL', true]] = Object.entries(Object(attribute));
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(value));
    case 'N':
      return Math.ceil(String(value).replace(/[-.]/g, '').length / 2) + 1;
    case 'B':
      return Buffer.from(String(value), 'base64').length;
    case 'M':
      return 3 + Object.keys(Object(value)).length + itemSize(Object(value));
    case 'L':
      return 3 + Object.values(Object(value)).reduce<number>((sum, inner) => sum + 1 + attributeSize(inner), 0);
    default:
      return 1;
  }
}
