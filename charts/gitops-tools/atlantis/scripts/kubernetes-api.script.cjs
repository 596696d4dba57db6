'use strict';

const { readFileSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { setTimeout: sleep } = require('node:timers/promises');

/** Where the kubelet puts what a pod needs to call the API. */
const account = '/var/run/secrets/kubernetes.io/serviceaccount';
const timeoutMilliseconds = 10_000;

/** The API server of this pod's cluster, or the address in KUBERNETES_API (`kubectl proxy`, which brings its own login). */
function apiFromEnvironment(env) {
  if (env.KUBERNETES_API) return { url: env.KUBERNETES_API, headers: {} };
  if (!env.KUBERNETES_SERVICE_HOST)
    throw new Error('neither a pod nor KUBERNETES_API: there is no cluster to hand over to');
  return {
    url: `https://${env.KUBERNETES_SERVICE_HOST}:${env.KUBERNETES_SERVICE_PORT}`,
    ca: readFileSync(`${account}/ca.crt`),
    headers: { authorization: `Bearer ${readFileSync(`${account}/token`, 'utf8').trim()}` },
  };
}

/** One call; resolves to status and text, rejects when the server cannot be reached. */
function call(api, method, path, { type = 'application/json', body } = {}) {
  return new Promise((resolve, reject) => {
    const url = new URL(path, api.url);
    const client = url.protocol === 'https:' ? https : http;
    const headers = { ...api.headers, accept: 'application/json', ...(body ? { 'content-type': type } : {}) };
    const request = client.request(
      url,
      { method, headers, ca: api.ca, timeout: timeoutMilliseconds },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, text })).on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMilliseconds} ms`)));
    request.on('error', reject).end(body && JSON.stringify(body));
  });
}

/** Answers that another attempt does not change. What is missing (404) may be on its way: a cluster is being made. */
const final = [400, 401, 403, 405, 415, 422];

/** Calls until the API answers or refuses. */
async function request(api, retry, method, path, options) {
  let problem;
  for (let attempt = 1; attempt <= retry.attempts; attempt += 1) {
    const answer = await call(api, method, path, options).catch((error) => ({
      status: 0,
      text: error.message,
    }));
    if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.text);
    problem = `${method} ${path}: ${answer.status || 'unreachable'} ${answer.text.slice(0, 300)}`;
    if (final.includes(answer.status)) break;
    if (attempt < retry.attempts) await pause(retry, attempt);
  }
  throw new Error(problem);
}

/** Waits twice as long after each attempt, at most ten seconds. */
const pause = ({ milliseconds }, attempt) => sleep(Math.min(milliseconds * 2 ** (attempt - 1), 10_000));

module.exports = { apiFromEnvironment, pause, request };
