import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Type } from 'protobufjs';
import type { ProviderSchema } from '../schema/schema';
import { messages } from './protocol';
import { schemaMessage } from './schema-message';

/** A provider that answers on a socket until it is closed. */
export interface RunningProvider {
  /** What Terraform finds it by: the value of `TF_REATTACH_PROVIDERS`. */
  readonly reattach: string;
  readonly close: () => void;
}

/** The same provider under the default registry of Terraform and of OpenTofu. */
const addresses = ['registry.terraform.io/hashicorp/aws', 'registry.opentofu.org/hashicorp/aws'];

/**
 * Serves a schema as a Terraform provider. It accepts every configuration that fits the schema; what AWS would say
 * about the values it cannot know. Planning and applying is left to Terraform's own mock provider.
 *
 * @param socket path of a Unix socket that does not exist yet
 */
export async function serveProvider(schema: ProviderSchema, socket: string): Promise<RunningProvider> {
  const server = new Server();
  const { service, implementation } = providerService(schema);
  server.addService(service, implementation);
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
  const entry = {
    Protocol: 'grpc',
    ProtocolVersion: 5,
    Pid: process.pid,
    Test: true,
    Addr: { Network: 'unix', String: socket },
  };
  return {
    reattach: JSON.stringify(Object.fromEntries(addresses.map((address) => [address, entry]))),
    close: () => {
      server.forceShutdown();
    },
  };
}

interface Method {
  readonly request: Type;
  readonly response: Type;
  readonly answer: (request: Record<string, unknown>) => object;
}

function methods(schema: ProviderSchema): Readonly<Record<string, Method>> {
  const silent: Method = { request: messages.empty, response: messages.empty, answer: () => ({}) };
  const sent = schemaMessage(schema);
  return {
    GetSchema: { request: messages.empty, response: messages.schemas, answer: () => sent },
    PrepareProviderConfig: {
      request: messages.prepareRequest,
      response: messages.prepareResponse,
      answer: ({ config }) => ({ prepared_config: config }),
    },
    // OpenTofu asks for it before it destroys what the mocks made; the state is always of this very schema.
    UpgradeResourceState: {
      request: messages.upgradeRequest,
      response: messages.upgradeResponse,
      answer: ({ raw_state: state }) => ({ upgraded_state: state }),
    },
    ValidateResourceTypeConfig: silent,
    ValidateDataSourceConfig: silent,
    Configure: silent,
    Stop: silent,
  };
}

function providerService(schema: ProviderSchema) {
  const entries = Object.entries(methods(schema));
  const service = Object.fromEntries(
    entries.map(([name, { request, response }]) => [
      name,
      {
        path: `/tfplugin5.Provider/${name}`,
        requestStream: false,
        responseStream: false,
        requestSerialize: (value: object) => Buffer.from(request.encode(value).finish()),
        requestDeserialize: (bytes: Buffer) => request.decode(bytes),
        responseSerialize: (value: object) => Buffer.from(response.encode(value).finish()),
        responseDeserialize: (bytes: Buffer) => response.decode(bytes),
      },
    ]),
  );
  const implementation: UntypedServiceImplementation = Object.fromEntries(
    entries.map(([name, { answer }]) => [
      name,
      (
        call: { request: Record<string, unknown> },
        callback: (error: Error | null, response: object) => void,
      ) => {
        callback(null, answer(call.request));
      },
    ]),
  );
  return { service, implementation };
}
