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

  // Asked for while the scripts are still on their way; what comes is taken by the app's own requests.
  // Of the API only what the app asks for at once: an answer from before signing in must not wait for a later question.
  var early = function (rel, href, as) {
    if (!href) return;
    var link = document.createElement('link');
    link.rel = rel;
    if (as) link.as = as;
    link.crossOrigin = 'anonymous';
    link.href = href;
    document.head.append(link);
  };
  var meta = document.querySelector('meta[name=first-files]');
  var first = meta ? JSON.parse(meta.content) : {};
  early('modulepreload', first[root.lang]);
  if (!/^\/(sign-in|set-password|forgot-password)/.test(location.pathname))
    early('preload', '/api/v1/me', 'fetch');
  if (location.pathname === '/') early('modulepreload', first.home);
})();
