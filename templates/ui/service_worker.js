/* Shows one page when the network is gone. Keeps nothing of any person: only that page and its sheets. */
const KEPT = "hzh-{{ version }}";
const OFFLINE = "{% url 'ui:offline' %}";
const ASSETS = [{% for asset in assets %}"{{ asset }}", {% endfor %}OFFLINE];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(ASSETS)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const drop = (names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(drop));
});

self.addEventListener("push", (event) => {
  const { title, text, url, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body: text, tag, data: { url }, lang: "zh-CN" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});

self.addEventListener("fetch", (event) => {
  const isPage = event.request.mode === "navigate";
  const isKept = ASSETS.includes(new URL(event.request.url).pathname);
  if (!isPage && !isKept) return;
  event.respondWith(fetch(event.request).catch(() => caches.match(isPage ? OFFLINE : event.request)));
});
