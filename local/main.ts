import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { whenIdle } from './activity.ts';
import { type AwsServices, openAwsServices } from './aws-services.ts';
import { createDatabaseCall, type DatabaseCall } from './dynamodb/call.ts';
import type { EventSource } from './dynamodb/event-source.ts';
import { openStreams } from './dynamodb/streams.ts';
import { createTables, sweepExpired } from './dynamodb/tables.ts';
import { replaceFile } from './files.ts';
import { type Foundation, layFoundation } from './foundation.ts';
import { createFunctions, type FunctionService } from './functions/service.ts';
import { createGateway } from './http/api-gateway.ts';
import { createAwsEndpoints } from './http/aws-endpoints.ts';
import { type ListenerHandler, under } from './http/listener.ts';
import { answerHealth, createLocalRoutes } from './http/local-routes.ts';
import { registerAuthorities } from './login/authorities.ts';
import { createIssuer, type Issuer } from './login/issuer.ts';
import { loginSettings } from './login/user-pool.ts';
import { createLumen } from './lumen/lumen-service.ts';
import { createNcmec } from './ncmec/ncmec-service.ts';
import { createPartners } from './partners/partner-service.ts';
import { createPlatform } from './platform/platform-service.ts';
import type { ServiceHandler } from './ports.ts';
import { openStateMachines } from './state-machines.ts';
import { statesHandler } from './states/api/handler.ts';
import type { Engine } from './states/engine.ts';
import { type LoadedTemplate, loadTemplate } from './template/template.ts';
import { createTransparencyDatabase } from './transparency-database/database-service.ts';

/** How a runtime is started. */
export interface RuntimeOptions {
  /** The folder of the synthesized assembly (`cdk.out`). */
  readonly assembly: string;
  /** The stacks to run; all by default. */
  readonly stacks?: readonly string[];
  /** Where everything is kept. */
  readonly dataDirectory: string;
  /** The public port; 0 takes a free one. */
  readonly port: number;
  /** Values of the template's parameters, told the addresses that the runtime has taken. */
  readonly parameters?: (addresses: Foundation['addresses']) => Readonly<Record<string, string>>;
  /** Told in a line of faults that no caller sees. */
  readonly log?: (line: string) => void;
  /** The token that the demo platform's management asks for. */
  readonly platformToken: string;
  /** The secret (`whsec_…`) that the partner sandboxes share with us. */
  readonly partnerSecret: string;
  /** The token of the platform's registration at the stand-in for the Transparency Database. */
  readonly transparencyDatabaseToken: string;
  /** The token of our account at the stand-in for Lumen. */
  readonly lumenToken: string;
  /** Our account at the stand-in for NCMEC's CyberTipline. */
  readonly ncmec: { readonly username: string; readonly password: string };
  /** Where the driven clock starts (epoch milliseconds) on a new data directory. */
  readonly startAt?: number;
  /** The folder to write down in what the functions ask of AWS; none by default. */
  readonly recordCalls?: string | undefined;
  /** The folder to write down in every call and invocation of the functions, with sizes; none by default. */
  readonly countCalls?: string | undefined;
  /** The address of any other DynamoDB in place of the embedded one. */
  readonly databaseEndpoint?: string;
}

/** The addresses of a running runtime. */
interface RuntimeUrls {
  readonly api: string;
  readonly states: string;
  readonly dynamodb: string;
  readonly mail: string;
  readonly smtp: string;
}

/** A running runtime. */
export interface Runtime {
  readonly urls: RuntimeUrls;
  close(): Promise<void>;
}

/** The AWS SDK's variables that lead each service's client to the runtime. */
function endpointVariables({ addresses, database }: Foundation): Record<string, string> {
  const services = { SFN: 'states', S3: 's3', KMS: 'kms', SES: 'ses', SCHEDULER: 'scheduler', SQS: 'sqs' };
  const variables = Object.entries(services).map(([id, path]) => [
    `AWS_ENDPOINT_URL_${id}`,
    `${addresses.aws}/${path}`,
  ]);
  return { ...Object.fromEntries(variables), AWS_ENDPOINT_URL_DYNAMODB: database.endpoint };
}

interface Parts {
  readonly template: LoadedTemplate;
  readonly functions: FunctionService;
  readonly services: AwsServices;
  readonly engine: Engine;
  readonly streams: EventSource;
  readonly call: DatabaseCall;
}

/** Opens whatever the template declares; nothing begins to run by itself yet. */
async function openParts(foundation: Foundation, options: RuntimeOptions): Promise<Parts> {
  const { data, clock, activity, database, addresses, onClose } = foundation;
  const parameters = options.parameters?.(addresses) ?? {};
  const template = loadTemplate({ directory: options.assembly, stacks: options.stacks, parameters, addresses });
  const call = createDatabaseCall(database.endpoint);
  onClose(sweepExpired(call, await createTables(call, template), { clock, activity }));
  let streams: EventSource | undefined;
  const functions = createFunctions({
    template,
    clock: clock.shared,
    activity,
    logDirectory: join(data.path, 'logs'),
    endpoints: endpointVariables(foundation),
    recordCalls: options.recordCalls,
    countCalls: options.countCalls,
    onEnd: () => streams?.poke(),
  });
  const { invoke } = functions;
  onClose(() => functions.close());
  const services = await openAwsServices(foundation, template, invoke);
  const log = options.log ?? (() => undefined);
  const engine = openStateMachines({ foundation, template, invoke, bus: services.bus, log });
  onClose(() => engine.close());
  const { sendToQueue } = services;
  streams = await openStreams({
    template,
    call,
    directory: data.folder('streams'),
    clock,
    activity,
    invoke,
    sendToQueue,
    log,
  });
  onClose(() => streams.close());
  return { template, functions, services, engine, streams, call };
}

/** Makes the handlers of everything under `/_local`. */
async function openMounts(
  { data, clock, addresses }: Foundation,
  options: RuntimeOptions,
  { template, services, call }: Parts,
): Promise<{ readonly issuer: Issuer; readonly mounts: Readonly<Record<string, ServiceHandler>> }> {
  const settings = loginSettings(template);
  const issuer = await createIssuer({
    url: addresses.issuer,
    directory: data.path,
    clock,
    settings,
    onMachine: registerAuthorities(call, template),
  });
  const mounts = {
    '/token': issuer.token,
    '/issuer': issuer.documents,
    '/mail': services.mail,
    '/platform': await createPlatform({ directory: data.folder('platform'), clock, token: options.platformToken }),
    '/partners': await createPartners({ directory: data.folder('partners'), clock, secret: options.partnerSecret }),
    '/ncmec': await createNcmec({ directory: data.folder('ncmec'), clock, ...options.ncmec }),
    '/lumen': await createLumen({ directory: data.folder('lumen'), clock, token: options.lumenToken }),
    '/transparency-database': await createTransparencyDatabase({
      directory: data.folder('transparency-database'),
      clock,
      token: options.transparencyDatabaseToken,
    }),
  };
  return { issuer, mounts };
}

/** Opens the doors, then lets what is due begin, first what a crash left undone. */
async function serve(foundation: Foundation, options: RuntimeOptions, parts: Parts): Promise<void> {
  const { clock, activity, publicListener, awsListener } = foundation;
  const { template, functions, services, engine, streams } = parts;
  const { issuer, mounts } = await openMounts(foundation, options, parts);
  const userPoolDomain = issuer.clientCredentials;
  const gateway = createGateway({ template, clock, invoke: functions.invoke, userPoolDomain });
  const probe = { activity, pollStreams: streams.drain, timerIsDue: clock.timerIsDue };
  const local = createLocalRoutes({
    clock,
    whenIdle: (timeoutMs) => whenIdle(probe, timeoutMs),
    running: activity.running,
    mounts,
  });
  const handler: ListenerHandler = async (request) => {
    if (request.path === '/healthz') return answerHealth(request);
    const inner = under('/_local', request);
    return inner ? local(inner) : gateway(request);
  };
  awsListener.serve(createAwsEndpoints({ ...services.handlers, states: statesHandler(engine) }, clock));
  publicListener.serve(handler);
  engine.resume();
  services.start();
  streams.start();
}

/**
 * Starts the whole product on one machine from a synthesized assembly: returns once it serves. The data directory may
 * be one that a killed runtime left behind; it is refused while another process uses it.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const foundation = await layFoundation(options);
  const { data, addresses, database, onClose, close } = foundation;
  try {
    await serve(foundation, options, await openParts(foundation, options));
    const urls: RuntimeUrls = {
      api: addresses.api,
      states: `${addresses.aws}/states`,
      dynamodb: database.endpoint,
      mail: `${addresses.api}/_local/mail`,
      smtp: '',
    };
    const file = join(data.path, 'run.json');
    const tell = (): void => replaceFile(file, JSON.stringify({ pid: process.pid, databasePid: database.pid(), urls }));
    tell();
    database.onRestart(tell);
    onClose(() => {
      database.expectEnd();
      rmSync(file, { force: true });
    });
    return { urls, close };
  } catch (error) {
    await close();
    throw error;
  }
}
