import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly type: string | undefined;
  readonly body: unknown;
}

/** Decides an answer; undefined leaves it to the server: 200 with an object that has no annotations. */
export type Answer = (call: Call, nth: number) => { status: number; body?: unknown } | undefined;

/** An API server that records every call and answers as a test says. */
export class KubernetesServer {
  readonly calls: Call[] = [];
  #server: Server | undefined;

  async start(answer: Answer = () => undefined): Promise<string> {
    this.#server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        const call = {
          method: request.method ?? '',
          path: request.url ?? '',
          type: request.headers['content-type'],
          body: text ? (JSON.parse(text) as unknown) : undefined,
        };
        this.calls.push(call);
        const { status, body = { metadata: {} } } = answer(call, this.calls.length) ?? { status: 200 };
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    }).listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }
}
