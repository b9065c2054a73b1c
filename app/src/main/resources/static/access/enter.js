// The QR code carries the code after «#», which no server ever sees in a log.
const code = document.getElementById('code');
if (location.hash.length > 1 && !code.value) {
  code.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
  document.getElementById('password').focus();
}
