import type { Language } from '#domain/party';

/** How callers show who they are, in sentences. */
export interface AuthenticationWords {
  readonly people: string;
  readonly machines: string;
  readonly authorities: string;
  readonly caseToken: string;
}

/** How callers show who they are: in the OpenAPI document in English, on the reference page in its language. */
export const AUTHENTICATION: Readonly<Record<Language, AuthenticationWords>> = {
  en: {
    people:
      'People sign in with OIDC (authorization code with PKCE, and a second factor) at the login of this deployment; their role is a group there. An operator makes people and clients: docs/access.md.',
    machines:
      'Programs get a token with OAuth 2 client credentials: POST /oauth/token with HTTP Basic (client id and secret) and the form fields grant_type=client_credentials and scope=writ/authority or writ/trusted-flagger. A token holds for an hour and is sent as Authorization: Bearer <token>.',
    authorities:
      'An authority is known by the client of its token. `authority.id` of an order may be left out; where it is given, it must be the id of that authority: its ISO 3166-1 country in small letters, a hyphen and its short name, as in `de-bka`.',
    caseToken:
      'The access token that the receipt of a notice holds, or the message to somebody who is heard; it opens what that person may do in that one case.',
  },
  de: {
    people:
      'Personen melden sich mit OIDC (Authorization Code mit PKCE und zweitem Faktor) bei der Anmeldung dieser Installation an; ihre Rolle ist dort eine Gruppe. Personen und Clients legt der Betrieb an: docs/access.md.',
    machines:
      'Programme erhalten ein Token mit OAuth 2 Client Credentials: POST /oauth/token mit HTTP Basic (Client-Id und Geheimnis) und den Formularfeldern grant_type=client_credentials und scope=writ/authority oder writ/trusted-flagger. Ein Token gilt eine Stunde und wird als Authorization: Bearer <Token> gesendet.',
    authorities:
      'Eine Behörde wird am Client ihres Tokens erkannt. `authority.id` einer Anordnung darf fehlen; sonst muss es die Kennung dieser Behörde sein: ihr Land nach ISO 3166-1 in Kleinbuchstaben, ein Bindestrich und ihr Kürzel, etwa `de-bka`.',
    caseToken:
      'Das Zugangstoken aus der Quittung einer Meldung oder aus der Mitteilung an jemanden, der gehört wird; es öffnet, was diese Person in diesem einen Fall darf.',
  },
};
