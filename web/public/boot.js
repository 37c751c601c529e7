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
})();
