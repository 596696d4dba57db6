import { Agent, request } from 'node:https';

/** Where an API server listens and what it believes. */
export interface Endpoint {
  /** `https://127.0.0.1:6443`. */
  readonly url: string;
  /** PEM of the authority behind the server's certificate. */
  readonly authority: string;
  readonly token?: string;
  readonly certificate?: string;
  readonly key?: string;
}

/** The server's own words about a request that it refused: a `Status` object. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly reason: string,
  ) {
    super(message);
  }
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What the server says beside its answer, e.g. that a template would violate Pod Security. */
export type OnWarning = (text: string) => void;

export interface RequestOptions {
  readonly onWarning?: OnWarning;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** @default application/json */
  readonly contentType?: string;
}

/** Speaks to one API server over kept-alive connections. */
export class ApiClient {
  private readonly agent: Agent;

  constructor(readonly endpoint: Endpoint) {
    const { authority, certificate, key } = endpoint;
    this.agent = new Agent({
      keepAlive: true,
      ca: authority,
      ...(certificate === undefined ? {} : { cert: certificate }),
      ...(key === undefined ? {} : { key }),
    });
  }

  /** The answer as parsed JSON, or as text where it is not JSON; rejects with `ApiError` where the server refuses. */
  call(
    method: Method,
    path: string,
    { query, body, contentType, onWarning }: RequestOptions = {},
  ): Promise<unknown> {
    const url = new URL(path, this.endpoint.url);
    for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      accept: 'application/json',
      ...(this.endpoint.token === undefined ? {} : { authorization: `Bearer ${this.endpoint.token}` }),
      ...(payload === undefined
        ? {}
        : {
            'content-type': contentType ?? 'application/json',
            'content-length': String(Buffer.byteLength(payload)),
          }),
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { method, headers, agent: this.agent }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          for (const text of warnings(incoming.headers['warning'])) onWarning?.(text);
          const answer = parse(Buffer.concat(chunks).toString('utf8'));
          const status = incoming.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(answer);
          else reject(refusal(status, answer));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Texts of a `Warning` header: `299 - "text"`, several of them joined by commas. */
export function warnings(header: string | undefined): readonly string[] {
  return [...(header ?? '').matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(.)/g, '$1'),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function refusal(status: number, answer: unknown): ApiError {
  const { message, reason } = (typeof answer === 'object' ? answer : {}) as {
    message?: string;
    reason?: string;
  };
  return new ApiError(status, message ?? String(answer), reason ?? 'Unknown');
}
