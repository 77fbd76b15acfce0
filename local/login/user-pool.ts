import { z } from 'zod';
import type { LoadedTemplate } from '../template/template.ts';
import type { LoginSettings } from './issuer.ts';

const Client = z.object({
  AllowedOAuthFlows: z.array(z.string()).default([]),
  AllowedOAuthScopes: z.array(z.string()).default([]),
  GenerateSecret: z.boolean().default(false),
});
const Group = z.object({ GroupName: z.string() });
const ResourceServer = z.object({
  Identifier: z.string(),
  Scopes: z.array(z.object({ ScopeName: z.string() })).default([]),
});

/** Reads from the template's user pool which clients and groups there are, and which scopes their tokens carry. */
export function loginSettings(template: LoadedTemplate): LoginSettings {
  const clients = template.ofType('AWS::Cognito::UserPoolClient').map((resource) => {
    const properties = Client.parse(resource.properties);
    return { id: resource.ref, ...properties, isMachine: properties.AllowedOAuthFlows.includes('client_credentials') };
  });
  const servers = template
    .ofType('AWS::Cognito::UserPoolResourceServer')
    .map(({ properties }) => ResourceServer.parse(properties));
  const groups = template
    .ofType('AWS::Cognito::UserPoolGroup')
    .map(({ properties }) => Group.parse(properties).GroupName);
  const people = clients.find(({ isMachine }) => !isMachine);
  return {
    peopleClient: people?.id ?? 'local',
    peopleScope: (people?.AllowedOAuthScopes ?? ['openid']).join(' '),
    groups,
    machineScopes: new Map(
      servers.flatMap(({ Identifier, Scopes }) =>
        Scopes.map(({ ScopeName }) => [ScopeName, `${Identifier}/${ScopeName}`] as const),
      ),
    ),
    secrets: new Map(clients.filter(({ GenerateSecret }) => GenerateSecret).map(({ id }) => [id, `${id}-secret`])),
  };
}
