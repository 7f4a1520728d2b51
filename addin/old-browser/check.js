// biome-ignore-all lint/complexity/useArrowFunction: 这个文件只能用 ES5
/* 最先运行的脚本，只用 ES5 和 IE 11 也有的接口：浏览器太旧就转到说明页，不再往下走。
   下限是 Chromium 87、Firefox 78、Safari 14.1（2020 年底），与 webpack 的编译目标、newer-methods.ts 一致。 */
(function () {
  var enough =
    typeof Promise === "function" &&
    typeof Symbol === "function" &&
    typeof String.prototype.replaceAll === "function" &&
    "noModule" in document.createElement("script") &&
    window.CSS !== undefined &&
    CSS.supports("inset", "0") &&
    CSS.supports("display", "grid");
  if (enough) return;

  var page = document.querySelector('meta[name="old-browser-page"]');
  if (page !== null) {
    window.location.replace(page.getAttribute("content"));
    return;
  }
  /* 单文件工作台旁边没有说明页，直接写在页面上。 */
  document.addEventListener("DOMContentLoaded", function () {
    document.title = "这个浏览器打不开工作台";
    document.body.innerHTML =
      "<h1>这个浏览器太旧，打不开工作台</h1>" +
      "<p>请换用 2021 年以后的 Edge、Chrome、火狐，或 360 浏览器的极速模式，再双击打开本文件。</p>" +
      "<p>您的工作簿没有任何改动。</p>";
  });
})();
