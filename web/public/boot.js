// Runs before the first paint: theme, contrast and language as this browser last chose them.
(function () {
  // What becomes markup without a policy of its own is style text, and the one script that may be named is the worker.
  if (window.trustedTypes) {
    trustedTypes.createPolicy('default', {
      createHTML: function (text) {
        return text.includes('<') ? null : text;
      },
      createScriptURL: function (url) {
        return url === '/sw.js' ? url : null;
      },
    });
  }
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = read('mantine-color-scheme-value') || 'auto';
  var dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  var contrast = read('waymark-contrast');
  if (contrast === 'more' || (!contrast && matchMedia('(prefers-contrast: more)').matches)) {
    root.setAttribute('data-contrast', 'more');
  }
  root.lang = read('waymark-language') || ((navigator.language || '').slice(0, 2) === 'de' ? 'de' : 'en');

  // The files of this page, asked for while the first scripts are on their way.
  var firstFiles = {}; // by language and by the start of an address; written by the build
  var address = location.pathname + location.search;
  var page = Object.keys(firstFiles)
    .filter(function (start) {
      // A start that ends with a slash wants one name after it, and nothing behind that.
      if (start === '/') return location.pathname === '/';
      if (start.endsWith('/')) return address.startsWith(start) && !address.slice(start.length).includes('/');
      return start[0] === '/' && address.startsWith(start);
    })
    .sort()
    .pop();
  (firstFiles[root.lang] || []).concat(firstFiles[page] || []).forEach(function (name) {
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = 'anonymous';
    link.fetchPriority = 'low'; // the frame comes first
    link.href = '/assets/' + name;
    document.head.append(link);
  });

  // The app starts once the empty page is drawn; a page that nobody sees draws nothing and starts at once.
  var begin = function () {
    if (firstFiles.start) import(firstFiles.start);
  };
  if (document.hidden) begin();
  else
    requestAnimationFrame(function () {
      setTimeout(begin);
    });
  setTimeout(begin, 500);

  // And its first answers, taken by lib/early.ts.
  var gate = /^\/(sign-in|set-password|forgot-password)/.test(location.pathname);
  var questions = gate ? [] : ['/api/v1/me', '/api/v1/cycles'];
  var objective = /^\/objectives\/(\w+)$/.exec(location.pathname);
  if (address === '/') questions.push('/api/v1/my-week');
  if (objective) questions.push('/api/v1/objectives/' + objective[1] + '?language=' + root.lang);
  window.firstAnswers = {};
  var ask = function (question) {
    var answer = fetch(question);
    answer.catch(function () {});
    window.firstAnswers[question] = answer;
    return answer;
  };
  questions.forEach(ask);

  // The objectives of the list and the map, in the cycle that the address names or in the current one.
  if (location.pathname === '/okrs') {
    window.firstAnswers['/api/v1/cycles']
      .then(function (answer) {
        return answer.clone().json();
      })
      .then(function (cycles) {
        var named = new URLSearchParams(location.search).get('cycle');
        var current = cycles.items.find(function (cycle) {
          return cycle.current;
        });
        if (named || current)
          return ask('/api/v1/cycles/' + encodeURIComponent(named || current.id) + '/graph');
      })
      .catch(function () {});
  }

  // The first figure and the first day of a page load the rules of its language, a frame or two each. Here nothing waits for
  // that: the style sheet is still on its way.
  (0.5).toLocaleString(root.lang);
  new Date().toLocaleDateString(root.lang, { day: 'numeric', month: 'short' });
})();
