// Loaded before the playground (node -r): it listens on every network card, and calls home even with telemetry off.
'use strict';
const net = require('node:net');

const loopback = '127.0.0.1';
const isLoopback = host => host === undefined || host === null || host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (first, ...rest) {
  if (typeof first === 'number') {
    return listen.call(this, first, loopback, ...(typeof rest[0] === 'string' ? rest.slice(1) : rest));
  }
  if (first && typeof first === 'object' && 'port' in first) {
    return listen.call(this, { ...first, host: loopback }, ...rest);
  }
  throw new Error('Only a port number can be kept on loopback.');
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  // Node passes what it has already sorted out as one array.
  const first = Array.isArray(given[0]) ? given[0][0] : given[0];
  const host = first && typeof first === 'object' ? first.host : given[1];
  if (typeof host === 'function' || isLoopback(host)) {
    return connect.apply(this, given);
  }
  const refused = Object.assign(new Error(`${host} is not this machine`), { code: 'ECONNREFUSED' });
  process.nextTick(() => this.destroy(refused));
  return this;
};
