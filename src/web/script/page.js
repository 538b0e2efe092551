// Sent inside every page, so that it also works from disk. Everything on a page can be read without it.
(function (d) {
  var root = d.documentElement
  var box
  // Some browsers forbid storage, and say so by an error.
  try { box = localStorage } catch (e) { box = undefined }
  function get(name) { return box ? box.getItem('paper-' + name) : null }
  function set(name, value) {
    if (!box) return
    if (value) box.setItem('paper-' + name, value)
    else box.removeItem('paper-' + name)
  }
  root.classList.add('js')
  // Not by a link in the page: from disk, browsers refuse it and complain.
  var letters = d.querySelector('meta[name=letters]')
  if (letters && location.protocol !== 'file:') {
    letters.content.split(' ').forEach(function (file) {
      d.head.appendChild(Object.assign(d.createElement('link'), { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href: file }))
    })
  }
  // Asked by name: to touch it would start the machine's speech.
  if ('speechSynthesis' in window) root.classList.add('speaks')

  var size = Number(get('size')) || 0
  function fit() { root.style.fontSize = size ? 100 + size * 12.5 + '%' : '' }
  function resize(by) {
    size = Math.max(-1, Math.min(8, size + by))
    set('size', size)
    fit()
  }
  fit()

  var title = d.title
  function disguise() {
    var icon = get('plain') && d.querySelector('link[rel=icon]')
    d.title = get('plain') || title
    if (icon) icon.remove()
  }
  disguise()

  function say(button, words) { d.getElementById(button.getAttribute('aria-describedby')).textContent = words }
  function files(button) { return new URL(button.dataset.worker, location.href).pathname }
  function drop(button) {
    return caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return !name.indexOf('paper:' + files(button)) }).map(function (name) { return caches.delete(name) }))
    })
  }
  function leave() { location.replace('about:blank') }

  var acts = {
    larger: function () { resize(1) },
    smaller: function () { resize(-1) },
    leave: leave,
    plain: function (button) {
      set('plain', get('plain') ? '' : button.dataset.title)
      button.setAttribute('aria-pressed', String(!!get('plain')))
      disguise()
    },
    copy: function (button) {
      navigator.clipboard.writeText(button.dataset.url || location.href).then(function () { button.textContent = button.dataset.done })
    },
    listen: function (button) {
      var voice = window.speechSynthesis
      if (voice.speaking) return voice.cancel()
      // A browser may fall silent within a long text, so every paragraph is a text of its own.
      d.querySelectorAll('.story h1, .story .deck, .text p, .text li, .text h2, .text h3').forEach(function (part) {
        var words = new SpeechSynthesisUtterance(part.textContent)
        words.lang = part.closest('[lang]').lang
        voice.speak(words)
      })
    },
    keep: function (button) {
      var data = button.dataset
      if (!window.caches || !navigator.serviceWorker) return say(button, data.impossible)
      var base = new URL(data.list, location.href)
      fetch(base).then(function (answer) { return answer.json() }).then(function (list) {
        if (!button.ready) {
          button.ready = true
          button.textContent = data.confirm.replace('{size}', list.size)
          return
        }
        return drop(button).then(function () { return caches.open('paper:' + files(button) + ':' + list.name) }).then(function (cache) {
          return list.files.reduce(function (before, file, index) {
            return before.then(function () {
              say(button, data.keeping.replace('{done}', index + 1).replace('{all}', list.files.length))
              return cache.add(new URL(file, new URL(data.worker, location.href)))
            })
          }, Promise.resolve())
        }).then(function () { return navigator.serviceWorker.register(data.worker) }).then(function () { say(button, data.kept) })
      }).catch(function () { return drop(button).then(function () { say(button, data.failed) }) })
    },
    remove: function (button) {
      if (box) Object.keys(box).forEach(function (name) { if (!name.indexOf('paper-')) box.removeItem(name) })
      size = 0
      fit()
      disguise()
      var gone = window.caches ? drop(button) : Promise.resolve()
      gone.then(function () { return navigator.serviceWorker ? navigator.serviceWorker.getRegistrations() : [] }).then(function (workers) {
        return Promise.all(workers.map(function (worker) {
          return new URL('sw.js', worker.scope).pathname === files(button) && worker.unregister()
        }))
      }).then(function () { say(button, button.dataset.removed) })
    }
  }
  d.addEventListener('click', function (event) {
    var button = event.target.closest('button[data-do]')
    if (button) acts[button.dataset.do](button)
  })
  d.addEventListener('DOMContentLoaded', function () {
    var button = d.querySelector('[data-do=plain]')
    if (button) button.setAttribute('aria-pressed', String(!!get('plain')))
  })
  var escapes = 0
  d.addEventListener('keydown', function (event) {
    escapes = event.key === 'Escape' ? escapes + 1 : 0
    if (escapes > 2) leave()
  })
})(document)
