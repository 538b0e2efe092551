// Search without a server: the words lie in small files by their first two letters, and only those that are asked for are loaded.
// The files are scripts, because a page on a disk may load scripts and nothing else.
(function (d) {
  var form = d.querySelector('form[role=search]')
  var field = form.querySelector('input')
  var list = d.getElementById('page.found')
  var status = d.getElementById('page.status')
  var data = form.dataset
  var shelves = {}
  var waiting = {}
  window.searchShelf = function (name, shelf) { shelves[name] = shelf }

  function load(name) {
    if (waiting[name]) return waiting[name]
    return (waiting[name] = new Promise(function (done) {
      var script = d.createElement('script')
      script.src = data.folder + name + '.js'
      script.onload = function () { done(shelves[name]) }
      // No file: no word begins with these letters. No network: the issue that is kept on the phone is searched.
      script.onerror = function () {
        if (location.protocol === 'file:') return done()
        fetch(script.src).then(function () { done() }, function () { readKept().then(function () { done(shelves[name]) }, function () { done() }) })
      }
      d.head.appendChild(script)
    }))
  }

  // Shelves made from the kept pages themselves, in the same form. They stand for all others, whose numbers they do not share.
  var kept
  function readKept() {
    if (kept) return kept
    var home = new URL(data.home, location.href).href
    return (kept = caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return !name.indexOf('paper:') }).map(function (name) {
        return caches.open(name).then(function (cache) { return cache.keys() })
      }))
    }).then(function (lists) {
      var pages = lists.flat().map(function (request) { return request.url }).filter(function (url) {
        return !url.indexOf(home) && /^[^/]+\/[^/]+\/index\.html$/.test(url.slice(home.length))
      })
      return Promise.all(pages.map(function (url) { return fetch(url).then(function (answer) { return answer.text() }) })).then(function (texts) {
        shelves = { 'stories-0': [] }
        waiting = {}
        texts.forEach(function (text, index) {
          var page = new DOMParser().parseFromString(text, 'text/html')
          var story = page.querySelector('.story')
          if (story) shelve(story, pages[index].slice(home.length))
        })
      })
    }))
  }
  function shelve(story, key) {
    var facts = shelves['stories-0']
    var kicker = story.querySelector('.kicker')
    var title = story.querySelector('h1').textContent
    var weights = {}
    fold(story.textContent).forEach(function (word) { weights[word] = Math.min(6, (weights[word] || 0) + 1) })
    fold(title).forEach(function (word) { weights[word] = 12 })
    Object.keys(weights).forEach(function (word) {
      var shelf = shelves[shelfOf(word)] = shelves[shelfOf(word)] || {}
      var list = shelf[word] = shelf[word] || []
      var last = 0
      for (var at = 0; at < list.length; at += 2) last += list[at]
      list.push(facts.length - last, weights[word])
    })
    facts.push([key, title, kicker ? kicker.textContent.trim() : ''])
  }

  function fold(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || []
  }
  function shelfOf(word) {
    return Array.from(word).slice(0, 2).map(function (letter) { return letter.codePointAt(0).toString(16) }).join('-')
  }
  // One letter wrong, missing, too many or exchanged with its neighbour.
  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false
    var start = 0
    while (one[start] && one[start] === other[start]) start++
    var end = 0
    while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++
    var a = one.slice(start, one.length - end)
    var b = other.slice(start, other.length - end)
    return (a.length < 2 && b.length < 2) || (a.length === 2 && a[0] === b[1] && a[1] === b[0])
  }

  // Stories of one word: number → weight. A shelf is { word: [story, weight, story, weight …] }, each story counted from the one before.
  function find(word, shelf) {
    var found = {}
    function take(matches, share) {
      Object.keys(shelf || {}).filter(matches).forEach(function (each) {
        var story = 0
        for (var at = 0; at < shelf[each].length; at += 2) {
          story += shelf[each][at]
          found[story] = (found[story] || 0) + shelf[each][at + 1] * (each === word ? 2 : share)
        }
      })
    }
    take(function (each) { return !each.indexOf(word) }, 1)
    if (!Object.keys(found).length && word.length > 3) take(function (each) { return isNear(word, each) }, 0.5)
    return found
  }

  function rank(founds) {
    var all = {}
    founds.forEach(function (found) {
      Object.keys(found).forEach(function (story) {
        all[story] = all[story] || { story: Number(story), words: 0, weight: 0 }
        all[story].words++
        all[story].weight += Math.min(found[story], 40)
      })
    })
    return Object.values(all).sort(function (a, b) { return b.words - a.words || b.weight - a.weight || a.story - b.story })
  }

  function show(ranked, count) {
    var whole = ranked.filter(function (each) { return each.words === count })
    var shown = (whole.length ? whole : ranked).slice(0, 50)
    var chunks = shown.map(function (each) { return 'stories-' + Math.floor(each.story / 200) })
    return Promise.all(Array.from(new Set(chunks)).map(load)).then(function () {
      list.replaceChildren.apply(list, shown.map(function (each) {
        var facts = shelves['stories-' + Math.floor(each.story / 200)][each.story % 200]
        var item = d.createElement('li')
        var link = d.createElement('a')
        link.href = data.home + facts[0]
        link.textContent = facts[1]
        var note = d.createElement('p')
        note.textContent = facts[2]
        item.append(link, note)
        return item
      }))
      status.textContent = whole.length ? data.found.replace('{count}', whole.length) : shown.length ? data.some : data.none
      d.getElementById('page.ways').hidden = shown.length > 0
    })
  }

  var asked = 0
  function search() {
    var words = fold(field.value)
    var turn = ++asked
    if (!words.length) return
    try { history.replaceState(null, '', '?q=' + encodeURIComponent(field.value)) } catch (e) { /* Not from disk in every browser. */ }
    Promise.all(words.map(function (word) { return load(shelfOf(word)).then(function (shelf) { return find(word, shelf) }) })).then(function (founds) {
      if (turn === asked) return show(rank(founds), words.length)
    })
  }
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    search()
  })
  field.addEventListener('input', function () { if (field.value.trim().length > 2) search() })
  // What was typed before this script came stays.
  field.value = field.value || new URLSearchParams(location.search).get('q') || ''
  search()
})(document)
