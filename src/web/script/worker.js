// The helper that shows a kept issue without a network. It is only there after the reader asked for it.
addEventListener('install', function () { skipWaiting() })
addEventListener('activate', function (event) { event.waitUntil(clients.claim()) })

// Files with their content in their name never change: what is kept is as good as what the network has.
var lasting = /\/(assets|pictures)\//

addEventListener('fetch', function (event) {
  var request = event.request
  if (request.method !== 'GET' || request.url.indexOf(registration.scope)) return
  event.respondWith(lasting.test(request.url) ? keptFile(request).then(function (kept) { return kept || fetch(request) }) : fetch(request).catch(function () {
    return keptFile(request).then(function (kept) { return kept || (request.mode === 'navigate' ? keptIssue() : Response.error()) })
  }))
})

function keptFile(request) {
  var url = request.url.replace(/[?#].*$/, '').replace(/\/$/, '/index.html')
  return caches.match(url).then(function (kept) {
    if (kept || !/\/pictures\//.test(url)) return kept
    // A picture is kept in one size; the page may ask for another.
    var stem = url.replace(/\d+\.\w+$/, '')
    return everyFile().then(function (files) {
      var same = files.find(function (file) { return !file.indexOf(stem) })
      return same && caches.match(same)
    })
  })
}

// Where a page was not kept, the kept issue's own page is shown: the first in its list.
function keptIssue() {
  return everyFile().then(function (files) { return files.length ? Response.redirect(files[0]) : Response.error() })
}

function everyFile() {
  return caches.keys().then(function (names) {
    var own = names.filter(function (name) { return !name.indexOf('paper:' + new URL(registration.scope).pathname) })
    return own.length ? caches.open(own[0]).then(function (cache) { return cache.keys() }) : []
  }).then(function (requests) { return requests.map(function (request) { return request.url }) })
}
