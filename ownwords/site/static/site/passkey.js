// Passkeys: say in words when one was not used, and leave its buttons out where the browser knows none.
(function () {
  'use strict'
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    const said = document.getElementById('passkey-failed')
    if (said) said.hidden = false
  })
  document.addEventListener('DOMContentLoaded', function () {
    if (window.PublicKeyCredential) return
    document.querySelectorAll('[data-passkey]').forEach(function (button) { button.disabled = true })
  })
})()
