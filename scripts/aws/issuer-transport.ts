/**
 * Loaded before each function under ministack: the host of the user pool's keys is served by ministack itself. Only
 * the way to the keys is led elsewhere; the issuer, the token and the verification are those of the deployment.
 */
const ISSUER_HOST = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/;

const throughNetwork = globalThis.fetch;

globalThis.fetch = (input, init) => {
  if (input instanceof Request) return throughNetwork(input, init);
  const url = new URL(input);
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  if (endpoint === undefined || !ISSUER_HOST.test(url.hostname)) return throughNetwork(input, init);
  return throughNetwork(new URL(`${url.pathname}${url.search}`, endpoint), init);
};
