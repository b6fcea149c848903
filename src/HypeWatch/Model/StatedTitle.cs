namespace HypeWatch.Model;

/// <summary>One title that a page states. A page may promise networks more than it promises its readers, so every statement is kept as printed.</summary>
/// <param name="Basis">Where it stands, for example <c>json-ld</c>, <c>meta:og:title</c>, <c>title</c>, <c>h1</c>.</param>
/// <param name="Text">As printed, white space collapsed.</param>
public sealed record StatedTitle(string Basis, string Text);
