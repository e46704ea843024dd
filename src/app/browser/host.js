// What only a hosted page has: the host's prices and the service worker.
