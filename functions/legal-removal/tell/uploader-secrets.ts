import type { ConfidentialFact } from '#domain/messages/fact-sheet';
import type { Party } from '#domain/party';

/** What of an uploader no other reader may find in a message. */
export function uploaderSecrets(label: string, { name, email }: Pick<Party, 'name' | 'email'>): ConfidentialFact[] {
  return [
    { label: `${label} name`, value: name ?? '', audiences: [] },
    { label: `${label} email`, value: email ?? '', audiences: [] },
  ].filter(({ value }) => value !== '');
}
